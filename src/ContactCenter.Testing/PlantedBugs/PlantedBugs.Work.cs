using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Routing;

namespace ContactCenter.Testing;

/// <summary>What agents have in hand, owe and hand on.</summary>
internal static partial class PlantedBugs
{
    private static IEnumerable<PlantedBug> Work =>
    [
        new("a slot is freed twice", "S2", 5)
        {
            Remembers = (floor, batch) => Reload(floor, batch, load => load with { Chat = (byte)(load.Chat - 1) }),
        },
        new("a slot is never freed", "S2", 5)
        {
            Remembers = (floor, batch) => Reload(floor, batch, load => load with { Chat = (byte)(load.Chat + 1) }),
        },
        new("a chat ends and leaves its agent in it", "S1", 5)
        {
            Writes = batch => batch.Has<ChatEnded>() ? batch.Without(e => e is WrapUpStarted) : batch,
        },
        new("a contact that is wrapped up stays for ever", "S54", 5)
        {
            Writes = batch => batch.Without(e => e is ChatClosed),
        },
        new("a wrap-up is submitted by an alarm that does not stand", "S22", 5)
        {
            Happens = (_, e) => e is WrapUpCompleted { By.Kind: ActorKind.Agent } done
                ? done with { By = Actor.System }
                : e,
        },
        new("a colleague submits the wrap-up", "S22", 5)
        {
            Happens = (_, e) => e is WrapUpCompleted { By.Kind: ActorKind.Agent } done
                ? done with { By = Actor.Agent("somebody-else") }
                : e,
        },
        new("stopping a countdown is accepted and does nothing", "S37", 5)
        {
            Happens = (_, e) => e is WrapUpHeld ? null : e,
        },
        new("an alarm is dropped though what it is for still stands", "S41", 20)
        {
            Remembers = (floor, batch) =>
            {
                foreach (var started in batch.Events.OfType<WrapUpStarted>())
                {
                    if (floor.Chats.GetValueOrDefault(started.Chat)?.Part(started.Part) is { } part)
                    {
                        Drop(floor, part);
                    }
                }
            },
        },
        new("whoever hands a chat on stays in it", "S1", 40)
        {
            Writes = batch => batch.Events.Any(e => e is OfferClosed { Trigger: OfferTrigger.Accept })
                ? batch.Without(e => e is WrapUpStarted or PartReleased)
                : batch,
        },
        new("a chat that was taken back is still being handed over", "S16", 10)
        {
            Remembers = (floor, batch) =>
            {
                foreach (var off in batch.Events.OfType<TransferCalledOff>())
                {
                    var chat = floor.Chats[off.Chat];
                    chat.HandedTo = chat.Queue;
                }
            },
        },
    ];

    /// <summary>The index drops what stands for nothing when it comes upon it.</summary>
    private static void Drop(Floor floor, Participation part)
    {
        var dueAt = part.WrapUpDueAt;
        part.WrapUpDueAt = null;
        _ = floor.Alarms.NextDueAt;
        part.WrapUpDueAt = dueAt;
    }

    private static void Reload(Floor floor, Batch batch, Func<Agents.ChannelLoad, Agents.ChannelLoad> change)
    {
        foreach (var done in batch.Events.OfType<WrapUpCompleted>())
        {
            if (floor.Agents.TryGetValue(done.Agent, out var agent) && agent.Load.Chat > 0)
            {
                agent.Load = change(agent.Load);
            }
        }
    }
}
