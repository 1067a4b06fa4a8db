using System.Runtime.CompilerServices;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Routing;

namespace ContactCenter.Runtime;

/// <summary>What each viewer may see, as it happens.</summary>
/// <remarks>Safe for any thread; one enumeration is for one reader.</remarks>
public sealed class FeedVerbs
{
    private readonly FloorHost _host;

    internal FeedVerbs(FloorHost host) => _host = host;

    /// <summary>
    /// Begins with what the viewer missed since a position, or with a snapshot; then goes on with each commit that
    /// shows them something. A viewer who reads too slowly gets a resync. Ends when the floor stops.
    /// </summary>
    /// <param name="viewer">Who looks: what they may see is decided by the floor.</param>
    /// <param name="from">The position of the last batch the viewer had; null for a snapshot.</param>
    /// <param name="cancellationToken">Ends the feed.</param>
    /// <exception cref="InvalidOperationException">The floor is not running.</exception>
    public async IAsyncEnumerable<FeedBatch> SubscribeAsync(
        Actor viewer, FeedPosition? from = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var run = await _host.OwningRunOrThrowAsync().ConfigureAwait(false);
        var (subscription, snapshot) = run.Follower.Attach(viewer, from);
        run.BeginPulse();
        try
        {
            if (snapshot is not null)
            {
                yield return await WithCardsAsync(run, snapshot, cancellationToken).ConfigureAwait(false);
            }

            do
            {
                while (subscription.TryTake(out var batch))
                {
                    yield return await WithCardsAsync(run, batch!, cancellationToken).ConfigureAwait(false);
                }

                if (run.Follower.Resync(subscription) is { } resync)
                {
                    yield return await WithCardsAsync(run, resync, cancellationToken).ConfigureAwait(false);
                }
            }
            while (await subscription.WaitAsync(cancellationToken).ConfigureAwait(false));
        }
        finally
        {
            run.Follower.Detach(subscription);
        }
    }

    /// <summary>
    /// The feed of the party that a session belongs to. It ends when the session does; a session that the floor closes
    /// is shown so first, and is shown nothing after.
    /// </summary>
    /// <param name="session">The session; of this floor.</param>
    /// <param name="from">The position of the last batch the viewer had; null for a snapshot.</param>
    /// <param name="cancellationToken">Ends the feed.</param>
    /// <exception cref="InvalidOperationException">The floor is not running.</exception>
    public async IAsyncEnumerable<FeedBatch> SubscribeAsync(
        Session session,
        FeedPosition? from = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        var feed = SubscribeAsync(session.Actor, from, cancellationToken);
        await foreach (var batch in feed.ConfigureAwait(false))
        {
            var ended = batch.Items.Any(item => item is SessionShown shown && shown.Session == session.Number);

            // One that the floor has closed is told so by a batch to come, unless that was lost in an overflow.
            var isTold = session.Ended is not null && batch.Kind == FeedBatchKind.Deltas;
            if (!ended && session.IsClosed && !isTold)
            {
                yield break;
            }

            yield return batch;
            if (ended)
            {
                yield break;
            }
        }
    }

    /// <summary>Adds the customer's name and address, which are kept beside the log and not in the state.</summary>
    internal static async ValueTask<OfferShown> WithCardAsync(
        FloorRun run, OfferShown offer, CancellationToken cancellationToken)
    {
        var (name, email) = await run.Transcripts.ReadCardAsync(offer.Chat.Number, cancellationToken)
            .ConfigureAwait(false);
        return name is null && email is null ? offer : offer with { Name = name, Email = email };
    }

    /// <summary>The same of a contact, for whoever deals with its customer.</summary>
    internal static async ValueTask<ChatShown> WithCardAsync(
        FloorRun run, ChatShown chat, CancellationToken cancellationToken)
    {
        if (chat.Role is null or ChatRole.Customer or ChatRole.Invitee || chat.State == ChatState.Closed)
        {
            return chat;
        }

        var (name, email) = await run.Transcripts.ReadCardAsync(chat.Chat.Number, cancellationToken)
            .ConfigureAwait(false);
        return name is null && email is null ? chat : chat with { Name = name, Email = email };
    }

    private static async ValueTask<FeedBatch> WithCardsAsync(
        FloorRun run, FeedBatch batch, CancellationToken cancellationToken)
    {
        List<FeedItem>? items = null;
        for (var index = 0; index < batch.Items.Count; index++)
        {
            FeedItem shown = batch.Items[index] switch
            {
                OfferShown { State: OfferState.Connecting or OfferState.Open } offer =>
                    await WithCardAsync(run, offer, cancellationToken).ConfigureAwait(false),
                AttachmentShown file => file with
                {
                    Name = (await run.Transcripts.ReadFileAsync(
                        file.Chat.Number, file.File, cancellationToken).ConfigureAwait(false)).Name,
                },
                ChatShown chat => await WithCardAsync(run, chat, cancellationToken).ConfigureAwait(false),
                var other => other,
            };
            if (!ReferenceEquals(shown, batch.Items[index]))
            {
                items ??= [.. batch.Items];
                items[index] = shown;
            }
        }

        return items is null ? batch : batch with { Items = items };
    }
}
