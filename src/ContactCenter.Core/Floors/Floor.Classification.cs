using System.Collections.Immutable;
using ContactCenter.Chats;
using ContactCenter.Routing;

namespace ContactCenter.Floors;

/// <summary>Queue, priority and requirements of contacts, told from their attributes.</summary>
internal sealed partial class Floor
{
    private static readonly Classified Unclassified = new(null, null, []);

    /// <summary>The policies, read; an index over the configuration.</summary>
    private readonly Dictionary<string, Classifier> _classifiers = new(StringComparer.Ordinal);

    /// <summary>The queues in order, and their labels; an index over the configuration.</summary>
    private (string Name, AttributeBag Labels)[] _labels = [];

    private void LearnClassifications(FloorConfiguration configuration)
    {
        _labels =
        [
            .. from queue in configuration.Queues.OrderBy(queue => queue.Name, StringComparer.Ordinal)
               select (queue.Name, queue.LabelBag()),
        ];
        _classifiers.Clear();
        foreach (var one in configuration.Classifications)
        {
            _classifiers.Add(one.Name, new Classifier(one.Policy));
        }
    }

    /// <summary>What a policy makes of a contact of which so much is said; nothing where none is named.</summary>
    private Rejection? Classify(string? name, AttributeBag contact, out Classified classified)
    {
        classified = Unclassified;
        if (name is null)
        {
            return null;
        }

        if (!_classifiers.TryGetValue(name, out var policy))
        {
            return Rejections.ClassificationUnknown;
        }

        classified = policy.Classify(contact, _labels);
        return null;
    }

    /// <summary>The queue that a contact comes to: the one that was named for it, else that of the rules.</summary>
    private QueueProfile? QueueFor(StartContact c, Classified classified) =>
        (c.Queue == default ? classified.Queue : c.Queue.Value) is { } name
            && QueueName.TryParse(name, out var queue)
            ? _queues.GetValueOrDefault(queue)
            : null;

    private void Classify(StartContact c, long number, Classified classified)
    {
        var asked = Named(c.Wishes, _chats[number]);
        var wishes = classified.Requirements.IsEmpty && (classified.Priority ?? asked.Priority) == asked.Priority
            ? asked
            : With(asked, asked.Requirements, classified);
        if (!ReferenceEquals(wishes, ContactWishes.None))
        {
            Raise(new ContactWished(number, wishes));
        }

        if (c.Attributes.Count > 0)
        {
            Raise(new ContactLabelled(number, c.Attributes));
        }

        if (c.Classification is { } policy)
        {
            Raise(new ContactClassified(number, policy, classified.Requirements.Length));
        }
    }

    private Rejection? Decide(ClassifyContact c)
    {
        if (MayReassign(c, out var chat) is { } refused)
        {
            return refused;
        }

        if (ContactAttributes.Refusal(c.Patch) is { } unclean)
        {
            return unclean;
        }

        if (!chat.Attributes.TryWith(c.Patch.AsSpan(), out var said, out var fault))
        {
            return Rejections.AttributesInvalid.About(fault.ToString());
        }

        if (ContactAttributes.Refusal(said) is { } invalid)
        {
            return invalid;
        }

        if (Classify(c.Classification, said, out var classified) is { } unclassified)
        {
            return unclassified;
        }

        _reply = new Reply(c.Chat, 0);
        if (said != chat.Attributes)
        {
            Raise(new ContactLabelled(c.Chat, said));
        }

        if (c.Classification is { } policy)
        {
            Classify(chat, policy, classified);
        }

        return null;
    }

    private void Classify(ChatSession chat, string name, Classified classified)
    {
        var policy = _classifiers[name];
        var before = chat.Classified;
        var wishes = policy.AsksForAgents
            ? With(chat.Wishes, chat.Wishes.Requirements[..^before], classified)
            : chat.Wishes with { Priority = classified.Priority ?? chat.Wishes.Priority };
        if (!wishes.Equals(chat.Wishes))
        {
            Raise(new ContactWished(chat.Number, wishes, ByRule: true));
        }

        Raise(new ContactClassified(chat.Number, name, policy.AsksForAgents ? classified.Requirements.Length : before));
        if (classified.Queue is { } queue)
        {
            Requeue(chat, _queues[queue]);
        }
    }

    private static ContactWishes With(
        ContactWishes wishes, ImmutableArray<(Requirement, TimeSpan?)> own, Classified classified) => wishes with
        {
            Priority = classified.Priority ?? wishes.Priority,
            Requirements = [.. own, .. classified.Requirements],
        };

    /// <summary>
    /// A contact that no agent has goes to another queue of its channel. One that waits stays where that does not let
    /// it in; any other finds out when it comes to wait.
    /// </summary>
    private void Requeue(ChatSession chat, QueueProfile queue)
    {
        var isMovable = chat.IsWithNobody || (chat.State == ChatState.Offered && IsRouted(chat));
        var room = chat.Waits ? LetsIn(queue) : queue;
        if (!isMovable || queue.Name == chat.WaitsIn.Value || queue.Channel != chat.Channel
            || room is null || room.Name == chat.WaitsIn.Value)
        {
            return;
        }

        // Whoever it is offered to may not serve the other queue. Withdrawn, which is no miss.
        CloseOffersOf(chat, OfferTrigger.Withdraw);
        Divert(chat, room.Name, Diversion.Reclassified, asked: queue.Name);
    }
}
