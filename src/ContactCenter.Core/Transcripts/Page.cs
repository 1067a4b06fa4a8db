using System.Buffers;
using System.Globalization;
using System.Text;

namespace ContactCenter.Transcripts;

/// <summary>What is written before it goes to the stream: as long as one line at most, and a little.</summary>
internal sealed class Page(Stream to)
{
    private const int Full = 8 * 1024;

    // A long line leaves in pieces: a stream may pass on whatever it is given as one frame.
    private const int MaxWrite = 16 * 1024;

    private readonly ArrayBufferWriter<byte> _content = new(2 * Full);

    internal IBufferWriter<byte> Content => _content;

    internal bool IsFull => _content.WrittenCount >= Full;

    /// <summary>Adds text; half of a surrogate pair becomes the character for what is unknown.</summary>
    internal Page Write(string text)
    {
        Encoding.UTF8.GetBytes(text, _content);
        return this;
    }

    /// <summary>Adds an instant in universal time: <c>2026-03-02 09:00:12Z</c>, which sorts as text.</summary>
    internal Page Write(DateTimeOffset at) => Write(Stamp(at));

    internal static string Stamp(DateTimeOffset at) => at.ToString("u", CultureInfo.InvariantCulture);

    internal async ValueTask TurnAsync(CancellationToken cancellationToken)
    {
        for (var rest = _content.WrittenMemory; !rest.IsEmpty; rest = rest[Math.Min(MaxWrite, rest.Length)..])
        {
            await to.WriteAsync(rest[..Math.Min(MaxWrite, rest.Length)], cancellationToken).ConfigureAwait(false);
        }

        _content.ResetWrittenCount();
    }
}
