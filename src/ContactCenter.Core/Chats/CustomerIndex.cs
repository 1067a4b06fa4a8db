namespace ContactCenter.Chats;

/// <summary>
/// The live chats of each customer, newest first. Most customers have one, so the list is linked through the chats.
/// </summary>
internal sealed class CustomerIndex
{
    private readonly Dictionary<CustomerId, ChatSession> _newest = [];

    internal IEnumerable<ChatSession> Of(CustomerId customer)
    {
        for (var chat = _newest.GetValueOrDefault(customer); chat is not null; chat = chat.NextOfCustomer)
        {
            yield return chat;
        }
    }

    internal void Add(ChatSession chat)
    {
        if (_newest.TryGetValue(chat.Customer, out var next))
        {
            (chat.NextOfCustomer, next.PreviousOfCustomer) = (next, chat);
        }

        _newest[chat.Customer] = chat;
    }

    internal void Remove(ChatSession chat)
    {
        var (previous, next) = (chat.PreviousOfCustomer, chat.NextOfCustomer);
        if (next is not null)
        {
            next.PreviousOfCustomer = previous;
        }

        if (previous is not null)
        {
            previous.NextOfCustomer = next;
        }
        else if (next is not null)
        {
            _newest[chat.Customer] = next;
        }
        else
        {
            _newest.Remove(chat.Customer);
        }
    }
}
