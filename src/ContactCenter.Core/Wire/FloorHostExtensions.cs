using ContactCenter.Runtime;
using static ContactCenter.ActorKind;

namespace ContactCenter.Wire;

/// <summary>The one entry for verbs of the wire.</summary>
public static class FloorHostExtensions
{
    /// <summary>Asks a verb of the floor in the name of whom the session belongs to.</summary>
    /// <param name="floor">The floor.</param>
    /// <param name="session">Who asks; of this floor.</param>
    /// <param name="verb">What is asked.</param>
    /// <param name="cancellationToken">Stops waiting: the outcome is unknown then.</param>
    /// <returns>
    /// What became of it. Rejected as <c>session-closed</c>, as <c>not-permitted</c> when the verb is not for such a
    /// party, or as the verb itself is.
    /// </returns>
    /// <exception cref="ArgumentException">The session is of another floor.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before the floor was asked.</exception>
    public static ValueTask<Outcome<VerbReply>> DispatchAsync(
        this FloorHost floor, Session session, Verb verb, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(floor);
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(verb);
        if (session.Host != floor)
        {
            throw new ArgumentException($"The session is of floor {session.Host.Id}, not {floor.Id}.", nameof(session));
        }

        if (session.IsClosed)
        {
            return new(Outcome<VerbReply>.Rejected(Rejections.SessionClosed));
        }

        var actor = session.Actor;
        return actor.Kind switch
        {
            Agent => AskAsync(floor, AgentId.Parse(actor.Id), verb, cancellationToken),
            Supervisor => SuperviseAsync(floor, AgentId.Parse(actor.Id), verb, cancellationToken),
            Customer when verb is StartChatVerb start => ReplyAsync(floor.Chats.StartAsync(
                new StartChat
                {
                    Queue = start.Queue,
                    Customer = CustomerId.Parse(actor.Id),
                    Name = start.Name,
                    Email = start.Email,
                    WithBot = start.WithBot,
                },
                start.CommandId,
                cancellationToken)),
            _ => AskAsync(floor, actor, verb, cancellationToken),
        };
    }

    /// <summary>What only agents ask, for themselves.</summary>
    private static ValueTask<Outcome<VerbReply>> AskAsync(
        FloorHost floor, AgentId agent, Verb verb, CancellationToken cancellationToken)
    {
        var id = verb.CommandId;
        return verb switch
        {
            SignInVerb => ReplyAsync(floor.Agents.SignInAsync(agent, id, cancellationToken)),
            SignOutVerb => ReplyAsync(floor.Agents.SignOutAsync(agent, id, cancellationToken)),
            SetAvailableVerb => ReplyAsync(floor.Agents.SetAvailableAsync(agent, id, cancellationToken)),
            SetIdleVerb v => ReplyAsync(floor.Agents.SetIdleAsync(agent, v.Code, id, cancellationToken)),
            AcceptVerb v => ReplyAsync(floor.Agents.AcceptAsync(agent, v.Offer, id, cancellationToken)),
            AcceptAllVerb => AcceptAllAsync(floor, agent, cancellationToken),
            DeclineVerb v => ReplyAsync(floor.Agents.DeclineAsync(agent, v.Offer, id, cancellationToken)),
            WrapUpVerb v => ReplyAsync(
                floor.Chats.WrapUpAsync(v.Chat, agent, v.Reasons ?? [], id, cancellationToken)),
            HoldWrapUpVerb v => ReplyAsync(floor.Chats.HoldWrapUpAsync(v.Chat, agent, id, cancellationToken)),
            _ => AskAsync(floor, Actor.Agent(agent), verb, cancellationToken),
        };
    }

    /// <summary>What only supervisors ask, about agents and queues.</summary>
    private static ValueTask<Outcome<VerbReply>> SuperviseAsync(
        FloorHost floor, AgentId supervisor, Verb verb, CancellationToken cancellationToken)
    {
        var id = verb.CommandId;
        return verb switch
        {
            SetAgentAvailableVerb v => ReplyAsync(
                floor.Supervisors.SetAvailableAsync(supervisor, v.Agent, v.Reason, id, cancellationToken)),
            SetAgentIdleVerb v => ReplyAsync(
                floor.Supervisors.SetIdleAsync(supervisor, v.Agent, v.Code, v.Reason, id, cancellationToken)),
            SignAgentOutVerb v => ReplyAsync(
                floor.Supervisors.SignOutAsync(supervisor, v.Agent, id, cancellationToken)),
            WaitingVerb v => ReplyAsync(
                floor.Queues.WaitingAsync(v.Queue, v.Limit, cancellationToken),
                waiting => new VerbReply { Waiting = waiting }),
            _ => AskAsync(floor, Actor.Supervisor(supervisor), verb, cancellationToken),
        };
    }

    /// <summary>What several may ask: for whom it is, the floor decides. The verbs of other parties end here.</summary>
    private static ValueTask<Outcome<VerbReply>> AskAsync(
        FloorHost floor, Actor actor, Verb verb, CancellationToken cancellationToken)
    {
        var id = verb.CommandId;
        return verb switch
        {
            SayVerb v => ReplyAsync(
                floor.Chats.SayAsync(v.Chat, actor, v.Text, id, cancellationToken),
                said => new VerbReply
                {
                    Position = said.Position,
                    Sequence = said.Sequence,
                    IsRedacted = said.IsRedacted,
                }),
            AskForAgentVerb v => ReplyAsync(floor.Chats.AskForAgentAsync(v.Chat, actor, id, cancellationToken)),
            EndVerb v => ReplyAsync(floor.Chats.EndAsync(v.Chat, actor, id, cancellationToken)),
            TranscriptVerb v => ReplyAsync(
                floor.Chats.TranscriptAsync(v.Chat, actor, v.After, v.Limit, cancellationToken),
                lines => new VerbReply { Lines = lines }),
            StateVerb v => ReplyAsync(
                floor.Chats.StateAsync(v.Chat, actor, cancellationToken), state => new VerbReply { State = state }),
            ExplainVerb v => ReplyAsync(
                floor.Queues.ExplainAsync(v.Chat, actor, cancellationToken),
                decision => new VerbReply { Decision = decision }),
            _ => new(Outcome<VerbReply>.Rejected(Rejections.NotPermitted)),
        };
    }

    private static async ValueTask<Outcome<VerbReply>> AcceptAllAsync(
        FloorHost floor, AgentId agent, CancellationToken cancellationToken)
    {
        try
        {
            var answers = await floor.Agents.AcceptAllAsync(agent, cancellationToken).ConfigureAwait(false);
            return answers.Any(answer => answer.IsUnknown)
                ? Outcome<VerbReply>.Unknown
                : Outcome<VerbReply>.Accepted(new VerbReply
                {
                    Taken = [.. answers.Where(answer => answer.IsAccepted).Select(answer => answer.Value.Id)],
                    NotTaken = [.. answers.Select(answer => answer.Rejection).OfType<Rejection>()],
                });
        }
        catch (InvalidOperationException) when (floor.Run is null)
        {
            return Outcome<VerbReply>.Rejected(Rejections.NotRunning);
        }
    }

    private static ValueTask<Outcome<VerbReply>> ReplyAsync(ValueTask<Outcome<Receipt>> asked) =>
        ReplyAsync(asked, receipt => new VerbReply { Position = receipt.Position });

    private static ValueTask<Outcome<VerbReply>> ReplyAsync(ValueTask<Outcome<ChatReceipt>> asked) =>
        ReplyAsync(asked, receipt => new VerbReply { Position = receipt.Position, Chat = receipt.Id });

    private static async ValueTask<Outcome<VerbReply>> ReplyAsync<T>(
        ValueTask<Outcome<T>> asked, Func<T, VerbReply> reply) =>
        (await asked.ConfigureAwait(false)).Select(reply);
}
