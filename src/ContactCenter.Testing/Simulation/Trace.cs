using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ContactCenter.Floors;
using ContactCenter.Journals;

namespace ContactCenter.Testing;

/// <summary>
/// All that was asked and all that came of it, as a hash; and the last of it in words, for a failure.
/// </summary>
/// <param name="kept">How much of it is told in words.</param>
internal sealed class Trace(int kept = 25)
{
    // So much is hashed at a time.
    private const int Gathered = 16 * 1024;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly RecordWriter _writer = new(2 * Gathered);
    private readonly Noted?[] _last = new Noted?[kept];
    private int _noted;

    /// <param name="at">The instant of the command.</param>
    /// <param name="command">What was asked.</param>
    /// <param name="id">Under which id.</param>
    /// <param name="decision">What came of it.</param>
    /// <param name="written">Its batch, in the form of the log.</param>
    /// <param name="fate">What became of the append.</param>
    internal void Note(
        DateTimeOffset at,
        Command command,
        CommandId id,
        in Decision decision,
        ReadOnlySpan<byte> written,
        AppendFate fate = AppendFate.Written)
    {
        _writer.Instant(at);
        _writer.Text(command.GetType().Name);
        _writer.Actor(command.By);
        _writer.Id(id);
        _writer.Text(decision.Rejection?.Code);
        _writer.Number(decision.Reply.Number);
        _writer.Number(decision.Reply.Sequence);
        if (decision.Batch is not null)
        {
            _writer.Bytes(written);
        }

        _last[_noted++ % kept] = new Noted(at, command, decision, fate, What: null);
        if (_writer.Length >= Gathered)
        {
            Hash();
        }
    }

    /// <summary>Something that happens to the floor, and is asked by nobody.</summary>
    internal void Note(DateTimeOffset at, string what) =>
        _last[_noted++ % kept] = new Noted(at, Command: null, default, AppendFate.Written, what);

    /// <summary>The hash of it all, and of how the floor stood in the end.</summary>
    internal string Finish(byte[] snapshot)
    {
        Hash();
        _hash.AppendData(snapshot);
        return Convert.ToHexString(_hash.GetHashAndReset());
    }

    /// <summary>The last of it in words, the newest at the end.</summary>
    public override string ToString() => string.Join(
        Environment.NewLine,
        Enumerable.Range(_noted, kept).Select(place => _last[place % kept]).OfType<Noted>().Select(Tell));

    private void Hash()
    {
        _hash.AppendData(_writer.Slice(.._writer.Length).Span);
        _writer.Clear();
    }

    // A configuration would drown the rest; whoever needs it runs the seed again.
    private static string TellOf(Command command) =>
        command is Configure c ? $"Configure {{ By = {c.By}, Hash = {c.Hash} }}" : command.ToString();

    private static string Tell(Noted noted)
    {
        var (told, decision) = (new StringBuilder(), noted.Decision);
        var what = noted.What ?? TellOf(noted.Command!);
        told.Append(CultureInfo.InvariantCulture, $"{noted.At:HH:mm:ss.fffffff} {what}");
        if (decision.Batch is not null && noted.Fate != AppendFate.Written)
        {
            told.AppendLine().Append(CultureInfo.InvariantCulture, $"    its append: {noted.Fate}");
        }

        if (decision.Rejection is { } rejection)
        {
            told.AppendLine().Append(CultureInfo.InvariantCulture, $"    refused: {rejection}");
        }

        foreach (var happened in decision.Batch?.Events ?? [])
        {
            told.AppendLine().Append(CultureInfo.InvariantCulture, $"    {EventText.Of(happened)}");
        }

        return told.ToString();
    }

    private readonly record struct Noted(
        DateTimeOffset At, Command? Command, Decision Decision, AppendFate Fate, string? What);
}
