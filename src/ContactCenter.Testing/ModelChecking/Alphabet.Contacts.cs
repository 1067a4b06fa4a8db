using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Floors;
using ContactCenter.Routing;

namespace ContactCenter.Testing;

/// <summary>What can be asked of contacts, whichever there are and one that is not.</summary>
internal sealed partial class Alphabet
{
    private static readonly string[] Solved = ["solved"];
    private static readonly string[] Twice = ["solved", "solved"];
    private static readonly ObserverTrigger[] Moves = Enum.GetValues<ObserverTrigger>();

    private void AskOfContacts(Floor floor, Action<Command, Moment> ask)
    {
        if (floor.Configuration.Queues.Any(queue => queue.NoAgents is not null))
        {
            ask(new FollowNoAgentRule(Cast.Queue), Moment.AtOnce);
            ask(new FollowNoAgentRule("nowhere"), Moment.AtOnce);
        }

        var begins = floor.Chats.Count < model.Contacts
            && floor.Chats.Values.All(chat => chat.State == ChatState.Ended);
        foreach (var by in _people)
        {
            // The host may begin one for the customer: it is the same contact.
            if (by.Kind == ActorKind.Host || (by == Cast.Ana && !begins))
            {
                continue;
            }

            var start = Specification.Start("ana", Cast.Queue, withBot: false) with { By = by };
            ask(start, Moment.AtOnce);
            ask(start with { Queue = "nowhere" }, Moment.AtOnce);
            if (by == Cast.Ana)
            {
                AskForLater(floor, start, ask);
                if (model.HasBot)
                {
                    ask(start with { WithBot = true }, Moment.AtOnce);
                }
            }
        }
    }

    private void AskOfChat(long chat, Action<Command, Moment> ask)
    {
        foreach (var by in _people)
        {
            ask(new PostMessage(by, chat, Cast.Words), Moment.AtOnce);
            ask(new MarkLines(by, chat, 1, 0), Moment.AtOnce);
            ask(new MarkLines(by, chat, 0, int.MaxValue), Moment.AtOnce);
            ask(new WriteNote(by, chat, Cast.Words), Moment.AtOnce);
            ask(new AskForAgent(by, chat), Moment.AtOnce);
            ask(new EndChat(by, chat), Moment.AtOnce);
            ask(new PickContact(by, chat), Moment.AtOnce);
            ask(new ReturnChat(by, chat), Moment.AtOnce);
            ask(new CompleteWrapUp(by, chat, Solved), Moment.AtOnce);
            ask(new HoldWrapUp(by, chat), Moment.AtOnce);
        }

        ask(new CompleteWrapUp(Actor.Agent(Cast.Mina), chat, []), Moment.AtOnce);
        ask(new CompleteWrapUp(Actor.Agent(Cast.Mina), chat, Twice), Moment.AtOnce);
        ask(new AutoCompleteWrapUp(chat, 0), Moment.AtOnce);
        ask(new MindSilence(chat), Moment.AtOnce);
        ask(new WidenOffers(chat), Moment.AtOnce);
        ask(new FollowWaitRule(chat), Moment.AtOnce);
        ask(new AgeContact(chat), Moment.AtOnce);
        ask(new ReclassifyContact(Actor.Host, chat, ContactWishes.None), Moment.AtOnce);
        ask(new ClassifyContact(Actor.Host, chat, [("vip", true)], null), Moment.AtOnce);
    }

    private void AskTogether(long chat, Action<Command, Moment> ask)
    {
        foreach (var by in _people)
        {
            ask(new TransferChat(by, chat, Cast.Queue, null), Moment.AtOnce);
            foreach (var agent in Cast.Agents)
            {
                ask(new TransferChat(by, chat, null, agent), Moment.AtOnce);
                ask(new InviteAgent(by, chat, agent), Moment.AtOnce);
            }

            ask(new WithdrawTransfer(by, chat), Moment.AtOnce);
            ask(new WithdrawInvitation(by, chat), Moment.AtOnce);
            ask(new EndConference(by, chat), Moment.AtOnce);
            ask(new ExitConference(by, chat), Moment.AtOnce);
            ask(new Whisper(by, chat, Cast.Words), Moment.AtOnce);
            ask(new CompleteContact(by, chat, []), Moment.AtOnce);
            foreach (var trigger in Moves)
            {
                ask(new MoveObserver(by, chat, trigger), Moment.AtOnce);
            }
        }

        ask(new TransferChat(Actor.Agent(Cast.Mina), chat, null, null), Moment.AtOnce);
        ask(new CompleteContact(Cast.Boss, chat, Twice), Moment.AtOnce);
    }
}
