using ContactCenter.Attachments;
using ContactCenter.Floors;

namespace ContactCenter.Testing;

/// <summary>Every alarm of a floor in the order in which they fall due, read from its state alone.</summary>
internal static class StandingAlarms
{
    internal static List<Alarm> Of(Floor floor)
    {
        var alarms = new List<Alarm>();
        foreach (var offer in floor.Offers.Values)
        {
            alarms.Add(new Alarm(offer.DueAt, AlarmKind.Offer, offer.Number));
            Add(alarms, offer.WarnAt, AlarmKind.OfferWarning, offer.Number);
        }

        foreach (var chat in floor.Chats.Values)
        {
            Add(alarms, chat.Silence?.DueAt, AlarmKind.Silence, chat.Number);
            Add(alarms, chat.WidenAt, AlarmKind.Widening, chat.Number);
            Add(alarms, chat.ComesDueAt, AlarmKind.Appointment, chat.Number);
            Add(alarms, floor.RuleAt(chat), AlarmKind.Wait, chat.Number);
            Add(alarms, floor.AgesAt(chat), AlarmKind.Age, chat.Number);
            Add(alarms, chat.Bot?.DueAt, AlarmKind.Bot, chat.Bot?.Number ?? 0);
            foreach (var part in chat.Parts)
            {
                Add(alarms, part.WrapUpDueAt, AlarmKind.WrapUp, part.Offer, chat.Number);
            }
        }

        foreach (var presence in floor.Presences.Values)
        {
            Add(alarms, presence.GraceDueAt, AlarmKind.Grace, 0, 0, presence.Who);
        }

        foreach (var agent in floor.Agents.Values)
        {
            Add(alarms, agent.CoolsOffAt, AlarmKind.CoolOff, 0, 0, Actor.Agent(agent.Id));
            Add(alarms, agent.EasesAt, AlarmKind.Pace, 0, 0, Actor.Agent(agent.Id));
            Add(alarms, floor.InactiveAt(agent), AlarmKind.Inactivity, 0, 0, Actor.Agent(agent.Id));
        }

        foreach (var file in floor.Effects.Values.OfType<Attachment>())
        {
            Add(alarms, file.DueAt, AlarmKind.File, file.Number);
        }

        Add(alarms, floor.HoursDueAt, AlarmKind.Hours, 0);
        Add(alarms, floor.NobodyDueAt, AlarmKind.NoAgents, 0);
        Add(alarms, floor.PurgeAt, AlarmKind.Purge, 0);
        alarms.Sort();
        return alarms;
    }

    private static void Add(
        List<Alarm> alarms, DateTimeOffset? due, AlarmKind kind, long subject, long chat = 0, Actor who = default)
    {
        if (due is { } at)
        {
            alarms.Add(new Alarm(at, kind, subject, chat, who));
        }
    }
}
