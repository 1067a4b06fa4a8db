using System.Buffers.Binary;
using System.Security.Cryptography;
using ContactCenter.Agents;
using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Customers;
using ContactCenter.Floors;
using ContactCenter.Journals;
using ContactCenter.Routing;
using ContactCenter.Sessions;

namespace ContactCenter.Testing;

/// <summary>
/// What two states have in common that differ in identity and time only: numbers are named by their order, of instants
/// the order is kept, and what only people read is left out.
/// </summary>
internal sealed class StateKey(ModelFloor model)
{
    private static readonly AgentId[] Swapped = [Cast.Noor, Cast.Mina];

    private readonly RecordWriter _one = new();
    private readonly RecordWriter _other = new();
    private readonly bool _alike = model.AgentsAreAlike;

    internal UInt128 Of(Floor floor)
    {
        var alarms = StandingAlarms.Of(floor);
        Write(_one, floor, alarms, Cast.Agents);
        var key = _one.Slice(.._one.Length).Span;
        if (_alike)
        {
            Write(_other, floor, alarms, Swapped);
            var swapped = _other.Slice(.._other.Length).Span;
            key = swapped.SequenceCompareTo(key) < 0 ? swapped : key;
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(key, hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }

    private void Write(RecordWriter to, Floor floor, List<Alarm> alarms, AgentId[] order)
    {
        to.Clear();
        to.Text(model.Revision is null ? string.Empty : floor.ConfigurationHash);
        foreach (var id in order)
        {
            var agent = floor.Agents[id];
            var bySystem = agent is { Availability: Availability.Idle, ChangedBy.Kind: ActorKind.System };
            to.Byte((byte)agent.Availability);
            to.Flag(agent.Code == IdleCode.Disconnected);
            to.Flag(bySystem && model.IsAutoAvailable(agent.Profile));
            to.Flag(agent.IsLost);
            to.Byte((byte)agent.AvailabilityFor(Channel.Chat));
            to.Byte((byte)(agent.PauseOf(Cast.Queue)?.Availability ?? Availability.SignedOut));
            Write(to, floor.Presences.GetValueOrDefault(Actor.Agent(id)));
            Write(to, agent, floor.Configuration.Rona);
        }

        Write(to, floor.Presences.GetValueOrDefault(Cast.Ana));
        to.Byte(LongestAvailable(floor, order));
        to.Flag(floor.DoorOf(Cast.Queue).IsOpen);

        if (model.SendsFiles)
        {
            foreach (var file in floor.Effects.Values.OfType<Attachment>().OrderBy(file => file.Number))
            {
                to.Flag(floor.Chats.ContainsKey(file.Chat));
                to.Byte((byte)file.State);
                to.Byte((byte)file.Author.Kind);
            }

            to.Number(-1);
        }

        if (model.KeepsHistory)
        {
            to.Number(floor.OnHold.Count);
            to.Number(floor.Effects.Values.OfType<Erasure>().Count());
        }

        var chats = floor.Chats.Values.OrderBy(chat => chat.Number).ToArray();
        to.Number(chats.Length);
        foreach (var chat in chats)
        {
            Write(to, floor, chat, order);
        }

        foreach (var alarm in alarms)
        {
            to.Byte((byte)alarm.Kind);
            to.Flag(alarm.DueAt <= floor.LastAt);
            to.Number(alarm.Kind switch
            {
                AlarmKind.WrapUp => PlaceOf(chats, alarm),
                AlarmKind.Offer or AlarmKind.OfferWarning => PlaceOf(floor, alarm),
                AlarmKind.Silence or AlarmKind.Widening or AlarmKind.Wait or AlarmKind.Appointment =>
                    Array.FindIndex(chats, chat => chat.Number == alarm.Subject),
                AlarmKind.Grace or AlarmKind.Inactivity or AlarmKind.CoolOff or AlarmKind.Pace =>
                    alarm.Who == Cast.Ana ? 2 : Place(alarm.Who.Id, order),
                _ => 0,
            });
        }
    }

    /// <summary>Of what was let pass only as much as still makes a difference: here nothing backs off.</summary>
    private static void Write(RecordWriter to, Agent agent, RonaPolicy policy)
    {
        for (var cause = RonaCause.Missed; cause <= RonaCause.Failed; cause++)
        {
            to.Number(Math.Min(agent.Passed[cause].Count, policy.RuleOf(cause)!.Threshold));
        }

        foreach (var one in agent.CoolOffs ?? [])
        {
            to.Flag(one.Channel is null);
            to.Byte((byte)one.Consequence);
        }

        to.Number(-1);
    }

    private static void Write(RecordWriter to, Presence? presence)
    {
        to.Byte((byte)(presence?.State ?? PresenceState.None));
        to.Number(presence?.Sessions.Count ?? 0);
    }

    private void Write(RecordWriter to, Floor floor, ChatSession chat, AgentId[] order)
    {
        to.Byte((byte)chat.State);
        to.Byte((byte)(chat.Bot is { } effect ? chat.LastCustomerLine > effect.UpTo ? 2 : 1 : 0));
        to.Byte((byte)chat.StateOf(Cast.Boss.Id));
        if (floor.Configuration.Queues.Any(queue => queue.EndSilentAfter is not null))
        {
            to.Flag(chat.AwaitsCustomer);
            to.Flag(chat.Silence?.WarnAt is not null);
        }

        var passedBy = floor.Router.Find(chat.Number)?.PassedBy;
        foreach (var id in order)
        {
            to.Number(passedBy?.IndexOf(id) ?? -1);
        }

        to.Period(chat.Patience?.Passed);
        to.Period(chat.Patience?.Overdue);
        to.Flag(chat.Patience?.FoundNobody == true);
        to.Number(chat.Patience?.Forsaken ?? 0);
        to.Flag(chat.Patience?.IsForsaken == true);
        if (!floor.Configuration.Queues[0].WaitRules.IsEmpty && chat.State == ChatState.Offered)
        {
            // Whether a rule is due the moment that nobody takes it.
            to.Flag(floor.LastAt - chat.WaitedSince >= floor.Configuration.Queues[0].WaitRules[0].After);
        }

        to.Number(chat.Widened);
        if (model.Schedules)
        {
            to.Flag(chat.HasWaited);
            to.Flag(chat.Appointment?.Suspends == true && chat.State == ChatState.Scheduled);
            to.Flag(chat.Appointment is null);
            to.Flag(chat.Appointment?.IsCallback == true);
        }

        to.Number(chat.Parts.Count);
        foreach (var part in chat.Parts)
        {
            to.Number(Place(part.Agent, order));
            to.Byte((byte)part.Role);
            to.Byte((byte)part.State);
            to.Flag(part.WrapUpDueAt is not null);
            if (part.State == ParticipationState.Offered)
            {
                var offer = floor.Offers.GetValueOrDefault(part.Offer);
                to.Byte((byte)(offer?.Kind ?? default));
                to.Byte((byte)(offer?.State ?? default));
                to.Flag(offer?.WarnAt is not null);
            }
        }
    }

    /// <summary>
    /// Who has been available longest, where that can still matter: whoever takes a contact or leaves one, or comes
    /// back, counts from that instant on.
    /// </summary>
    private static byte LongestAvailable(Floor floor, AgentId[] order)
    {
        var (one, other) = (floor.Agents[order[0]], floor.Agents[order[1]]);
        if (!CanMatter(one) || !CanMatter(other))
        {
            return 0;
        }

        var rested = Compare(one.RestedSince, other.RestedSince, order) < 0;
        var longest = Compare(one.LongestSince, other.LongestSince, order) < 0;
        return (byte)(1 + (rested ? 1 : 0) + (longest ? 2 : 0));
    }

    private static bool CanMatter(Agent agent) =>
        agent.AvailabilityFor(Channel.Chat) == Availability.Available && !agent.IsCoolingOff(Channel.Chat)
        && (agent.Contacts.Count == 0 || agent.Media.Chat > agent.Contacts.Count);

    private static int Compare(DateTimeOffset one, DateTimeOffset other, AgentId[] order) =>
        one != other ? one.CompareTo(other) : string.CompareOrdinal(order[0].Value, order[1].Value);

    private static int PlaceOf(ChatSession[] chats, Alarm alarm)
    {
        var chat = Array.FindIndex(chats, chat => chat.Number == alarm.Chat);
        return (chat * 16) + chats[chat].Parts.FindIndex(part => part.Offer == alarm.Subject);
    }

    /// <summary>Which of several open offers of a chat is due.</summary>
    private static int PlaceOf(Floor floor, Alarm alarm) =>
        floor.Chats[floor.Offers[alarm.Subject].Chat].Parts.FindIndex(part => part.Offer == alarm.Subject);

    private static int Place(AgentId agent, AgentId[] order) => agent == order[0] ? 0 : 1;
}
