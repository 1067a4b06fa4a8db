using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Routing;
using ContactCenter.Statistics;

namespace ContactCenter.Floors;

/// <summary>
/// What each event adds to the running figures. Asked right before the event is applied, while the state still says
/// where the contact was and what the agent did.
/// </summary>
internal sealed partial class Floor
{
    /// <summary>
    /// The chat that has waited too long, or in vain, by a rule in this batch: if it ends, nobody has left.
    /// </summary>
    private long _overdue;

    private void Count(AvailabilityChanged e, Agent agent, DateTimeOffset at)
    {
        // One channel alone changes nothing about what the agent's time is counted as.
        if (e.Channel is null)
        {
            Tallies.Turn(agent, at);
        }
    }

    private void Count(OfferClosed e, Offer offer, Agent agent, ChatSession chat, DateTimeOffset at)
    {
        var tally = Tallies.Turn(agent, at);
        var queue = offer.IsInvitation ? null : Tallies.Of(chat.WaitsIn);
        switch (e.Trigger)
        {
            case OfferTrigger.Accept:
                tally.Count(AgentFigure.Answered);
                queue?.Answer(Waited(chat, at), QueueOf(chat).ServiceThreshold, at);
                if (!offer.IsInvitation && chat.Owner is { } sender)
                {
                    // Handed over: it leaves its sender only now.
                    CountTransfer(sender, at);
                }

                break;
            case OfferTrigger.Miss:
                tally.Count(AgentFigure.Missed);
                queue?.Count(QueueFigure.Missed, at);
                break;
            case OfferTrigger.Decline:
                tally.Count(AgentFigure.Declined);
                queue?.Count(QueueFigure.Declined, at);
                break;
            case OfferTrigger.Fail:
                tally.Count(AgentFigure.Failed);
                queue?.Count(QueueFigure.Failed, at);
                break;
            default:
                break;
        }
    }

    private void Count(ChatEvent happened, ChatSession chat, DateTimeOffset at)
    {
        switch (happened)
        {
            case ChatQueued:
                Tallies.Of(chat.Queue)?.Enter(QueueFigure.Arrived, at);
                break;
            case ChatRequeued:
                Tallies.Of(chat.Queue)?.Enter(QueueFigure.Requeued, at);
                break;
            case ChatTransferred e:
                Count(e, chat, at);
                break;
            case ChatDiverted e when chat.Waits:
                Tallies.Of(e.From)?.Leave(QueueFigure.Overflowed, Waited(chat, at), at);
                Tallies.Of(e.To)?.Enter(QueueFigure.TransferredIn, at);
                break;
            case SchedulingEvent e:
                Count(e, chat, at);
                break;
            case WaitRuleFired or NoAgentRuleFired:
                _overdue = chat.Number;
                break;
            case ChatMoved e when chat.Waits && chat.WaitsIn == e.From:
                Tallies.Of(e.From)?.Leave(QueueFigure.Overflowed, Waited(chat, at), at);
                Tallies.Of(e.To)?.Enter(QueueFigure.TransferredIn, at);
                break;
            case TransferCalledOff:
                Tallies.Of(chat.WaitsIn)?.Leave(QueueFigure.CalledOff, Waited(chat, at), at);
                break;
            case ChatEnded e when chat.Waits:
                Count(e, chat, Waited(chat, at), at);
                break;
            case WrapUpCompleted e:
                var owing = chat.Part(e.Part);
                CountHandled(owing, owing.WrapUpSince, at);
                break;
            case PartReleased e:
                CountHandled(chat.Part(e.Part), at, at);
                break;
            default:
                break;
        }
    }

    private void Count(ChatTransferred e, ChatSession chat, DateTimeOffset at)
    {
        if (chat.Waits)
        {
            var how = e.By.Kind == ActorKind.System ? QueueFigure.Overflowed : QueueFigure.Reassigned;
            Tallies.Of(chat.WaitsIn)?.Leave(how, Waited(chat, at), at);
        }
        else if (e.Trigger == ChatTrigger.Transfer && chat.Owner is { } owner)
        {
            CountTransfer(owner, at);
        }

        Tallies.Of(e.Queue)?.Enter(QueueFigure.TransferredIn, at);
    }

    private void Count(ChatEnded e, ChatSession chat, TimeSpan waited, DateTimeOffset at)
    {
        var queue = Tallies.Of(chat.WaitsIn);
        if (chat.State == ChatState.Transferring)
        {
            // Its customer was with an agent all the time.
            queue?.Leave(QueueFigure.CalledOff, waited, at);
        }
        else if (e.Trigger == ChatTrigger.Leave && chat.Number != _overdue)
        {
            queue?.Abandon(waited, QueueOf(chat).ShortAbandon, at);
        }
        else
        {
            queue?.Leave(QueueFigure.Ended, waited, at);
        }
    }

    private void CountTransfer(Participation from, DateTimeOffset at)
    {
        Tallies.Turn(_agents[from.Agent], at).Count(AgentFigure.TransferredOut);
        Tallies.Of(from.AcceptedFrom)?.Count(QueueFigure.TransferredOut, at);
    }

    private void CountHandled(Participation part, DateTimeOffset left, DateTimeOffset at)
    {
        // Called away from it is neither in it nor idle.
        var held = part.Interruption?.Until(left) ?? TimeSpan.Zero;
        var (talk, wrapUp) = (new TimeSpan(left.UtcTicks - part.AcceptedAt) - held, at - left);
        Tallies.Turn(_agents[part.Agent], at).Handle(talk, wrapUp, held);
        Tallies.Of(part.AcceptedFrom)?.Handle(talk, wrapUp, at);
    }

    private static TimeSpan Waited(ChatSession chat, DateTimeOffset at) => new(at.UtcTicks - chat.LineSince);
}
