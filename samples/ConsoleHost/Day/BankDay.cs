using ConsoleHost.Screens;
using ContactCenter;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Runtime;

namespace ConsoleHost.Day;

/// <summary>
/// A morning at the bank, told in verbs. It only does what people do; what they see of it is on their screens.
/// </summary>
internal sealed class BankDay(FloorHost floor, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly AgentId Mina = "mina";
    private static readonly AgentId Jun = "jun";
    private static readonly AgentId Sora = "sora";
    private static readonly CustomerId Ada = "c-77";
    private static readonly CustomerId Bo = "c-78";

    /// <summary>Who looks on.</summary>
    internal static Party[] Parties { get; } =
    [
        new(Actor.Customer(Ada), "Ada"),
        new(Actor.Customer(Bo), "Bo"),
        new(Actor.Agent(Mina), "Mina"),
        new(Actor.Agent(Jun), "Jun"),
        new(Actor.Supervisor(Sora), "Sora"),
    ];

    /// <summary>Plays the day to its end, or until Ctrl+C.</summary>
    internal async Task PlayAsync(CancellationToken stopping)
    {
        try
        {
            await PlayAsync().WaitAsync(Patience, TimeProvider.System, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Whoever pressed the keys has seen enough.
        }
    }

    private async Task PlayAsync()
    {
        foreach (var agent in (AgentId[])[Mina, Jun])
        {
            await floor.Agents.SignInAsync(agent);
            await floor.Agents.SetAvailableAsync(agent);
        }

        // Ada talks to the bot first. Her second question is too much for it, and it hands her over.
        var adas = await StartAsync(Ada, "Ada");
        await SayAsync(adas, Actor.Customer(Ada), "What are your opening hours?");
        await SayAsync(adas, Actor.Customer(Ada), "And my card was stolen, please block it!");

        // Mina has been available longest, so she is asked. She is away from her desk: after half a minute it is a
        // RONA, Ada keeps her place, and Jun is asked.
        var offer = await OfferAsync(Jun);
        await PauseAsync(4);
        (await floor.Agents.AcceptAsync(Jun, offer.Offer)).ValueOrThrow();
        await SayAsync(adas, Actor.Agent(Jun), "Good morning Ada, I am on it. Which card is it?");

        // Whatever looks like a card number is masked before anybody sees it, the log included.
        await SayAsync(adas, Actor.Customer(Ada), "It is 4111 1111 1111 1111.");

        // Nothing more was offered to Mina: only she herself, or a supervisor, ends a RONA.
        await floor.Agents.SetAvailableAsync(Mina);

        // Bo does not want the bot. Jun has a chat already, so it is Mina's turn, and this time she is there.
        var bos = await StartAsync(Bo, "Bo", withBot: false);
        var second = await OfferAsync(Mina);
        await PauseAsync(3);
        (await floor.Agents.AcceptAsync(Mina, second.Offer)).ValueOrThrow();
        await SayAsync(bos, Actor.Customer(Bo), "Is my new card on its way?");
        await SayAsync(adas, Actor.Agent(Jun), "It is blocked, and a new one is in the post.");
        await SayAsync(bos, Actor.Agent(Mina), "It was sent yesterday, Bo.");

        // Jun ends his chat; from Mina's, the customer leaves. Both agents owe a wrap-up, and their slots stay taken.
        await floor.Chats.EndAsync(adas, Actor.Agent(Jun));
        await floor.Chats.EndAsync(bos, Actor.Customer(Bo));
        await PauseAsync(12);
        await floor.Chats.WrapUpAsync(adas, Jun, ["card-blocked", "answered"]);
        await floor.Chats.WrapUpAsync(bos, Mina, ["answered"]);

        // The supervisor sends Jun to lunch, and so ends our day.
        await floor.Supervisors.SetIdleAsync(Sora, Jun, "lunch", "shift-plan");
        await PauseAsync(5);
        await floor.Agents.SignOutAsync(Jun);
        await floor.Agents.SignOutAsync(Mina);
    }

    private async Task<ChatId> StartAsync(CustomerId customer, string name, bool? withBot = null)
    {
        var start = new StartChat { Queue = "cards", Customer = customer, Name = name, WithBot = withBot };
        var outcome = await floor.Chats.StartAsync(start);
        return outcome.ValueOrThrow().Id;
    }

    private async Task SayAsync(ChatId chat, Actor author, string text)
    {
        await PauseAsync(4);
        (await floor.Chats.SayAsync(chat, author, text)).ValueOrThrow();
    }

    /// <summary>Waits until an agent is offered something. What is open already is in the feed's first batch.</summary>
    private async Task<OfferShown> OfferAsync(AgentId agent)
    {
        await foreach (var batch in floor.Feeds.SubscribeAsync(Actor.Agent(agent)))
        {
            if (batch.Items.OfType<OfferShown>().FirstOrDefault(offer => offer.State == OfferState.Open) is { } offer)
            {
                return offer;
            }
        }

        throw new InvalidOperationException("The floor has stopped.");
    }

    private Task PauseAsync(int seconds) => Task.Delay(TimeSpan.FromSeconds(seconds), time);
}
