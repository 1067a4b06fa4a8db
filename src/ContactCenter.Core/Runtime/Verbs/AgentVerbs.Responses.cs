using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Redaction;
using ContactCenter.Responses;

namespace ContactCenter.Runtime;

/// <summary>What agents need not type: predefined responses. Nothing here says anything in a chat.</summary>
public sealed partial class AgentVerbs
{
    private const int MostResponses = 200;

    /// <summary>
    /// The predefined responses that an agent may use in a chat: those for its channel, its queue and the agent's team,
    /// redacted. What may not be shown is left out. Ordered by category, without one first, and then by title.
    /// </summary>
    /// <param name="agent">Who asks: the owner of the chat, or the second agent in it.</param>
    /// <param name="chat">The chat that they are for.</param>
    /// <param name="search">Which of them, and how many.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>
    /// Rejected as <c>chat-unknown</c>, <c>not-permitted</c>, <c>text-too-long</c> where the search is, or
    /// <c>responses-unavailable</c> where the source fails, is late, or there is none.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not 1 to 200.</exception>
    public async ValueTask<Outcome<IReadOnlyList<PredefinedResponse>>> ResponsesAsync(
        AgentId agent, ChatId chat, ResponseSearch search, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(search);
        ArgumentOutOfRangeException.ThrowIfLessThan(search.Limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(search.Limit, MostResponses);
        cancellationToken.ThrowIfCancellationRequested();
        var (refused, run, desk) = await DeskAsync(agent, chat).ConfigureAwait(false);
        if (refused is not null)
        {
            return Outcome<IReadOnlyList<PredefinedResponse>>.Rejected(refused);
        }

        if (search.Search?.Length > ResponseSearch.MaxSearch)
        {
            return Outcome<IReadOnlyList<PredefinedResponse>>.Rejected(
                Rejections.TextTooLong.About($"search: {ResponseSearch.MaxSearch} at most"));
        }

        var filter = desk.Filter(search.Limit) with
        {
            Search = search.Search,
            Category = search.Category,
            Locale = search.Locale,
        };
        return await run.Responses.ReadAsync(filter, cancellationToken).ConfigureAwait(false) is { } responses
            ? Outcome<IReadOnlyList<PredefinedResponse>>.Accepted(responses)
            : Outcome<IReadOnlyList<PredefinedResponse>>.Rejected(Rejections.ResponsesUnavailable);
    }

    /// <summary>
    /// Fills a predefined response in for a chat, to go into the message that the agent is writing. Nothing is said and
    /// nothing is kept: the agent sends it, edited or not, like any other message.
    /// </summary>
    /// <param name="agent">Who picks it: the owner of the chat, or the second agent in it.</param>
    /// <param name="chat">The chat that it is for.</param>
    /// <param name="id">The id of a response that the agent may use there.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>
    /// The words, redacted, with <c>customer.name</c>, <c>customer.id</c>, <c>agent.name</c>, <c>agent.id</c>,
    /// <c>queue</c> and <c>chat.id</c> in their places; a place for which nothing is known stays open. Rejected as
    /// <c>chat-unknown</c>, <c>not-permitted</c>, <c>response-unknown</c>, <c>responses-unavailable</c>,
    /// <c>text-too-long</c> where it is longer than <see cref="FloorLimits.MaxMessageLength"/> once it is filled, or as
    /// a message that redaction does not let through.
    /// </returns>
    public async ValueTask<Outcome<PickedResponse>> PickResponseAsync(
        AgentId agent, ChatId chat, string id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        cancellationToken.ThrowIfCancellationRequested();
        var (refused, run, desk) = await DeskAsync(agent, chat).ConfigureAwait(false);
        if (refused is not null)
        {
            return Outcome<PickedResponse>.Rejected(refused);
        }

        var found = await run.Responses.FindAsync(desk.Filter(1), id, cancellationToken).ConfigureAwait(false);
        if (found is not [var response])
        {
            return Outcome<PickedResponse>.Rejected(
                found is null ? Rejections.ResponsesUnavailable : Rejections.ResponseUnknown);
        }

        var (name, _) = await run.Transcripts.ReadCardAsync(chat.Number, cancellationToken).ConfigureAwait(false);
        var filled = Placeholders.Fill(response.Text, place => place switch
        {
            "customer.name" => name,
            "customer.id" => desk.Customer.Value,
            "agent.name" => desk.AgentName,
            "agent.id" => agent.Value,
            "queue" => desk.Queue.Value,
            "chat.id" => chat.ToString(),
            _ => null,
        });
        if (filled.Text.Length > run.MaxMessageLength)
        {
            return Outcome<PickedResponse>.Rejected(
                Rejections.TextTooLong.About($"message: {run.MaxMessageLength} at most"));
        }

        var (text, dropped) = await run.Responses.RedactAsync(filled.Text).ConfigureAwait(false);
        return text is null
            ? Outcome<PickedResponse>.Rejected(dropped!)
            : Outcome<PickedResponse>.Accepted(new PickedResponse(
                response.Id, text.Text, [.. filled.Unresolved.Where(place => !CardLikeId.Is(place))]));
    }

    /// <summary>What a response for a chat depends on, where the agent is in it.</summary>
    private async ValueTask<(Rejection? Refused, FloorRun Run, ResponseDesk Desk)> DeskAsync(
        AgentId agent, ChatId chat)
    {
        if (_host.Run is not { } run)
        {
            return (Rejections.NotRunning, null!, default);
        }

        if (await run.Ownership.RefusalAsync().ConfigureAwait(false) is { } lost)
        {
            return (lost, run, default);
        }

        if (chat.Floor != _host.Id)
        {
            return (Rejections.ChatUnknown, run, default);
        }

        var (refused, desk) = run.Follower.Read(floor => Desk(floor, agent, chat.Number));
        return (refused, run, desk);
    }

    private static (Rejection? Refused, ResponseDesk Desk) Desk(Floor floor, AgentId agent, long number)
    {
        if (!floor.Chats.TryGetValue(number, out var chat))
        {
            return (Rejections.ChatUnknown, default);
        }

        return chat.RoleOf(Actor.Agent(agent)) is ChatRole.Owner or ChatRole.Conferee
            && floor.Agents.TryGetValue(agent, out var found)
            ? (null, new ResponseDesk(
                chat.Channel, chat.Queue, chat.Customer, found.Profile.Team, found.Profile.Name))
            : (Rejections.NotPermitted, default);
    }

    private readonly record struct ResponseDesk(
        Channel Channel, QueueName Queue, CustomerId Customer, string? Team, string? AgentName)
    {
        internal ResponseFilter Filter(int limit) => new(Channel, limit) { Queue = Queue.Value, Team = Team };
    }
}
