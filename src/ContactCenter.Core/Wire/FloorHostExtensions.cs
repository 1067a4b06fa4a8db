using ContactCenter.Collaboration;
using ContactCenter.Floors;
using ContactCenter.Runtime;
using ContactCenter.Statistics;
using static ContactCenter.ActorKind;

namespace ContactCenter.Wire;

/// <summary>The one entry for verbs of the wire.</summary>
public static partial class FloorHostExtensions
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

        session.Heartbeat();
        var actor = session.Actor;
        return actor.Kind switch
        {
            _ when verb is HeartbeatVerb or PermissionsVerb && floor.Run is null =>
                new(Outcome<VerbReply>.Rejected(Rejections.NotRunning)),
            _ when verb is HeartbeatVerb => new(Outcome<VerbReply>.Accepted(new VerbReply())),
            _ when verb is PermissionsVerb =>
                new(Outcome<VerbReply>.Accepted(new VerbReply { Permissions = ChatPermissions.Table })),
            Agent when verb is AcceptVerb { Automatic: true } accept => ReplyAsync(
                floor.Agents.AutoAcceptAsync(session, accept.Offer, accept.CommandId, cancellationToken)),
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
                    DueAt = start.DueAt,
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
            SetAvailableVerb { Channel: { } channel } =>
                ReplyAsync(floor.Agents.SetChannelAvailableAsync(agent, channel, id, cancellationToken)),
            SetAvailableVerb { Queue: { } queue } =>
                ReplyAsync(floor.Agents.ResumeQueueAsync(agent, queue, id, cancellationToken)),
            SetAvailableVerb => ReplyAsync(floor.Agents.SetAvailableAsync(agent, id, cancellationToken)),
            SetIdleVerb { Channel: { } channel } v =>
                ReplyAsync(floor.Agents.SetChannelIdleAsync(agent, channel, v.Code, id, cancellationToken)),
            SetIdleVerb { Queue: { } queue } v =>
                ReplyAsync(floor.Agents.PauseQueueAsync(agent, queue, v.Code, v.Reason, id, cancellationToken)),
            SetIdleVerb v => ReplyAsync(floor.Agents.SetIdleAsync(agent, v.Code, id, cancellationToken)),
            ReportActivityVerb => ReplyAsync(floor.Agents.ReportActivityAsync(agent, id, cancellationToken)),
            PresentVerb v => ReplyAsync(floor.Agents.PresentAsync(agent, v.Offer, id, cancellationToken)),
            AcceptVerb v => ReplyAsync(floor.Agents.AcceptAsync(agent, v.Offer, id, cancellationToken)),
            AcceptAllVerb => AcceptAllAsync(floor, agent, cancellationToken),
            DeclineVerb { RetryAfter: { } seconds } v => ReplyAsync(floor.Agents.DeclineForAsync(
                agent, v.Offer, TimeSpan.FromSeconds(seconds), v.Reason, id, cancellationToken)),
            DeclineVerb v => ReplyAsync(floor.Agents.DeclineAsync(agent, v.Offer, v.Reason, id, cancellationToken)),
            WrapUpVerb v => ReplyAsync(
                floor.Chats.WrapUpAsync(v.Chat, agent, v.Reasons ?? [], id, cancellationToken)),
            NoteVerb v => ReplyAsync(floor.Chats.NoteAsync(v.Chat, agent, v.Text, id, cancellationToken), Said),
            HoldWrapUpVerb v => ReplyAsync(floor.Chats.HoldWrapUpAsync(v.Chat, agent, id, cancellationToken)),
            _ => WorkAsync(floor, agent, verb, cancellationToken),
        };
    }

    /// <summary>What agents ask of each other, and what they look up to do so.</summary>
    private static ValueTask<Outcome<VerbReply>> WorkAsync(
        FloorHost floor, AgentId agent, Verb verb, CancellationToken cancellationToken)
    {
        var id = verb.CommandId;
        return verb switch
        {
            TransferToQueueVerb v => ReplyAsync(
                floor.Chats.TransferAsync(v.Chat, agent, TransferTarget.To(v.Queue), id, cancellationToken)),
            TransferToAgentVerb v => ReplyAsync(
                floor.Chats.TransferAsync(v.Chat, agent, TransferTarget.To(v.Agent), id, cancellationToken)),
            WithdrawTransferVerb v => ReplyAsync(
                floor.Chats.WithdrawTransferAsync(v.Chat, agent, id, cancellationToken)),
            InviteVerb v => ReplyAsync(floor.Conferences.InviteAsync(v.Chat, agent, v.Agent, id, cancellationToken)),
            WithdrawInvitationVerb v => ReplyAsync(
                floor.Conferences.WithdrawAsync(v.Chat, agent, id, cancellationToken)),
            EndConferenceVerb v => ReplyAsync(floor.Conferences.EndAsync(v.Chat, agent, id, cancellationToken)),
            ExitConferenceVerb v => ReplyAsync(floor.Conferences.ExitAsync(v.Chat, agent, id, cancellationToken)),
            DirectoryVerb v => ReplyAsync(
                floor.Agents.DirectoryAsync(agent, v.Channel ?? Channel.Chat, v.Search, cancellationToken),
                directory => new VerbReply { Directory = directory }),
            WrapUpReasonsVerb v => ReplyAsync(
                floor.Agents.WrapUpReasonsAsync(agent, v.Search, cancellationToken),
                reasons => new VerbReply { Reasons = reasons }),
            IdleCodesVerb => ReplyAsync(
                floor.Agents.IdleCodesAsync(agent, cancellationToken),
                codes => new VerbReply { IdleCodes = codes }),
            ResponsesVerb v => ReplyAsync(
                floor.Agents.ResponsesAsync(agent, v.Chat, v.Asked, cancellationToken),
                responses => new VerbReply { Responses = responses }),
            PickResponseVerb v => ReplyAsync(
                floor.Agents.PickResponseAsync(agent, v.Chat, v.Id, cancellationToken),
                picked => new VerbReply { Picked = picked }),
            PickListVerb v => ReplyAsync(
                floor.Agents.WaitingAsync(agent, v.Offset, v.Limit, cancellationToken),
                list => new VerbReply { Waiting = list.Waiting, Total = list.Total }),
            PickVerb v => ReplyAsync(floor.Agents.PickAsync(agent, v.Chat, id, cancellationToken)),
            ReturnVerb v => ReplyAsync(floor.Agents.ReturnAsync(agent, v.Chat, id, cancellationToken)),
            AgentStatisticsVerb v when v.Agent is null || v.Agent == agent => ReplyAsync(
                floor.Agents.StatisticsAsync(agent, cancellationToken), Statistics),
            ExplainAgentVerb v when v.Agent is null || v.Agent == agent => ReplyAsync(
                floor.Agents.ExplainAsync(agent, cancellationToken), Outlook),
            MyContactsVerb => ReplyAsync(
                floor.Agents.ContactsAsync(agent, cancellationToken),
                contacts => new VerbReply { Contacts = contacts }),
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
            SetAgentAvailableVerb { Channel: { } channel } v => ReplyAsync(
                floor.Supervisors.SetChannelAvailableAsync(supervisor, v.Agent, channel, id, cancellationToken)),
            SetAgentAvailableVerb { Queue: { } queue } v => ReplyAsync(
                floor.Supervisors.ResumeQueueAsync(supervisor, v.Agent, queue, id, cancellationToken)),
            SetAgentAvailableVerb v => ReplyAsync(
                floor.Supervisors.SetAvailableAsync(supervisor, v.Agent, v.Reason, id, cancellationToken)),
            SetAgentIdleVerb { Channel: { } channel } v => ReplyAsync(
                floor.Supervisors.SetChannelIdleAsync(supervisor, v.Agent, channel, v.Code, id, cancellationToken)),
            SetAgentIdleVerb { Queue: { } queue } v => ReplyAsync(floor.Supervisors.PauseQueueAsync(
                supervisor, v.Agent, queue, v.Code, v.Reason, id, cancellationToken)),
            SetAgentIdleVerb v => ReplyAsync(
                floor.Supervisors.SetIdleAsync(supervisor, v.Agent, v.Code, v.Reason, id, cancellationToken)),
            SignAgentOutVerb v => ReplyAsync(
                floor.Supervisors.SignOutAsync(supervisor, v.Agent, v.Reason, id, cancellationToken)),
            WaitingVerb v => ReplyAsync(
                floor.Queues.WaitingAsync(v.Queue, Actor.Supervisor(supervisor), v.Limit, cancellationToken),
                waiting => new VerbReply { Waiting = waiting }),
            QueueHoursVerb v => ReplyAsync(
                floor.Queues.HoursAsync(v.Queue, Actor.Supervisor(supervisor), cancellationToken),
                hours => new VerbReply { Hours = hours }),
            MonitorVerb v => ReplyAsync(floor.Supervisors.MonitorAsync(supervisor, v.Chat, id, cancellationToken)),
            BargeInVerb v => ReplyAsync(floor.Supervisors.BargeInAsync(supervisor, v.Chat, id, cancellationToken)),
            StopMonitoringVerb v => ReplyAsync(
                floor.Supervisors.StopMonitoringAsync(supervisor, v.Chat, id, cancellationToken)),
            WhisperVerb v => ReplyAsync(
                floor.Supervisors.WhisperAsync(supervisor, v.Chat, v.Text, id, cancellationToken), Said),
            TransferToQueueVerb v => ReplyAsync(floor.Supervisors.ReassignAsync(
                supervisor, v.Chat, TransferTarget.To(v.Queue), id, cancellationToken)),
            TransferToAgentVerb v => ReplyAsync(floor.Supervisors.ReassignAsync(
                supervisor, v.Chat, TransferTarget.To(v.Agent), id, cancellationToken)),
            CompleteVerb v => ReplyAsync(
                floor.Supervisors.CompleteAsync(supervisor, v.Chat, v.Reasons ?? [], id, cancellationToken)),
            AgentsVerb v => ReplyAsync(
                floor.Supervisors.AgentsAsync(supervisor, v.Limit, cancellationToken: cancellationToken),
                agents => new VerbReply { Agents = agents }),
            AgentStatisticsVerb { Agent: { } agent } => ReplyAsync(
                floor.Supervisors.AgentStatisticsAsync(supervisor, agent, cancellationToken), Statistics),
            ExplainAgentVerb { Agent: { } agent } => ReplyAsync(
                floor.Supervisors.ExplainAgentAsync(supervisor, agent, cancellationToken), Outlook),
            ContactsVerb v => ReplyAsync(
                floor.Supervisors.ContactsAsync(supervisor, v.List, v.Limit, cancellationToken),
                contacts => new VerbReply { Contacts = contacts }),
            _ => AskAsync(floor, Actor.Supervisor(supervisor), verb, cancellationToken),
        };
    }

    /// <summary>What several may ask: for whom it is, the floor decides.</summary>
    private static ValueTask<Outcome<VerbReply>> AskAsync(
        FloorHost floor, Actor actor, Verb verb, CancellationToken cancellationToken)
    {
        var id = verb.CommandId;
        return verb switch
        {
            SayVerb v => ReplyAsync(
                floor.Chats.SayAsync(v.Chat, actor, v.Text, id, cancellationToken),
                Said),
            TypingVerb v => ReplyAsync(floor.Chats.TypingAsync(v.Chat, actor, cancellationToken)),
            MarkVerb v => ReplyAsync(
                floor.Chats.MarkAsync(v.Chat, actor, v.Delivered, v.Read, id, cancellationToken)),
            AskForAgentVerb v => ReplyAsync(floor.Chats.AskForAgentAsync(v.Chat, actor, id, cancellationToken)),
            EndVerb v => ReplyAsync(floor.Chats.EndAsync(v.Chat, actor, id, cancellationToken)),
            TranscriptVerb v => ReplyAsync(
                floor.Chats.TranscriptAsync(v.Chat, actor, v.After, v.Limit, cancellationToken),
                lines => new VerbReply { Lines = lines }),
            AsidesVerb v => ReplyAsync(
                floor.Chats.AsidesAsync(v.Chat, actor, v.After, v.Limit, cancellationToken),
                lines => new VerbReply { Lines = lines }),
            HistoryMoreVerb v => ReplyAsync(
                floor.History.MoreAsync(v.Customer, actor, v.Source, v.Page, v.Limit, cancellationToken),
                more => new VerbReply { More = more }),
            HistoryVerb { Customer: { } customer } v => ReplyAsync(
                floor.History.ContactsAsync(customer, actor, v.Before, v.Limit, cancellationToken), History),
            HistoryVerb { Chat: { } chat } v => ReplyAsync(
                floor.History.ContactsOfAsync(chat, actor, v.Before, v.Limit, cancellationToken), History),
            StateVerb v => ReplyAsync(
                floor.Chats.StateAsync(v.Chat, actor, cancellationToken), state => new VerbReply { State = state }),
            ExplainVerb v => ReplyAsync(
                floor.Queues.ExplainAsync(v.Chat, actor, cancellationToken),
                decision => new VerbReply { Decision = decision }),
            QueueStatisticsVerb v => ReplyAsync(
                floor.Queues.StatisticsAsync(v.Queue, actor, cancellationToken),
                queue => new VerbReply { QueueStatistics = queue }),
            QueuesVerb v => ReplyAsync(
                floor.Queues.ListAsync(actor, v.Offset, v.Limit, cancellationToken),
                page => new VerbReply { Queues = page }),
            RevealVerb v => ReplyAsync(
                floor.Redaction.RevealAsync(v.Chat, v.Token, actor, v.Purpose, id, cancellationToken),
                revealed => new VerbReply { Position = revealed.Position, Revealed = revealed }),
            EstimateVerb v => ReplyAsync(
                floor.Queues.EstimateAsync(v.Chat, actor, cancellationToken),
                estimate => new VerbReply { Estimate = estimate }),
            _ => ScheduleAsync(floor, actor, verb, cancellationToken),
        };
    }

    private static VerbReply Statistics(AgentStatistics agent) => new() { AgentStatistics = agent };

    private static VerbReply Outlook(AgentOutlook agent) => new() { Outlook = agent };

    private static VerbReply History(HistoryPage page) => new() { History = page };

    private static VerbReply Said(MessageReceipt said) => new()
    {
        Position = said.Position,
        Sequence = said.Sequence,
        IsRedacted = said.IsRedacted,
    };

    private static async ValueTask<Outcome<VerbReply>> AcceptAllAsync(
        FloorHost floor, AgentId agent, CancellationToken cancellationToken)
    {
        var asked = await floor.Agents.AcceptAllAsync(agent, cancellationToken).ConfigureAwait(false);
        return asked.IsAccepted && asked.Value.Any(answer => answer.IsUnknown)
            ? Outcome<VerbReply>.Unknown
            : asked.Select(answers => new VerbReply
            {
                Taken = [.. answers.Where(answer => answer.IsAccepted).Select(answer => answer.Value.Id)],
                NotTaken = [.. answers.Select(answer => answer.Rejection).OfType<Rejection>()],
            });
    }

    private static ValueTask<Outcome<VerbReply>> ReplyAsync(ValueTask<Outcome<Receipt>> asked) =>
        ReplyAsync(asked, receipt => new VerbReply { Position = receipt.Position });

    private static ValueTask<Outcome<VerbReply>> ReplyAsync(ValueTask<Outcome<ChatReceipt>> asked) =>
        ReplyAsync(asked, receipt => new VerbReply { Position = receipt.Position, Chat = receipt.Id });

    private static async ValueTask<Outcome<VerbReply>> ReplyAsync<T>(
        ValueTask<Outcome<T>> asked, Func<T, VerbReply> reply) =>
        (await asked.ConfigureAwait(false)).Select(reply);
}
