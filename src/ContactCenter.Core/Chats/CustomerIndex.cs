using System.Numerics;

namespace ContactCenter.Chats;

/// <summary>The live chats of each customer, newest first.</summary>
/// <remarks>
/// A table of lists that are linked through the chats. It grows by one list with each chat, the half of another: so
/// adding one costs the same among a million as among a thousand.
/// </remarks>
internal sealed class CustomerIndex
{
    private ChatSession?[] _lists = new ChatSession?[16];
    private int _listCount;
    private int _chatCount;

    internal IEnumerable<ChatSession> Of(CustomerId customer)
    {
        for (var chat = First(customer); chat is not null; chat = chat.NextInIndex)
        {
            if (chat.Customer == customer)
            {
                yield return chat;
            }
        }
    }

    internal void Add(ChatSession chat)
    {
        if (++_chatCount > _listCount)
        {
            AddList();
        }

        ref var list = ref _lists[ListOf(chat.CustomerHash)];
        (chat.NextInIndex, list) = (list, chat);
    }

    internal void Remove(ChatSession chat)
    {
        ref var link = ref _lists[ListOf(chat.CustomerHash)];
        while (link != chat)
        {
            link = ref link!.NextInIndex;
        }

        link = chat.NextInIndex;
        _chatCount--;
    }

    private int Mask => (int)BitOperations.RoundUpToPowerOf2((uint)_listCount) - 1;

    private ChatSession? First(CustomerId customer) =>
        _listCount == 0 ? null : _lists[ListOf(customer.GetHashCode())];

    // Those whose list is not there yet are still in the one that it will be a half of.
    private int ListOf(int hash)
    {
        var list = hash & Mask;
        return list < _listCount ? list : list & (Mask >> 1);
    }

    private void AddList()
    {
        if (_listCount == _lists.Length)
        {
            Array.Resize(ref _lists, 2 * _lists.Length);
        }

        var added = _listCount++;
        var halved = added & (Mask >> 1);
        if (added == halved)
        {
            return;
        }

        ref var stay = ref _lists[halved];
        ref var move = ref _lists[added];
        for (var chat = stay; chat is not null; chat = chat.NextInIndex)
        {
            if (ListOf(chat.CustomerHash) == added)
            {
                (stay, move) = (chat.NextInIndex, chat);
                move = ref chat.NextInIndex;
            }
            else
            {
                stay = ref chat.NextInIndex;
            }
        }

        move = null;
    }
}
