using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Routing;

namespace ContactCenter.Floors;

/// <summary>What each event shows to whom, and what each viewer finds when they begin to look.</summary>
internal static class Visibility
{
    /// <summary>How many contacts a supervisor's snapshot lists at most; the changes after it know no bound.</summary>
    private const int MaxListed = 1_000;

    internal static void Show(Floor floor, in Happening happening, Line? line, List<Shown> to)
    {
        var chat = happening.Chat;
        switch (happening.Event)
        {
            case AvailabilityChanged e:
                to.Add(Of(floor.Agents[e.Agent]));
                break;
            case OfferMade:
                to.Add(Of(floor, happening.Offer!, chat!, OfferState.Open));
                break;
            case OfferClosed e:
                var outcome = OfferLifecycle.Table.Next(OfferState.Open, e.Trigger);
                to.Add(Of(floor, happening.Offer!, chat!, outcome));
                if (outcome == OfferState.Accepted)
                {
                    Show(floor, chat!, to);
                    to.Add(Of(floor.Agents[happening.Offer!.Agent]));
                }

                break;
            case MessagePosted or NoticeShown:
                if (line is not null)
                {
                    var audience = new Audience(chat!.Customer, chat.Participant, Supervisors: false);
                    to.Add(new Shown(audience, floor.Id, line, happening.At));
                }

                break;
            case WrapUpCompleted e:
                var wrapUp = new WrapUpShown(chat!.Part!.WrapUpSince, null, e.Reasons, e.Automatic);
                to.Add(new Shown(new Audience(null, e.Agent, Supervisors: true), Of(floor, chat, wrapUp)));
                to.Add(Of(floor.Agents[e.Agent]));
                break;
            case BotAsked { UpTo: 0 }:
                Show(floor, chat!, to);
                break;
            case ChatEnded when chat!.Participant is not null:
                // What the agent owes follows in the same batch, and is shown with it.
                break;
            case ChatQueued or ChatEnded or WrapUpStarted or WrapUpHeld:
                Show(floor, chat!, to);
                break;
            case ChatClosed:
                to.Add(new Shown(new Audience(null, chat!.Part?.Agent, Supervisors: true), Of(floor, chat)));
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
                items.Add(Of(agent).Item);
                items.AddRange(Offers(floor, agent));
                items.AddRange(agent.Contacts.Select(number => Of(floor, floor.Chats[number])));
                break;
            case ActorKind.Customer:
                items.AddRange(
                    from chat in floor.ChatsOf(viewer.Id)
                    where chat.State != ChatState.Ended
                    select ForCustomer(Of(floor, chat)));
                break;
            case ActorKind.Supervisor or ActorKind.Host:
                items.AddRange(floor.Agents.Values.Select(agent => Of(agent).Item));
                items.AddRange(floor.Agents.Values.SelectMany(agent => Offers(floor, agent)).Take(MaxListed));
                items.AddRange(floor.Chats.Values.Take(MaxListed).Select(chat => Of(floor, chat)));
                break;
            default:
                break;
        }

        return items;
    }

    internal static IEnumerable<OfferShown> Offers(Floor floor, Agent agent) =>
        from number in agent.Offers
        let offer = floor.Offers[number]
        select (OfferShown)Of(floor, offer, floor.Chats[offer.Chat], OfferState.Open).Item;

    internal static Shown Of(Agent agent) => new(
        new Audience(null, agent.Id, Supervisors: true),
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
            agent.Load));

    internal static ChatShown Of(Floor floor, ChatSession chat, WrapUpShown? wrapUp = null) => new(
        new ChatId(floor.Id, chat.Number),
        chat.State,
        chat.Channel,
        chat.Customer,
        chat.Queue,
        chat.Participant,
        chat.QueuedAt == default ? default(DateTimeOffset?) : chat.QueuedAt,
        chat.LastLine,
        wrapUp ?? (chat.Part is { State: ParticipationState.WrappingUp } due
            ? new WrapUpShown(due.WrapUpSince, due.WrapUpDueAt)
            : null));

    internal static ChatShown For(Actor viewer, Floor floor, ChatSession chat) =>
        viewer.Kind == ActorKind.Customer ? ForCustomer(Of(floor, chat)) : Of(floor, chat);

    /// <summary>To a customer an offer is still waiting, and a wrap-up is none of their business.</summary>
    internal static ChatShown ForCustomer(ChatShown chat) => chat with
    {
        State = chat.State switch
        {
            ChatState.Offered => ChatState.Queued,
            ChatState.Closed => ChatState.Ended,
            _ => chat.State,
        },
        WrapUp = null,
    };

    internal static TranscriptLine Of(Line line, DateTimeOffset at) => new(
        line.Sequence, at, line.Kind, line.Author, line.Text.Text, !line.Text.IsClean, line.Code);

    private static void Show(Floor floor, ChatSession chat, List<Shown> to)
    {
        var shown = Of(floor, chat);
        to.Add(new Shown(new Audience(null, chat.Part?.Agent, Supervisors: true), shown));
        to.Add(new Shown(new Audience(chat.Customer, null, Supervisors: false), ForCustomer(shown)));
    }

    private static Shown Of(Floor floor, Offer offer, ChatSession chat, OfferState state) => new(
        new Audience(null, offer.Agent, Supervisors: true),
        new OfferShown(
            new OfferId(floor.Id, offer.Number),
            new ChatId(floor.Id, offer.Chat),
            offer.Agent,
            state,
            chat.Channel,
            chat.Customer,
            Name: null,
            Email: null,
            chat.Queue,
            offer.MadeAt,
            offer.DueAt));
}
