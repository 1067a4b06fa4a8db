using ContactCenter.Chats;
using ContactCenter.Routing;

namespace ContactCenter.Floors;

/// <summary>Queues in which only so many may wait, and where those go who come above that.</summary>
internal sealed partial class Floor
{
    /// <summary>
    /// The queue in which a contact that comes to one would wait: this, or where it overflows to. Null for none.
    /// </summary>
    private QueueProfile? WithRoom(QueueProfile queue)
    {
        // No longer than there are queues: a circle is a fault of the configuration.
        while (Router.Queues[queue.Name].Length >= queue.MaxLength)
        {
            if (queue.WhenFull != FullQueue.Overflow)
            {
                return null;
            }

            queue = _queues[queue.OverflowTo!];
            if (!_doors.Of(queue.Name).IsOpen && queue.ClosedAction != ClosedAction.Wait)
            {
                // What that sends on might come back.
                return null;
            }
        }

        return queue;
    }

    /// <summary>Whether nobody can come to wait where a chat would; a queue that closes takes whom it has.</summary>
    private bool HasNoRoomFor(ChatSession chat) =>
        _queues.TryGetValue(chat.WaitsIn, out var queue) && WithRoom(queue) is null;

    /// <summary>The queue that a chat comes to wait in is the one that has room for it.</summary>
    private void DivertIfFull(ChatSession chat)
    {
        if (_queues.TryGetValue(chat.WaitsIn, out var queue))
        {
            Divert(chat, WithRoom(queue)?.Name);
        }
    }

    private void Divert(ChatSession chat, string? room)
    {
        if (room is not null && room != chat.WaitsIn.Value)
        {
            Raise(new ChatDiverted(chat.Number, chat.WaitsIn, room, Diversion.QueueFull));
        }
    }

    /// <summary>Why a contact may not come to wait in a queue, or where it goes on to while that is closed.</summary>
    private Rejection? NoRoomIn(QueueProfile queue) =>
        WithRoom(queue) is null || WithRoom(_queues[DoorTo(queue)]) is null
            ? Rejections.QueueFull.About(queue.Name)
            : null;

    /// <summary>A chat waits in a queue already, or is offered from it.</summary>
    private static bool IsIn(ChatSession chat, QueueProfile queue) =>
        chat.State is ChatState.Queued or ChatState.Offered && chat.WaitsIn.Value == queue.Name;
}
