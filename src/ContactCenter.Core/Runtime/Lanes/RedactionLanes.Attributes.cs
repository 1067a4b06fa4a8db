using ContactCenter.Redaction;
using ContactCenter.Routing;

namespace ContactCenter.Runtime;

/// <summary>
/// How what is said of contacts is judged: it is kept as it is and in the log, so what would be masked is refused.
/// </summary>
internal sealed partial class RedactionLanes
{
    private static readonly RedactionContext OfHost = new() { Author = ActorKind.Host };

    /// <summary>Why attributes and wishes cannot be taken; null where they can.</summary>
    internal async ValueTask<Rejection?> RefusalAsync(
        IEnumerable<(string Name, AttributeValue? Value)> attributes, RoutingWishes? wishes = null)
    {
        var asked = wishes?.Requirements.Take(ContactWishes.MaxRequirements) ?? [];
        Told[] told =
        [
            .. ContactAttributes.InWords(attributes),
            .. asked.Select(one => new Told("wishes", one.Text)),
        ];
        if (told.Length == 0)
        {
            return null;
        }

        if (!runtime.HasHostCode)
        {
            return FirstRefusal(told);
        }

        try
        {
            return await ScanAsync(() => FirstRefusal(told)).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            Tally.CountLate();
            return Rejections.RedactionFailed.About("deadline");
        }
    }

    private Rejection? FirstRefusal(Told[] told)
    {
        foreach (var (subject, text) in told)
        {
            var result = runtime.Redaction.Redact(text, OfHost);
            if (result.Failure != RedactionFailure.None && result.Verdict != RedactionVerdict.Passed)
            {
                return Rejections.RedactionFailed.About(result.FailedRule ?? "pipeline");
            }

            if (!result.IsClean)
            {
                return Rejections.IdHoldsCardData.About(subject);
            }
        }

        return null;
    }
}
