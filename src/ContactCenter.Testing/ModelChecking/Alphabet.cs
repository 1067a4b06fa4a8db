using ContactCenter.Agents;
using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Customers;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Sessions;

namespace ContactCenter.Testing;

/// <summary>
/// Everything that can be asked of a floor as it stands, by everybody: what is sensible and what must be refused.
/// </summary>
internal sealed partial class Alphabet(ModelFloor model)
{
    private readonly Actor[] _people =
        [.. Cast.Everybody.Where(one => model.IsSupervised || one.Kind != ActorKind.Supervisor)];

    /// <summary>All of it, in an order that depends on the state alone.</summary>
    internal List<Ask> Of(Floor floor)
    {
        var asks = new List<Ask>(256);
        void Ask(Command command, Moment moment = Moment.AtOnce)
        {
            if (!model.NeverAsked.Contains(command.GetType()))
            {
                asks.Add(new Ask(command, moment));
            }
        }

        AskOfAlarms(floor, Ask);
        AskOfAgents(floor, Ask);
        AskOfSessions(floor, Ask);
        AskOfOffers(floor, Ask);
        AskOfBot(floor, Ask);
        AskOfContacts(floor, Ask);
        foreach (var chat in floor.Chats.Values.OrderBy(chat => chat.Number))
        {
            AskOfChat(chat.Number, Ask);
            AskTogether(chat.Number, Ask);
            AskOfScheduling(floor, chat.Number, Ask);
            foreach (var part in chat.Parts)
            {
                Ask(new AutoCompleteWrapUp(chat.Number, part.Offer));
            }
        }

        if (model.KeepsHistory)
        {
            AskOfHistory(floor, Ask);
        }

        if (model.SendsFiles)
        {
            AskOfFiles(floor, Ask);
        }

        // One that is closed, or never was.
        AskOfChat(0, Ask);
        AskTogether(0, Ask);
        AskOfScheduling(floor, 0, Ask);
        return asks;
    }

    private void AskOfAlarms(Floor floor, Action<Command, Moment> ask)
    {
        if (floor.Alarms.NextDueAt is null)
        {
            return;
        }

        ask(floor.Due(Testing.Ask.InstantOf(Moment.Due, floor))!, Moment.Due);
        if (model.HasOutages)
        {
            ask(floor.Due(Testing.Ask.InstantOf(Moment.Overdue, floor))!, Moment.Overdue);
        }

        // Answers that come at the deadline are late, even where the alarm has yet to run.
        foreach (var offer in floor.Offers.Values)
        {
            ask(new AcceptOffer(Actor.Agent(offer.Agent), offer.Number), Moment.Due);
        }

        foreach (var effect in floor.Effects.Values)
        {
            ask(new AnswerForBot(effect.Number, Cast.Words, HandOver: false), Moment.Due);
        }
    }

    private void AskOfAgents(Floor floor, Action<Command, Moment> ask)
    {
        foreach (var agent in Cast.Agents)
        {
            foreach (var by in _people)
            {
                ask(new SignInAgent(by, agent), Moment.AtOnce);
                ask(new SignOutAgent(by, agent), Moment.AtOnce);
                ask(new MakeAvailable(by, agent), Moment.AtOnce);
                ask(new MakeIdle(by, agent), Moment.AtOnce);
                ask(new ReportActivity(by, agent), Moment.Last);
                if (model.PausesChannels)
                {
                    ask(new MakeAvailable(by, agent, Channel: Channel.Chat), Moment.AtOnce);
                    ask(new MakeIdle(by, agent, "lunch", Channel: Channel.Chat), Moment.AtOnce);
                }

                if (model.PausesQueues)
                {
                    ask(new MakeAvailable(by, agent) { Queue = Cast.Queue }, Moment.AtOnce);
                    ask(new MakeIdle(by, agent, "lunch") { Queue = Cast.Queue }, Moment.AtOnce);
                }
            }

            ask(new MakeIdle(Actor.Agent(agent), agent, IdleCode.Declined), Moment.AtOnce);
            ask(new MakeIdle(Actor.Agent(agent), agent, "lunch", "no code"), Moment.AtOnce);
            ask(new SignOutInactive(agent), Moment.AtOnce);
            ask(new EndCoolOff(agent), Moment.AtOnce);
        }

        ask(new SignInAgent(Actor.Agent("nobody"), "nobody"), Moment.AtOnce);
        for (var revision = 0; revision < model.Revisions.Count; revision++)
        {
            foreach (var by in _people)
            {
                ask(new Configure(by, model.Revisions[revision], $"revision-{revision}"), Moment.AtOnce);
            }
        }

        foreach (var by in _people)
        {
            // Nothing new, something that is not there, and on another revision: none of it may leave a trace.
            var mina = floor.Configuration.Agents.First(agent => agent.Id == Cast.Mina.Value);
            ask(new EditConfiguration(by, new(EditKind.AddAgent, mina.Id, Agent: mina)), Moment.AtOnce);
            ask(new EditConfiguration(by, new(EditKind.RemoveQueue, "nowhere")), Moment.AtOnce);
            ask(new EditConfiguration(by, new(EditKind.RemoveQueue, Cast.Queue.Value), "unseen"), Moment.AtOnce);
        }
    }

    private void AskOfSessions(Floor floor, Action<Command, Moment> ask)
    {
        foreach (var by in _people)
        {
            var sessions = floor.Presences.GetValueOrDefault(by)?.Sessions ?? [];
            var bound = by.Kind == ActorKind.Agent ? model.AgentSessions : by == Cast.Ana ? model.CustomerSessions : 0;
            var refused = by.Kind is not (ActorKind.Agent or ActorKind.Customer);
            if (refused || sessions.Count < bound)
            {
                ask(new OpenSession(by), Moment.AtOnce);
            }

            foreach (var session in sessions)
            {
                ask(new LoseSession(by, session), Moment.AtOnce);
            }

            ask(new LoseSession(by, 0), Moment.AtOnce);
            ask(new GiveUpOnPresence(by), Moment.AtOnce);
        }
    }

    private void AskOfOffers(Floor floor, Action<Command, Moment> ask)
    {
        foreach (var offer in floor.Offers.Keys.Order().Append(0))
        {
            foreach (var by in _people)
            {
                ask(new AcceptOffer(by, offer), Moment.AtOnce);
                ask(new DeclineOffer(by, offer), Moment.AtOnce);
                ask(new FailOffer(by, offer), Moment.AtOnce);
                ask(new PresentOffer(by, offer), Moment.AtOnce);
                foreach (var session in floor.Presences.GetValueOrDefault(by)?.Sessions ?? [])
                {
                    ask(new AcceptOffer(by, offer, session), Moment.AtOnce);
                }
            }

            ask(new WarnOfOffer(offer), Moment.AtOnce);
            ask(new MissOffer(offer), Moment.AtOnce);
        }
    }

    private static void AskOfBot(Floor floor, Action<Command, Moment> ask)
    {
        foreach (var effect in floor.Effects.Keys.Order().Append(0))
        {
            ask(new AnswerForBot(effect, Cast.Words, HandOver: false), Moment.AtOnce);
            ask(new AnswerForBot(effect, Cast.Words, HandOver: true), Moment.AtOnce);
            ask(new AnswerForBot(effect, null, HandOver: true), Moment.AtOnce);
            ask(new AnswerForBot(effect, null, HandOver: false), Moment.AtOnce);
            ask(new GiveUpOnBot(effect), Moment.AtOnce);
        }
    }

    private void AskOfFiles(Floor floor, Action<Command, Moment> ask)
    {
        var files = floor.Effects.Values.OfType<Attachment>().Select(file => file.Number).ToArray();
        foreach (var by in files.Length == 0 ? _people : [])
        {
            ask(new SendFiles(by, floor.Last.Chat, null, [Cast.File]), Moment.AtOnce);
            ask(new SendFiles(by, floor.Last.Chat, Cast.Words, [Cast.File with { Extension = "exe" }]), Moment.AtOnce);
        }

        foreach (var file in files.Append(0))
        {
            ask(new JudgeFile(file, Code: null), Moment.AtOnce);
            ask(new JudgeFile(file, "card-number"), Moment.AtOnce);
            ask(new SettleFile(file, Cast.Words), Moment.AtOnce);
            ask(new SettleFile(file, Name: null), Moment.AtOnce);
            ask(new GiveUpOnFile(file), Moment.AtOnce);
        }
    }

    private void AskOfHistory(Floor floor, Action<Command, Moment> ask)
    {
        CustomerId ana = Cast.Ana.Id;
        foreach (var by in _people)
        {
            ask(new NoteRead(by, AuditAction.ReadHistory, 0, ana), Moment.AtOnce);
            ask(new NoteRead(by, AuditAction.ReadTranscript, floor.Last.Chat, ana), Moment.AtOnce);
            ask(new NoteRead(by, AuditAction.ReadAsides, floor.Last.Chat, ana), Moment.AtOnce);
            ask(new SetHold(by, ana, Holds: true, Specification.Text("dispute")), Moment.AtOnce);
            ask(new SetHold(by, ana, Holds: false, Specification.Text("settled")), Moment.AtOnce);
            ask(new EraseCustomer(by, ana, Specification.Text("on request")), Moment.AtOnce);
        }

        foreach (var effect in floor.Effects.Keys.Append(0))
        {
            ask(new EraseContacts(effect, [], 0, IsLast: true), Moment.AtOnce);
            ask(new EraseContacts(effect, [new(floor.Last.Chat, ana)], 3, IsLast: false), Moment.AtOnce);
        }

        ask(new PurgeHistory(), Moment.AtOnce);
    }
}
