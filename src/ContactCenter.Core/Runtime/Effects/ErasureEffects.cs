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
    internal EffectResults<(Answer Answer, IReadOnlyList<string> Damaged)> Results { get; } = new(follower, work);

    internal void Begin(long effect)
    {
        Results.Begin(effect);
        work.Begin(() => RunAsync(effect), Failed);
    }

    private void Failed(Exception exception) => Log.ErasureFailed(logger, floor, exception.GetType().Name);

    private async Task RunAsync(long effect)
    {
        var (from, damages) = ((Skip: 0, Before: long.MaxValue), new Damages(floor, logger));
        while (follower.Read(state => Find(state, effect)) is { } erasure)
        {
            await work.TryAsync(
                async () => from = await StepAsync(erasure, from, damages).ConfigureAwait(false), Failed)
                .ConfigureAwait(false);
        }
    }

    private static Erasure? Find(Floor state, long effect) => state.Effects.GetValueOrDefault(effect) as Erasure;

    /// <summary>
    /// Destroys some. What is damaged goes with the rest, and is told; what is under legal hold, or never was a contact
    /// that is over, is passed over.
    /// </summary>
    /// <param name="from">How many of the oldest contacts were passed over, and before which one it goes on.</param>
    private async Task<(int Skip, long Before)> StepAsync(
        Erasure erasure, (int Skip, long Before) from, Damages damages)
    {
        foreach (var chat in erasure.Chats)
        {
            await destroyFiles(chat, work.Stopping).ConfigureAwait(false);
        }

        var rows = erasure.IsPurge
            ? await OldAsync(erasure, from.Skip).ConfigureAwait(false)
            : await journal.ReadContactsAsync(
                floor, erasure.Customer, from.Before, EraseContacts.MaxChats, work.Stopping).ConfigureAwait(false);
        var free = follower.Read(state => rows
            .Where(row => state.IsClosed(row.Chat) && !(erasure.IsPurge && state.MayBeHeld(row.Customer))).ToArray());
        var (contacts, lines) = (new List<ErasedContact>(free.Length), 0L);
        foreach (var row in free)
        {
            var counted = LinesOf(row);
            contacts.Add(new ErasedContact(row.Chat, row.Customer, IsDamaged: counted is null));
            lines += counted ?? 0;
        }

        foreach (var row in rows.Where(row => !follower.Read(state => state.IsClosed(row.Chat))))
        {
            damages.Add(row.Chat);
        }

        var command = new EraseContacts(
            erasure.Number, contacts, (int)Math.Min(lines, int.MaxValue), IsLast: rows.Count == 0);

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
            return from;
        }

        foreach (var contact in contacts.Where(contact => contact.IsDamaged))
        {
            damages.Add(contact.Chat);
        }

        if (command.IsLast)
        {
            Finish(erasure, answer, damages);
        }

        return (from.Skip + rows.Count - free.Length, rows.Count > 0 ? rows[^1].Chat : from.Before);
    }

    /// <summary>How many lines a contact has; null where that cannot be read.</summary>
    private int? LinesOf(in JournalContact contact)
    {
        try
        {
            // One whose key is destroyed has been erased already.
            return contact is { Content.IsEmpty: true, Damage: null } ? 0
                : BatchCodec.ReadContact(floor, contact).Lines is >= 0 and var lines ? lines
                : null;
        }
        catch (JournalFormatException)
        {
            return null;
        }
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

    private void Finish(Erasure erasure, Answer answer, Damages damages)
    {
        if (erasure.IsPurge)
        {
            Results.Forget(erasure.Number);
        }
        else
        {
            Results.Finish(erasure.Number, (answer, damages.Places));
        }
    }
}
