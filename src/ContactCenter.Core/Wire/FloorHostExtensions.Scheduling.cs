using ContactCenter.Runtime;

namespace ContactCenter.Wire;

/// <summary>Contacts that are for later, set aside or called back.</summary>
public static partial class FloorHostExtensions
{
    /// <summary>Whoever may ask it, the floor decides. The verbs of other parties end here.</summary>
    private static ValueTask<Outcome<VerbReply>> ScheduleAsync(
        FloorHost floor, Actor actor, Verb verb, CancellationToken cancellationToken)
    {
        var id = verb.CommandId;
        return verb switch
        {
            SuspendVerb v => ReplyAsync(floor.Chats.SuspendAsync(v.Chat, actor, id, cancellationToken)),
            ActivateVerb v => ReplyAsync(floor.Chats.ActivateAsync(v.Chat, actor, id, cancellationToken)),
            CallBackVerb v => ReplyAsync(floor.Chats.CallBackAsync(v.Chat, actor, v.DueAt, id, cancellationToken)),
            CancelVerb v => ReplyAsync(floor.Chats.CancelAsync(v.Chat, actor, v.Reasons, id, cancellationToken)),
            ScheduledVerb v => ReplyAsync(
                floor.Queues.ScheduledAsync(
                    actor,
                    new ScheduledFilter { Queue = v.Queue, Channel = v.Channel, From = v.From },
                    v.Last is { } last ? new ScheduledPlace(last, v.LastFor) : null,
                    v.Limit,
                    cancellationToken),
                page => new VerbReply { Scheduled = page }),
            _ => new(Outcome<VerbReply>.Rejected(Rejections.NotPermitted)),
        };
    }
}
