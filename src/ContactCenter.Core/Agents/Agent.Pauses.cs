namespace ContactCenter.Agents;

/// <summary>
/// The queues that an agent has paused. What a person has paused lasts until somebody resumes it, or the agent signs
/// out; what the system has paused, until its time or the agent asks for work.
/// </summary>
internal sealed partial class Agent
{
    /// <summary>The queues from which nothing is offered; null for most.</summary>
    internal List<QueuePause>? QueuePauses { get; set; }

    internal QueuePause? PauseOf(QueueName queue)
    {
        // Asked for every offer, so without a lambda.
        if (QueuePauses is not null)
        {
            foreach (var pause in QueuePauses)
            {
                if (pause.Queue == queue)
                {
                    return pause;
                }
            }
        }

        return null;
    }

    internal Rejection? MayPause(Actor by, QueueName queue, string? reason) =>
        !by.IsAgent(Id) && by.Kind != ActorKind.Supervisor ? Rejections.NotPermitted
        : reason is not null && !Identifier.IsValid(reason) ? Rejections.ReasonUnknown
        : !Profile.Queues.Contains(queue.Value) ? Rejections.QueueUnknown.About(queue.Value)
        : Availability == Availability.SignedOut
            ? Rejections.NotAllowed.About(Availability, AvailabilityTrigger.GoIdle)
        : null;

    internal void Apply(QueuePaused happened, DateTimeOffset at)
    {
        QueuePauses ??= [];
        QueuePauses.RemoveAll(pause => pause.Queue == happened.Queue);
        QueuePauses.Add(new QueuePause(
            happened.Queue, happened.Availability, happened.Code, happened.Reason, at, happened.Until, happened.By));
        ActiveAt = happened.By.IsAgent(Id) ? at : ActiveAt;
    }

    internal void Apply(QueueResumed happened, DateTimeOffset at)
    {
        Resume(pause => pause.Queue == happened.Queue);
        ActiveAt = happened.By.IsAgent(Id) ? at : ActiveAt;
    }

    internal void Resume(Predicate<QueuePause> paused)
    {
        QueuePauses?.RemoveAll(paused);
        QueuePauses = QueuePauses is [] ? null : QueuePauses;
    }

    private void ResumeQueues(AvailabilityChanged happened)
    {
        if (happened.Trigger == AvailabilityTrigger.SignOut)
        {
            QueuePauses = null;
        }
        else if (happened is { By.Kind: not ActorKind.System, Channel: null })
        {
            Resume(pause => pause.ChangedBy.Kind == ActorKind.System);
        }
    }
}
