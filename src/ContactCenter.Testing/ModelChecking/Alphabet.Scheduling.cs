using ContactCenter.Chats;
using ContactCenter.Floors;

namespace ContactCenter.Testing;

/// <summary>What is asked of contacts that are for later, set aside or called back.</summary>
internal sealed partial class Alphabet
{
    private void AskOfScheduling(Floor floor, long chat, Action<Command, Moment> ask)
    {
        if (!model.Schedules)
        {
            return;
        }

        foreach (var by in _people)
        {
            ask(new SuspendContact(by, chat), Moment.AtOnce);
            ask(new ActivateContact(by, chat), Moment.AtOnce);
            ask(new AskForCallback(by, chat, null), Moment.AtOnce);
            ask(new AskForCallback(by, chat, Soon(floor)), Moment.AtOnce);
            ask(new CancelContact(by, chat, Solved), Moment.AtOnce);
        }

        ask(new CancelContact(Actor.Host, chat, Twice), Moment.AtOnce);
        ask(new ComeDue(chat), Moment.AtOnce);
    }

    private void AskForLater(Floor floor, StartContact start, Action<Command, Moment> ask)
    {
        if (model.Schedules)
        {
            ask(start with { DueAt = Soon(floor) }, Moment.AtOnce);
            ask(start with { DueAt = Soon(floor), SuspendWhenDue = true }, Moment.AtOnce);
            ask(start with { DueAt = floor.LastAt + (Appointment.MaxAhead * 2) }, Moment.AtOnce);
        }
    }

    private static DateTimeOffset Soon(Floor floor) => floor.LastAt + TimeSpan.FromSeconds(45);
}
