using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Redaction;

namespace ContactCenter.Runtime;

/// <summary>How what customers and their attachments are called is read once more.</summary>
internal sealed partial class RedactionLanes
{
    private static readonly Actor AnyCustomer = Actor.Customer("anybody");

    private async ValueTask<NamesAgain> ReadNamesAgainAsync(long chat, Damages damages, CancellationToken end)
    {
        var notJudged = 0;
        var (name, email) = await CardAsync().ConfigureAwait(false);
        var (called, isNameMasked) = await CalledAsync(name).ConfigureAwait(false);
        var (reached, isEmailMasked) = await CalledAsync(email).ConfigureAwait(false);
        var masked = new List<FileCard>();
        var extensions = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var body in await transcripts.ReadFilesAsync(chat, end).ConfigureAwait(false))
        {
            if (TranscriptReader.Try(body, TranscriptReader.ReadFile, damages) is not { } file)
            {
                notJudged++;
                continue;
            }

            var (reads, isMasked) = await CalledAsync(file.Name.Text).ConfigureAwait(false);
            if (isMasked)
            {
                masked.Add(file with { Name = reads, IsReworded = true });
            }

            // By how its line may read: a crash may have masked the one and not the other. Where two are called alike
            // the first counts.
            extensions.TryAdd(file.Name.Text, file.Extension);
            extensions.TryAdd(reads.Text, file.Extension);
        }

        var card = isNameMasked || isEmailMasked ? new ContactCard(chat, called, reached) { IsReworded = true } : null;
        return new NamesAgain(card, masked, extensions, notJudged);

        async ValueTask<(string?, string?)> CardAsync()
        {
            var bodies = await transcripts.ReadBodiesAsync(BodyShelf.Conversation, chat, -1, 1, end)
                .ConfigureAwait(false);
            if (bodies is not [{ Sequence: 0 } body])
            {
                return default;
            }

            var card = TranscriptReader.Try(body, TranscriptReader.ReadCard, damages);
            notJudged += card is null ? 1 : 0;
            return card ?? default;
        }

        async ValueTask<(RedactedText Text, bool IsMasked)> CalledAsync(string? text)
        {
            var before = RedactedText.FromStore(text ?? string.Empty);
            if (await RedactAgainAsync(before.Text, ContextOf(AnyCustomer)).ConfigureAwait(false) is not { } reads)
            {
                notJudged++;
                return (before, false);
            }

            return !reads.IsClean && !reads.Equals(before) ? (reads, true) : (before, false);
        }
    }
}

/// <summary>What a customer and their attachments are called, read once more.</summary>
/// <param name="Card">What the customer is called from now on; null where that stays.</param>
/// <param name="Files">Attachments that are called otherwise from now on.</param>
/// <param name="Extensions">By which extensions attachments were sent, by what they are called.</param>
/// <param name="NotJudged">How many names could not be judged.</param>
internal sealed record NamesAgain(
    ContactCard? Card, IReadOnlyList<FileCard> Files, IReadOnlyDictionary<string, string> Extensions, int NotJudged)
{
    internal static NamesAgain None { get; } = new(null, [], new Dictionary<string, string>(), 0);
}
