using ContactCenter.Floors;

namespace ContactCenter.Runtime;

/// <content>How a run begins: what it is made of, and what the run before has left to be done.</content>
internal sealed partial class FloorRun
{
    private TokenDesk? TokensOf(FloorRuntime runtime) =>
        runtime is { Vault: { } vault, Redaction.TokenLifetime: { } lifetime }
            ? new TokenDesk(
                _id, vault, lifetime, runtime.Limits.RedactionDeadline, Clock, Work, runtime.Time, runtime.Logger)
            : null;

    private BotEffects BotsOf(FloorRuntime runtime) => new(
        runtime.Bot,
        _id,
        Follower,
        Transcripts,
        Lanes,
        Work,
        BringAsync,
        Clock,
        runtime.Time,
        runtime.Logger);

    private FileEffects FilesOf(FloorRuntime runtime, ScannerChain scanners) => new(
        _id,
        Follower,
        runtime.Store,
        scanners,
        runtime.MasksTexts,
        Transcripts,
        Lanes,
        Work,
        BringAsync,
        Clock,
        runtime.Time,
        runtime.Logger);

    private RescanEffects RescansOf(FloorRuntime runtime, ScannerChain scanners)
    {
        var files = new FileRescan(
            _id,
            Journal,
            Follower,
            runtime.Store,
            scanners,
            Quarantine,
            Files,
            Transcripts,
            Lanes,
            Work,
            runtime.Time,
            runtime.Logger);
        return new RescanEffects(_id, Journal, Follower, Lanes, files, Work, BringAsync, runtime.Logger);
    }

    /// <summary>Goes on with what is pending, alarms that fell due while nobody was there, connections that are gone.
    /// </summary>
    /// <returns>Ends once what a crash has left in quarantine is destroyed.</returns>
    private Task GoOn(Floor floor)
    {
        // Once the writer runs, the floor is its own.
        Effect[] pending = [.. floor.Effects.Values];
        (Actor Who, long Session)[] gone =
            [.. floor.Presences.Values.SelectMany(one => one.Sessions.Select(session => (one.Who, session)))];
        foreach (var effect in pending)
        {
            Begin(effect);
        }

        _writer.Kick();
        _ = LoseAllAsync(gone);
        var swept = Quarantine.SweepAsync();
        Tokens?.Sweep();
        return swept;
    }
}
