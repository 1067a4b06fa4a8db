using System.Text;

namespace ContactCenter.Files;

/// <summary>Takes a body of several parts apart.</summary>
internal static class MailParts
{
    /// <summary>The parts, each with its headers. What stands before and behind them is not among them.</summary>
    internal static IEnumerable<ReadOnlyMemory<byte>> Of(ReadOnlyMemory<byte> body, string boundary)
    {
        var mark = Encoding.UTF8.GetBytes("--" + boundary);
        var start = -1;
        for (var at = Next(body.Span, mark, 0); at >= 0; at = Next(body.Span, mark, at + mark.Length))
        {
            if (start >= 0)
            {
                yield return body[start..at];
            }

            start = LineAfter(body.Span, at + mark.Length);
            if (body.Span[(at + mark.Length)..].StartsWith("--"u8))
            {
                yield break;
            }
        }

        if (start >= 0)
        {
            // Cut off: what there is of the last one is read all the same.
            yield return body[start..];
        }
    }

    private static int Next(ReadOnlySpan<byte> body, byte[] mark, int start)
    {
        for (var at = start; at < body.Length; at++)
        {
            var found = body[at..].IndexOf(mark);
            if (found < 0)
            {
                return -1;
            }

            at += found;
            if (at == 0 || body[at - 1] == '\n')
            {
                return at;
            }
        }

        return -1;
    }

    private static int LineAfter(ReadOnlySpan<byte> body, int at) =>
        body[at..].IndexOf((byte)'\n') is var found and >= 0 ? at + found + 1 : body.Length;
}
