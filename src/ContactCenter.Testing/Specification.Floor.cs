using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Redaction;
using ContactCenter.Routing;

namespace ContactCenter.Testing;

/// <summary>Small floors, and the words to set the scene on them.</summary>
internal sealed partial class Specification
{
    private static readonly RedactionPipeline Pipeline = new();

    /// <summary>A floor with one queue, <c>chat</c>, that all these agents serve; everybody is signed out.</summary>
    internal static Specification Floor(params AgentProfile[] agents) => Floor([Queue("chat")], agents);

    /// <summary>A floor with these queues and agents; an agent for whom no queue is named serves all of them.</summary>
    internal static Specification Floor(QueueProfile[] queues, params AgentProfile[] agents) =>
        new(Configuration(queues, agents));

    /// <summary>A floor that is configured like this.</summary>
    internal static Specification Floor(FloorConfiguration configuration) => new(configuration);

    /// <summary>
    /// The configuration of a small floor: idle codes <c>lunch</c> and <c>meeting</c>, wrap-up reasons <c>solved</c>
    /// and <c>unsolved</c>, no auto wrap-up, room for 1,000 contacts of each channel.
    /// </summary>
    internal static FloorConfiguration Configuration(QueueProfile[] queues, params AgentProfile[] agents) => new()
    {
        Queues = [.. queues],
        Agents =
        [
            .. agents.Select(agent => agent.Queues.IsEmpty
                ? agent with { Queues = [.. queues.Select(queue => queue.Name)] }
                : agent),
        ],
        IdleCodes = [new IdleCode("lunch", "Lunch"), new IdleCode("meeting", "Meeting")],
        WrapUp = new WrapUpPolicy
        {
            Reasons = [new WrapUpReason("solved", "Solved"), new WrapUpReason("unsolved", "Not solved")],
        },
        Ceilings = [1_000, 1_000, 1_000, 1_000],
    };

    /// <summary>A queue; its offers run out after 30 seconds unless said otherwise.</summary>
    internal static QueueProfile Queue(
        string name,
        Channel channel = Channel.Chat,
        int offerSeconds = 30,
        bool allowDecline = false,
        bool startsWithBot = false) => new()
        {
            Name = name,
            Channel = channel,
            OfferTimeout = TimeSpan.FromSeconds(offerSeconds),
            AllowDecline = allowDecline,
            StartsWithBot = startsWithBot,
        };

    /// <summary>An agent who takes one chat at a time, in these queues or in all.</summary>
    internal static AgentProfile Agent(string id, params string[] queues) => Agent(id, chats: 1, queues);

    /// <summary>An agent who takes so many chats at a time, in these queues or in all.</summary>
    internal static AgentProfile Agent(string id, int chats, params string[] queues) =>
        Agent(id, new MediaProfile { Chat = chats }, queues);

    /// <summary>An agent with a media profile, in these queues or in all.</summary>
    internal static AgentProfile Agent(string id, MediaProfile media, params string[] queues) =>
        new() { Id = id, Media = media, Queues = [.. queues] };

    /// <summary>A text that has been through the redaction pipeline.</summary>
    internal static RedactedText Text(string text) => Pipeline.Redact(text).Text;

    /// <summary>What a command that says something carries.</summary>
    internal static Body Body(string text, ulong salt = 0) => new(Text(text), salt);

    /// <summary>A customer asks for a chat, without a name.</summary>
    internal static StartContact Start(CustomerId customer, QueueName queue, bool? withBot = null) =>
        new(Actor.Customer(customer), customer, queue, RedactedText.Empty, RedactedText.Empty, withBot);

    /// <summary>Somebody says something in a chat.</summary>
    internal static PostMessage Say(Actor by, long chat, string text) => new(by, chat, Body(text));

    /// <summary>The event that <see cref="Say"/> leaves.</summary>
    internal static MessagePosted Said(Actor by, long chat, int sequence, string text)
    {
        var body = Body(text);
        return new MessagePosted(chat, sequence, by, body.Text.Text.Length, body.Digest, !body.Text.IsClean);
    }

    /// <summary>Given agents who have signed in and asked for work, one after the other.</summary>
    internal Specification Available(params ReadOnlySpan<string> agents)
    {
        foreach (var agent in agents)
        {
            var by = Actor.Agent(agent);
            Given(new SignInAgent(by, agent), new MakeAvailable(by, agent));
        }

        return this;
    }

    /// <summary>Given customers who have asked for a chat in a queue, one after the other.</summary>
    internal Specification Started(string queue, params ReadOnlySpan<string> customers)
    {
        foreach (var customer in customers)
        {
            Given(Start(customer, queue));
        }

        return this;
    }

    /// <summary>Given a chat whose open offer its agent has accepted.</summary>
    internal Specification Accepted(long chat)
    {
        var part = State.Chats.GetValueOrDefault(chat)?.Offered;
        return part is not null
            ? Given(new AcceptOffer(Actor.Agent(part.Agent), part.Offer))
            : throw new SpecificationFailedException($"Chat {chat} is not offered to anybody.");
    }
}
