using ContactCenter.Chats;
using ContactCenter.Floors;

namespace ContactCenter.Testing;

/// <summary>What is for later, set aside, called back or cancelled.</summary>
internal sealed partial class Workload
{
    private Command? Scheduling(Activity activity, Floor floor)
    {
        if (activity == Activity.Schedule)
        {
            return Start(floor) with { DueAt = Later(floor), SuspendWhenDue = draw.Percent(30) };
        }

        var state = activity switch
        {
            Activity.Suspend or Activity.CallBack =>
                draw.Of(ChatState.Queued, ChatState.Queued, ChatState.Offered, ChatState.Scheduled),
            Activity.Activate =>
                draw.Of(ChatState.Suspended, ChatState.Suspended, ChatState.Suspended, ChatState.Scheduled),
            _ => draw.Of(ChatState.Queued, ChatState.Offered, ChatState.Scheduled, ChatState.Suspended),
        };
        if (Chat(floor, state) is not { } chat)
        {
            return null;
        }

        var by = draw.Of(Actor.Host, Actor.Supervisor("boss"), Actor.Supervisor("chief"));
        return activity switch
        {
            Activity.Suspend => new SuspendContact(by, chat.Number),
            Activity.Activate => new ActivateContact(by, chat.Number),
            Activity.CallBack => new AskForCallback(
                draw.Percent(60) ? Actor.Customer(chat.Customer) : by,
                chat.Number,
                draw.Percent(60) ? Later(floor) : default(DateTimeOffset?)),
            _ => new CancelContact(by, chat.Number, ChosenReasons(floor)),
        };
    }

    /// <summary>Soon, mostly; now, a moment ago; too long ago, or further ahead than a contact may be.</summary>
    private DateTimeOffset Later(Floor floor)
    {
        var by = draw.Below(20) switch
        {
            0 => TimeSpan.FromMinutes(-2),
            1 => TimeSpan.FromDays(91),
            2 => TimeSpan.Zero,
            3 => TimeSpan.FromSeconds(-30),
            _ => Seconds(draw.Between(1, 300)),
        };

        // A floor on which nothing has happened has no time yet.
        return floor.LastAt == default ? DateTimeOffset.UnixEpoch : floor.LastAt + by;
    }
}
