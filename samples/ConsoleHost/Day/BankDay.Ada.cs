using ContactCenter;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Responses;

namespace ConsoleHost.Day;

/// <summary>Ada's stolen card: a missed request, a supervisor who whispers, a wrap-up, and her return.</summary>
internal sealed partial class BankDay
{
    private async Task<ChatId> AdaIsAnsweredAsync()
    {
        // The bot greets Ada. Her second question is too much for it, and it hands her over.
        var adas = await StartAsync(Ada, "Ada");
        await SeenAsync<FeedItem>(Actor.Customer(Ada), seen => seen is LineShown or ChatShown { LastLine: > 0 });
        await SayAsync(adas, Actor.Customer(Ada), "What are your opening hours?");
        await SayAsync(adas, Actor.Customer(Ada), "And my card was stolen, please block it!");

        // Mina has been available longest, so she is asked. She is away from her desk: after half a minute it is a
        // RONA, Ada keeps her place, and Jun is asked.
        await AcceptAsync(Jun);

        // He came late, and reads what was said with the bot. Ada need not tell it again.
        var before = Done(await floor.Chats.TranscriptAsync(adas, Actor.Agent(Jun)));
        screens.Of(Actor.Agent(Jun)).Show(before.TakeWhile(line => line.Notice != Notices.AgentJoined));
        await SayAsync(adas, Actor.Agent(Jun), "Good morning Ada, I am on it. Which card is it?");

        // Whatever looks like a card number is masked before anybody sees it, the log included.
        await SayAsync(adas, Actor.Customer(Ada), "It is 4111 1111 1111 1111.");

        // Nothing more was offered to Mina: only she herself, or a supervisor, ends a RONA. Of the two ways out that
        // are on her screen she takes the first.
        Done(await floor.Agents.SetAvailableAsync(Mina));
        return adas;
    }

    private async Task SoraWhispersAsync(ChatId adas)
    {
        // Sora reads along. What she says now, Jun sees and Ada does not.
        Done(await floor.Supervisors.MonitorAsync(Sora, adas));
        await PauseAsync(4);
        Done(await floor.Supervisors.WhisperAsync(Sora, adas, "Jun, we may send hers by courier."));
        await SayAsync(adas, Actor.Agent(Jun), "It is blocked. A courier brings you a new one tomorrow.");
        Done(await floor.Supervisors.StopMonitoringAsync(Sora, adas));
        await SayAsync(adas, Actor.Customer(Ada), "That is kind, thank you!");
    }

    private async Task AdaIsWrappedUpAsync(ChatId adas)
    {
        // Jun ends the chat. He owes a wrap-up, and his slot stays taken until it is there.
        Done(await floor.Chats.EndAsync(adas, Actor.Agent(Jun)));
        await PauseAsync(5);

        // He types a part of what he looks for, and ticks both reasons that are found.
        const string Typed = "CARD";
        var found = Done(await floor.Agents.WrapUpReasonsAsync(Jun, Typed));
        screens.Of(Actor.Agent(Jun)).Show("REASONS", Typed, found.Select(reason => reason.Name));
        await PauseAsync(5);
        Done(await floor.Chats.WrapUpAsync(adas, Jun, [.. found.Select(reason => reason.Code)]));
    }

    private async Task AdaComesBackAsync()
    {
        // Mina has never talked to her. While she has Ada's chat, Ada's earlier contacts are hers to read.
        var adas = await StartAsync(Ada, "Ada", withBot: false);
        await AcceptAsync(Mina);
        var history = Done(await floor.History.ContactsOfAsync(adas, Actor.Agent(Mina)));
        screens.Of(Actor.Agent(Mina)).Show(history.Contacts);
        await SayAsync(adas, Actor.Customer(Ada), "What if I am out when the courier comes?");

        await MinaPicksAResponseAsync(adas);
        Done(await floor.Chats.EndAsync(adas, Actor.Customer(Ada)));
        await PauseAsync(4);
        Done(await floor.Chats.WrapUpAsync(adas, Mina, ["answered"]));
    }

    private async Task MinaPicksAResponseAsync(ChatId adas)
    {
        // Others have asked that before, so the words are prepared.
        const string Typed = "COURIER";
        var found = Done(await floor.Agents.ResponsesAsync(Mina, adas, new ResponseSearch { Search = Typed }));
        screens.Of(Actor.Agent(Mina)).Show("RESPONSES", Typed, found.Select(response => response.Title));
        await PauseAsync(3);

        // What she picks is put into the message that she writes, with Ada's name in it. It is not said by that.
        var picked = Done(await floor.Agents.PickResponseAsync(Mina, adas, found[0].Id));
        await SayAsync(adas, Actor.Agent(Mina), picked.Text);
    }
}
