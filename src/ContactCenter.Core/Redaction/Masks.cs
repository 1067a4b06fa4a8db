using System.Text;

namespace ContactCenter.Redaction;

/// <summary>Writes masks over what was found.</summary>
/// <remarks>
/// PCI DSS 3.4.1 lets the issuer's digits and the last four of a card number be shown at most. A deployment has one
/// format for a kind, so that two masks of one number tell no more than one.
/// </remarks>
internal sealed class Masks
{
    public const char Star = '*';

    private const int CharactersOnStack = 128;

    private readonly RedactionKind[] _kinds;
    private readonly MaskFormat[] _formats;
    private readonly IRedactionReplacer?[] _replacers;
    private readonly bool[] _haveTokens;

    public Masks(RedactionOptions options, RuleIdentity[] rules)
    {
        _kinds = Array.ConvertAll(rules, rule => rule.Kind);
        _formats = Array.ConvertAll(rules, rule => FormatOf(rule, options));
        _replacers = Array.ConvertAll(_kinds, kind => options.Replacers.TryGetValue(kind, out var own) ? own : null);
        _haveTokens = Array.ConvertAll(
            rules, rule => rule.Name != SplitNumberRule.RuleName && options.Tokens.Contains(rule.Kind));
    }

    // The last digits of a part are not the last of its number.
    private static MaskFormat FormatOf(RuleIdentity rule, RedactionOptions options) =>
        rule.Name == SplitNumberRule.RuleName && options.FormatOf(rule.Kind) != MaskFormat.Label
            ? MaskFormat.Erase
            : options.FormatOf(rule.Kind);

    /// <summary>Replaces each span, and moves the spans to where their masks stand in the answer.</summary>
    /// <param name="text">The text as it was given.</param>
    /// <param name="spans">What to mask, in the order of the text.</param>
    /// <param name="tokens">Takes down what tokens stand for; null where there can be none.</param>
    /// <param name="failed">The rule whose finding a replacer of the host's failed to replace; -1 for none.</param>
    public string Over(ReadOnlySpan<char> text, Span<FoundSpan> spans, TokenSheet? tokens, out int failed)
    {
        var answer = new StringBuilder(text.Length);
        var copied = 0;
        failed = -1;
        foreach (ref var span in spans)
        {
            answer.Append(text[copied..span.Start]);
            copied = span.End;
            var start = answer.Length;
            if (!TryAppend(answer, text.Slice(span.Start, span.Length), span, tokens))
            {
                failed = span.Rule;
                answer.Append(Star, span.Length);
            }

            span = span with
            {
                Start = start,
                Length = answer.Length - start,
                SourceStart = span.Start,
                SourceEnd = span.End,
            };
        }

        return answer.Append(text[copied..]).ToString();
    }

    /// <summary>Replaces each character of each span, so that every position stays what it was.</summary>
    public static string Blank(string text, ReadOnlySpan<FoundSpan> spans)
    {
        var answer = text.ToCharArray();
        foreach (var span in spans)
        {
            answer.AsSpan(span.Start, span.Length).Fill(Star);
        }

        return new string(answer);
    }

    // False when a replacer of the host's failed.
    private bool TryAppend(
        StringBuilder answer, ReadOnlySpan<char> written, in FoundSpan span, TokenSheet? tokens)
    {
        var format = _formats[span.Rule];
        if (!written.ContainsAnyExcept(Star))
        {
            // Masked before: once more changes nothing.
            answer.Append(written);
        }
        else if (_haveTokens[span.Rule] && !span.IsBlanked && tokens is not null)
        {
            AppendToken(answer, written, _kinds[span.Rule], tokens);
        }
        else if (_replacers[span.Rule] is { } replacer && !span.IsBlanked)
        {
            return TryReplace(answer, written, _kinds[span.Rule], replacer);
        }
        else if (format == MaskFormat.Label)
        {
            answer.Append('[').Append(_kinds[span.Rule].Code).Append(']');
        }
        else if (format == MaskFormat.Erase
            || span.IsBlanked
            || !TryAppendPart(answer, written, _kinds[span.Rule], format))
        {
            answer.Append(Star, written.Length);
        }

        return true;
    }

    private static void AppendToken(
        StringBuilder answer, ReadOnlySpan<char> written, RedactionKind kind, TokenSheet tokens)
    {
        var reading = new char[written.Length];
        answer.Append(tokens.Add(kind, reading.AsSpan(0, TextReading.Read(written, reading, new int[written.Length]))));
        Array.Clear(reading);
    }

    private static bool TryReplace(
        StringBuilder answer, ReadOnlySpan<char> written, RedactionKind kind, IRedactionReplacer replacer)
    {
        Span<char> reading = written.Length <= CharactersOnStack
            ? stackalloc char[CharactersOnStack]
            : new char[written.Length];
        Span<int> origins = written.Length <= CharactersOnStack
            ? stackalloc int[CharactersOnStack]
            : new int[written.Length];
        Span<char> room = stackalloc char[IRedactionReplacer.Room];
        try
        {
            var length = replacer.Replace(kind, reading[..TextReading.Read(written, reading, origins)], room);
            answer.Append(room[..length]);

            // Without anything in between, what stands to both sides would become one.
            return length > 0;
        }
        catch (Exception)
        {
            // As with a rule: what it says is not kept, it may quote the value.
            return false;
        }
        finally
        {
            reading.Clear();
            room.Clear();
        }
    }

    // False when nothing of it may stay: it is too short, or no card number whatever the rule says.
    private static bool TryAppendPart(
        StringBuilder answer, ReadOnlySpan<char> written, RedactionKind kind, MaskFormat format)
    {
        Span<char> reading = written.Length <= CharactersOnStack
            ? stackalloc char[CharactersOnStack]
            : new char[written.Length];
        Span<int> origins = written.Length <= CharactersOnStack
            ? stackalloc int[CharactersOnStack]
            : new int[written.Length];
        var isCard = Truncation.IsOfCards(kind);
        var count = 0;
        foreach (var character in reading[..TextReading.Read(written, reading, origins)])
        {
            if (isCard ? char.IsAsciiDigit(character) : char.IsLetterOrDigit(character))
            {
                reading[count++] = character;
            }
        }

        var (head, tail) = Truncation.Of(isCard, count, format);
        if (tail > 0)
        {
            answer.Append(reading[..head])
                .Append(Star, count - head - tail)
                .Append(reading[(count - tail)..count]);
        }

        reading.Clear();
        return tail > 0;
    }
}
