using ContactCenter;
using ContactCenter.Agents;
using ContactCenter.Collaboration;
using ContactCenter.Floors;
using ContactCenter.Runtime;

namespace ConsoleHost.Day;

/// <summary>Bo's loan: handed to a queue, missed, taken up with files, shared in a conference, handed on.</summary>
internal sealed partial class BankDay
{
    private async Task<ChatId> BoIsSentToLoansAsync()
    {
        // Bo does not want the bot. Jun has a chat already, so it is Mina's turn, and this time she is there.
        var bos = await StartAsync(Bo, "Bo", withBot: false);
        await AcceptAsync(Mina);
        await SayAsync(bos, Actor.Customer(Bo), "How is my loan getting on?");
        await SayAsync(bos, Actor.Agent(Mina), "I will give you to our loans desk, Bo.");

        // The queue has him at once. Mina is out of the chat, and owes a wrap-up for her part of it.
        Done(await floor.Chats.TransferAsync(bos, Mina, TransferTarget.To(Loans)));
        await PauseAsync(6);
        Done(await floor.Chats.WrapUpAsync(bos, Mina, ["passed-on"]));
        return bos;
    }

    private async Task KaiMissesAndComesBackAsync()
    {
        // Kai is alone with the loans, and misses Bo. He takes the other way out: while he is idle, nothing comes.
        await SeenAsync<AgentShown>(Actor.Agent(Kai), agent => agent.Availability == Availability.Rona);
        await PauseAsync(3);
        Done(await floor.Agents.SetIdleAsync(Kai, "away"));
        await PauseAsync(6);

        // Bo has kept his place, and is the first whom Kai is asked for.
        Done(await floor.Agents.SetAvailableAsync(Kai));
        await AcceptAsync(Kai);
    }

    private async Task BoSendsFilesAsync(ChatId bos)
    {
        await SayAsync(bos, Actor.Agent(Kai), "Your loan is approved, Bo. Only your payslip is missing.");
        await PauseAsync(3);

        // Nobody gets a file before it is scanned. One of these has a card number in it: Bo is told that it was not
        // sent and why, and for everybody else it has never been there.
        OutgoingFile[] files =
        [
            File("payslip.txt", "Bo, February: 2,400.00"),
            File("old-card.txt", "My card is 5555 5555 5555 4444, until 03/26."),
        ];
        Done(await floor.Attachments.SendAsync(bos, Actor.Customer(Bo), files, "Here it is, and my old card."));
    }

    private async Task KaiAsksJunToJoinAsync(ChatId bos)
    {
        await SayAsync(bos, Actor.Customer(Bo), "Can I draw it with my old card?");

        // Until Jun accepts, the chat goes on as it was, and Bo knows nothing of it.
        Done(await floor.Conferences.InviteAsync(bos, Kai, Jun));
        await SayAsync(bos, Actor.Agent(Kai), "Let me ask.");
        await AcceptAsync(Jun);
        await SayAsync(bos, Actor.Agent(Jun), "Hello Bo, yes, until the end of March.");

        // Jun goes, Kai stays. Only whoever is responsible for the chat owes a wrap-up, so Jun owes none.
        Done(await floor.Conferences.EndAsync(bos, Kai));
        await SayAsync(bos, Actor.Customer(Bo), "Fine. And when will the money be there?");
    }

    private async Task BoIsGivenToMinaAsync(ChatId bos)
    {
        // Kai's shift is over. The directory says who can take Bo at this moment.
        var directory = Done(await floor.Agents.DirectoryAsync(Kai));
        screens.Of(Actor.Agent(Kai)).Show(directory);
        await PauseAsync(3);
        var free = directory.Agents.First(agent => agent.CanTake).Agent;
        Done(await floor.Chats.TransferAsync(bos, Kai, TransferTarget.To(free)));
        await AcceptAsync(Mina);
        await SayAsync(bos, Actor.Agent(Mina), "Me again, Bo. It will be there on Thursday.");

        // This time the customer leaves. Two wrap-ups are due, one for each part.
        Done(await floor.Chats.EndAsync(bos, Actor.Customer(Bo)));
        await PauseAsync(5);
        Done(await floor.Chats.WrapUpAsync(bos, Kai, ["answered", "passed-on"]));
        Done(await floor.Chats.WrapUpAsync(bos, Mina, ["answered"]));
    }
}
