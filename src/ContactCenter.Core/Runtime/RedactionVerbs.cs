namespace ContactCenter.Runtime;

/// <summary>How redaction fares on the floor.</summary>
/// <remarks>Safe for any thread.</remarks>
public sealed class RedactionVerbs
{
    private readonly FloorHost _host;

    internal RedactionVerbs(FloorHost host) => _host = host;

    /// <summary>What was masked, dropped, blocked and flagged since the floor was started, rule by rule.</summary>
    /// <value>Null while the floor does not run.</value>
    public RedactionCounters? Counters => _host.Run?.Lanes.Tally.Read();
}
