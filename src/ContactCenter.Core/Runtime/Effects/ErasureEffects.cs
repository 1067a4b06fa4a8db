using ContactCenter.Customers;
using ContactCenter.Floors;
using ContactCenter.Journals;
using Microsoft.Extensions.Logging;

namespace ContactCenter.Runtime;

/// <summary>
/// Carries erasures out, a few contacts at a time: what is kept beside the log goes with the commit that says so, and
/// files right after it. Begun again after a crash; what is gone already is no fault.
/// </summary>
internal sealed class ErasureEffects(
    FloorId floor,
    IJournal journal,
    Follower follower,
    Func<long, CancellationToken, ValueTask> destroyFiles,
    WorkInHand work,
    Func<Command, Task<Answer>> bring,
    ILogger logger)
{
    /// <summary>The last answer to each erasure.</summary>
    internal EffectResults<Answer> Results { get; } = new(follower, work);

    internal void Begin(long effect)
    {
        Results.Begin(effect);
        work.Begin(() => RunAsync(effect), Failed);
    }

    private void Failed(Exception exception) => Log.ErasureFailed(logger, floor, exception.GetType().Name);

    private async Task RunAsync(long effect)
    {
        var skip = 0;
        while (follower.Read(state => Find(state, effect)) is { } erasure)
        {
            await work.TryAsync(
                async () => skip = await StepAsync(erasure, skip).ConfigureAwait(false), Failed).ConfigureAwait(false);
        }
    }

    private static Erasure? Find(Floor state, long effect) => state.Effects.GetValueOrDefault(effect) as Erasure;

    /// <returns>How many of the oldest contacts are under legal hold, and so passed over.</returns>
    private async Task<int> StepAsync(Erasure erasure, int skip)
    {
        foreach (var chat in erasure.Chats)
        {
            await destroyFiles(chat, work.Stopping).ConfigureAwait(false);
        }

        var rows = erasure.IsPurge
            ? await OldAsync(erasure, skip).ConfigureAwait(false)
            : await journal.ReadContactsAsync(
                floor, erasure.Customer, long.MaxValue, EraseContacts.MaxChats, work.Stopping).ConfigureAwait(false);
        var free = erasure.IsPurge
            ? follower.Read(state => rows.Where(row => !state.OnHold.Contains(row.Customer)).ToArray())
            : [.. rows];
        var command = new EraseContacts(
            erasure.Number,
            [.. free.Select(row => new ErasedContact(row.Chat, row.Customer))],
            free.Where(row => !row.Content.IsEmpty).Sum(row => BatchCodec.ReadContact(floor, row).Lines),
            IsLast: rows.Count == 0);

        var answer = await bring(command).ConfigureAwait(false);
        if (answer.Rejection == Rejections.NotRunning)
        {
            throw new OperationCanceledException("The floor has stopped.");
        }

        if (answer.Rejection is { } refused && refused != Rejections.EffectGone)
        {
            // Held meanwhile, or a journal that says what cannot be: read again, but not at once.
            Log.ErasureFailed(logger, floor, refused.Code);
            await work.RestAsync(WorkInHand.TryAgainAfter, work.Stopping).ConfigureAwait(false);
            return skip;
        }

        if (command.IsLast)
        {
            Finish(erasure, answer);
        }

        return skip + rows.Count - free.Length;
    }

    /// <summary>What was closed too long ago; else the oldest of those that are too many.</summary>
    private async ValueTask<IReadOnlyList<JournalContact>> OldAsync(Erasure erasure, int skip)
    {
        var old = await journal
            .ReadClosedAsync(floor, erasure.Before, skip, EraseContacts.MaxChats, work.Stopping)
            .ConfigureAwait(false);
        var tooMany = (int)Math.Min(EraseContacts.MaxChats, follower.Read(static state => state.TooMany));
        return old.Count > 0 || tooMany == 0
            ? old
            : await journal.ReadClosedAsync(floor, DateTimeOffset.MaxValue, skip, tooMany, work.Stopping)
                .ConfigureAwait(false);
    }

    private void Finish(Erasure erasure, Answer answer)
    {
        if (erasure.IsPurge)
        {
            Results.Forget(erasure.Number);
        }
        else
        {
            Results.Finish(erasure.Number, answer);
        }
    }
}
