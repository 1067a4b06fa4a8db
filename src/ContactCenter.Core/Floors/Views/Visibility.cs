using ContactCenter.Agents;
using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Routing;
using ContactCenter.Sessions;

namespace ContactCenter.Floors;

/// <summary>What each event shows to whom, and what each viewer finds when they begin to look.</summary>
internal static partial class Visibility
{
    /// <summary>How many contacts a supervisor's snapshot lists at most; the changes after it know no bound.</summary>
    private const int MaxListed = 1_000;

    internal static void Show(Floor floor, in Happening happening, Line? line, List<Shown> to)
    {
        var chat = happening.Chat;
        ShowGone(floor, happening, to);
        switch (happening.Event)
        {
            case AvailabilityChanged e:
                to.Add(Of(floor, floor.Agents[e.Agent]));
                break;
            case RonaCounted { Until: not null } or CoolOffEnded or AgentHeld or AgentLetGo
                or QueuePaused or QueueResumed:
                to.Add(Of(floor, floor.Agents[((AgentEvent)happening.Event).Agent]));
                break;
            case HoursEvent e:
                to.Add(new Shown(
                    new Audience(null, null, Supervisors: true),
                    new QueueShown(e.Queue, e is HoursBegan, e.NextChange)));
                break;
            case OfferMade or OfferPresented or OfferExpiring:
                to.Add(Of(floor, happening.Offer!, chat!, happening.Event is OfferExpiring));
                if (happening.Event is OfferMade)
                {
                    ShowOffered(floor, happening.Offer!, chat!, to);
                }

                break;
            case OfferClosed:
                to.Add(Of(floor, happening.Offer!, chat!));
                if (happening.Offer!.State == OfferState.Accepted)
                {
                    Show(floor, chat!, to);
                    to.Add(Of(floor, floor.Agents[happening.Offer!.Agent]));
                }
                else
                {
                    ShowOffered(floor, happening.Offer, chat!, to);
                }

                break;
            case FileDelivered e when line is not null:
                Show(floor, chat!, line, happening.At, to);
                to.Add(new Shown(ToAuthor(chat!, e.Author), new AttachmentShown(
                    new ChatId(floor.Id, e.Chat),
                    e.File,
                    line.Attached!.Length,
                    AttachmentState.Delivered,
                    Code: null)));
                break;
            case AttachmentEvent e:
                Show(floor, e, chat, to);
                break;
            case MessagePosted or NoticeShown or AsidePosted or AsideShown or MessageRedacted:
                if (line is not null && chat is not null)
                {
                    Show(floor, chat, line, line.At(happening.At), to);
                }

                break;
            case MaskingTurned:
                break;
            case ObserverMoved when !happening.WasSeen:
                // Who only reads along is seen by nobody.
                to.Add(ForSupervisors(floor, chat!));
                break;
            case ChatEvent e:
                Show(floor, chat!, e, to);
                break;
            case SessionEvent e:
                Show(floor, e, to);
                break;
            case StrategyFailed e:
                to.Add(new Shown(
                    new Audience(null, null, Supervisors: true), new StrategyFailedShown(e.Queue, e.Strategy)));
                break;
            default:
                break;
        }
    }

    internal static List<FeedItem> Snapshot(Floor floor, Actor viewer)
    {
        var items = new List<FeedItem>();
        switch (viewer.Kind)
        {
            case ActorKind.Agent when floor.Agents.TryGetValue(viewer.Id, out var agent):
                items.Add(Of(floor, agent).Item);
                items.AddRange(Offers(floor, agent));
                AddOwn([.. agent.Contacts.Distinct().Select(number => floor.Chats[number])]);
                break;
            case ActorKind.Customer:
                AddOwn([.. floor.ChatsOf(viewer.Id).Where(chat => chat.State != ChatState.Ended)]);
                break;
            case ActorKind.Supervisor or ActorKind.Host:
                items.AddRange(floor.Doors.Where(_ => floor.Supervises(viewer, agent: null))
                    .Select(one => new QueueShown(one.Queue, one.Door.IsOpen, one.Door.NextChange)));
                var agents = floor.Agents.Values.Where(agent => floor.Supervises(viewer, agent.Id)).ToArray();
                items.AddRange(agents.Select(agent => Of(floor, agent).Item));
                items.AddRange(agents.SelectMany(agent => Offers(floor, agent)).Take(MaxListed));
                items.AddRange(floor.FailedStrategies.Select(one => new StrategyFailedShown(one.Key, one.Value)));
                var chats = floor.Chats.Values.Where(chat => floor.Supervises(viewer, chat.ConcernedAgent)).ToArray();
                items.AddRange(chats.Take(MaxListed).Select(chat => For(viewer, floor, chat)));
                if (chats.Length > MaxListed)
                {
                    items.Add(new ContactsOmitted(chats.Length - MaxListed));
                }

                break;
            default:
                break;
        }

        return items;

        void AddOwn(ChatSession[] chats)
        {
            items.AddRange(chats.Select(chat => For(viewer, floor, chat)));
            items.AddRange(chats.SelectMany(chat => Files(floor, viewer, chat)));
        }
    }

    /// <summary>The contact requests of an agent, earliest first; at one instant e-mail, social, chat, call.</summary>
    internal static IEnumerable<OfferShown> Offers(Floor floor, Agent agent) =>
        from number in agent.Offers
        let offer = floor.Offers[number]
        let chat = floor.Chats[offer.Chat]
        orderby offer.MadeAt, Rank(chat.Channel)
        select (OfferShown)Of(floor, offer, chat).Item;

    /// <summary>The order of channels on a desk's task list; its popovers have it the other way round.</summary>
    internal static int Rank(Channel channel) => channel switch
    {
        Channel.Email => 0,
        Channel.Social => 1,
        Channel.Chat => 2,
        _ => 3,
    };

    internal static Shown Of(Floor floor, Agent agent) => new(
        new Audience(null, agent.Id, Supervisors: true, agent.Id),
        new AgentShown(
            agent.Id,
            agent.Profile.Name,
            agent.Availability,
            agent.Code,
            agent.Since,
            agent.CodeSince,
            agent.ChangedBy,
            agent.Reason,
            agent.IsEngaged,
            agent.Load,
            agent.Profile.Team,
            floor.PresenceOf(Actor.Agent(agent.Id)),
            agent.Availability == Availability.Available ? agent.Pauses?.ToArray() ?? [] : [])
        {
            CoolOffs = agent.CoolOffs?.ToArray(),
            HeldFor = agent.HeldFor,
            IsInterrupted = agent.Interrupter != 0,
            QueuePauses = agent.QueuePauses?.ToArray(),
        });

    internal static TranscriptLine Of(Line line, string? name, DateTimeOffset at) => new(
        line.Sequence,
        at,
        line.Kind,
        line.Author,
        line.Text.Text,
        !line.Text.IsClean,
        line.Code,
        line.Subject.Length == 0 ? null : line.Subject,
        name,
        line.Attached?.Length)
    { File = line.Attached?.File ?? Guid.Empty };

    /// <summary>An offer is made or comes to nothing: a slot is taken or free again.</summary>
    private static void ShowOffered(Floor floor, Offer offer, ChatSession chat, List<Shown> to)
    {
        to.Add(Of(floor, floor.Agents[offer.Agent]));
        if (offer.Kind is OfferKind.Routed or OfferKind.Picked)
        {
            ShowToDesks(floor, chat, to);
        }
        else
        {
            Show(floor, chat, to);
        }
    }

    private static void Show(Floor floor, SessionEvent happened, List<Shown> to)
    {
        if (happened is SessionClosed { Cause: not SessionEnd.Lost } closed)
        {
            var audience = closed.Who.Kind == ActorKind.Customer
                ? new Audience(closed.Who.Id, null, Supervisors: false)
                : new Audience(null, closed.Who.Id, Supervisors: false);
            to.Add(new Shown(audience, new SessionShown(closed.Session, closed.Cause)));
        }

        if (happened is SessionOpened or PresenceLost or PresenceEnded
            && happened.Who.Kind == ActorKind.Agent
            && floor.Agents.TryGetValue(happened.Who.Id, out var agent))
        {
            to.Add(Of(floor, agent));
        }
    }

    private static Shown Of(Floor floor, Offer offer, ChatSession chat, bool isExpiring = false) => new(
        new Audience(null, offer.Agent, Supervisors: true, offer.Agent),
        new OfferShown(
            new OfferId(floor.Id, offer.Number),
            new ChatId(floor.Id, offer.Chat),
            offer.Agent,
            offer.State,
            chat.Channel,
            chat.Customer,
            Name: null,
            Email: null,
            chat.WaitsIn,
            offer.MadeAt,
            offer.DueAt,
            offer.Kind,
            isExpiring,
            floor.Agents.TryGetValue(offer.Agent, out var agent) && agent.Profile.AutoAccept)
        { IsCallback = chat.IsCallback });
}
