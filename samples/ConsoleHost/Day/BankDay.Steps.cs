using System.Text;
using ContactCenter;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Runtime;

namespace ConsoleHost.Day;

/// <summary>What people do again and again.</summary>
internal sealed partial class BankDay
{
    /// <summary>Nothing in this day is refused; if it were, the day would be another one.</summary>
    private static T Done<T>(Outcome<T> outcome) => outcome.ValueOrThrow();

    private static OutgoingFile File(string name, string words) =>
        new(name, new MemoryStream(Encoding.UTF8.GetBytes(words)));

    private async Task<ChatId> StartAsync(CustomerId customer, string name, bool? withBot = null)
    {
        var start = new StartChat { Queue = Cards, Customer = customer, Name = name, WithBot = withBot };
        return Done(await floor.Chats.StartAsync(start)).Id;
    }

    private async Task SayAsync(ChatId chat, Actor author, string text)
    {
        await PauseAsync(3);
        Done(await floor.Chats.SayAsync(chat, author, text));
    }

    /// <summary>Waits until an agent is asked for something, and takes it.</summary>
    private async Task AcceptAsync(AgentId agent)
    {
        var offer = await SeenAsync<OfferShown>(Actor.Agent(agent), offer => offer.State == OfferState.Open);
        await PauseAsync(3);
        Done(await floor.Agents.AcceptAsync(agent, offer.Offer));
    }

    /// <summary>Waits until somebody sees something. What they see already is in the feed's first batch.</summary>
    private async Task<T> SeenAsync<T>(Actor viewer, Func<T, bool> matches)
        where T : FeedItem
    {
        await foreach (var batch in floor.Feeds.SubscribeAsync(viewer))
        {
            if (batch.Items.OfType<T>().FirstOrDefault(matches) is { } seen)
            {
                return seen;
            }
        }

        throw new InvalidOperationException("The floor has stopped.");
    }

    private Task PauseAsync(int seconds) => Task.Delay(TimeSpan.FromSeconds(seconds), time);
}
