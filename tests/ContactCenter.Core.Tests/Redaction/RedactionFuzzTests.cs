using ContactCenter.Redaction;

namespace ContactCenter.Tests.Redaction;

/// <summary>Whatever comes, nothing is thrown, spans are within the text, and the rest stays as it is.</summary>
public sealed class RedactionFuzzTests
{
    private const int Streams = 100;

    private static readonly RedactionPipeline[] Pipelines =
    [
        new(),
        new(new RedactionOptions { MinimumConfidence = Confidence.Low }),
        new(new RedactionOptions { PersonalData = true }),
        new(new RedactionOptions { Preset = RedactionPreset.Balanced, PersonalData = true }),
    ];

    private static readonly AskedFor[] Questions =
        [AskedFor.CardNumber, AskedFor.SecurityCode, AskedFor.CardExpiry, AskedFor.Pin];

    // Where each mask brings something new to light for too long, the gate is closed: rare enough to be borne.
    private const int RoundsForARefusal = 1000;

    [Fact]
    public void Any_text_is_masked_within_its_bounds_and_once_and_for_all()
    {
        var isLong = Environment.GetEnvironmentVariable("CONTACTCENTER_LONG") == "1";
        var rounds = (isLong ? 10_000_000 : 50_000) / Streams;
        var refused = 0;
        Parallel.For(1, Streams + 1, stream =>
        {
            var texts = new FuzzTexts((ulong)stream);
            for (var round = 0; round < rounds; round++)
            {
                var (text, context) = (texts.Next(), ContextOf(texts));
                var pipeline = Pipelines[texts.Roll(Pipelines.Length)];
                var fault = FaultOf(pipeline, text, context, ref refused);

                Assert.True(fault is null, $"stream {stream}, round {round}: {fault}; «{text}»");
            }
        });

        Assert.InRange(refused, 0, rounds * Streams / RoundsForARefusal);
    }

    private static RedactionContext ContextOf(FuzzTexts texts) => texts.Roll(8) switch
    {
        0 => new RedactionContext { IsAboutCards = true },
        1 => new RedactionContext { AskedFor = Questions[texts.Roll(Questions.Length)] },
        _ => default,
    };

    private static string? FaultOf(
        RedactionPipeline pipeline, string text, in RedactionContext context, ref int refused)
    {
        try
        {
            var result = pipeline.Redact(text, context);
            if (result.Failure == RedactionFailure.Unstable)
            {
                Interlocked.Increment(ref refused);
                return null;
            }

            return result.Verdict != RedactionVerdict.Passed ? $"{result.Verdict}, {result.Failure}"
                : OutsideFault(text, result.Text)
                ?? (pipeline.Redact(result.Text.Text, context).IsClean ? null : $"masked twice: «{result.Text.Text}»");
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return exception.ToString();
        }
    }

    private static string? OutsideFault(string text, RedactedText masked)
    {
        var (source, place) = (0, 0);
        foreach (var finding in masked.Findings)
        {
            if (finding.SourceStart < source
                || finding.Start < place
                || finding.SourceLength < 1
                || finding.Length < 1
                || finding.SourceStart + finding.SourceLength > text.Length
                || finding.Start + finding.Length > masked.Text.Length)
            {
                return $"out of bounds: {finding}";
            }

            if (!text.AsSpan(source..finding.SourceStart).SequenceEqual(masked.Text.AsSpan(place..finding.Start)))
            {
                return $"something else was touched before {finding}";
            }

            (source, place) = (finding.SourceStart + finding.SourceLength, finding.Start + finding.Length);
        }

        return text.AsSpan(source).SequenceEqual(masked.Text.AsSpan(place)) ? null : "the end was touched";
    }
}
