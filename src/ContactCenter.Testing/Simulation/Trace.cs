using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ContactCenter.Floors;
using ContactCenter.Journals;

namespace ContactCenter.Testing;

/// <summary>
/// All that was asked and all that came of it, as a hash; and the last of it in words, for a failure.
/// </summary>
internal sealed class Trace
{
    private const int Kept = 25;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly RecordWriter _writer = new();
    private readonly Queue<Func<string>> _last = new();

    internal void Note(DateTimeOffset at, Command command, CommandId id, Decision decision)
    {
        _writer.Clear();
        _writer.Instant(at);
        _writer.Text(command.GetType().Name);
        _writer.Actor(command.By);
        _writer.Id(id);
        _writer.Text(decision.Rejection?.ToString());
        _writer.Number(decision.Reply.Number);
        _writer.Number(decision.Reply.Sequence);
        if (decision.Batch is { } batch)
        {
            BatchCodec.Write(_writer, batch);
        }

        _hash.AppendData(_writer.ToArray());
        _last.Enqueue(() => Tell(at, command, decision));
        if (_last.Count > Kept)
        {
            _last.Dequeue();
        }
    }

    /// <summary>The hash of it all, and of how the floor stood in the end.</summary>
    internal string Finish(byte[] snapshot)
    {
        _hash.AppendData(snapshot);
        return Convert.ToHexString(_hash.GetHashAndReset());
    }

    /// <summary>The last of it in words, the newest at the end.</summary>
    public override string ToString() => string.Join(Environment.NewLine, _last.Select(tell => tell()));

    // A configuration would drown the rest; whoever needs it runs the seed again.
    private static string TellOf(Command command) =>
        command is Configure c ? $"Configure {{ By = {c.By}, Hash = {c.Hash} }}" : command.ToString();

    private static string Tell(DateTimeOffset at, Command command, Decision decision)
    {
        var told = new StringBuilder();
        told.Append(CultureInfo.InvariantCulture, $"{at:HH:mm:ss.fffffff} {TellOf(command)}");
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
}
