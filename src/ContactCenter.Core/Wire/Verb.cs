using System.Text.Json.Serialization;

namespace ContactCenter.Wire;

/// <summary>
/// Something a connected party asks, as a client sends it. The list is closed; the wire name of each is its
/// <c>verb</c>. A verb never says who asks: its session does.
/// </summary>
/// <remarks>
/// A verb may carry words as they were typed, before any redaction: it must not be stored. What
/// <see cref="ToString"/> gives may be logged. Immutable, safe for any thread.
/// </remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "verb")]
[JsonDerivedType(typeof(SignInVerb), "sign-in")]
[JsonDerivedType(typeof(SignOutVerb), "sign-out")]
[JsonDerivedType(typeof(SetAvailableVerb), "set-available")]
[JsonDerivedType(typeof(SetIdleVerb), "set-idle")]
[JsonDerivedType(typeof(AcceptVerb), "accept")]
[JsonDerivedType(typeof(AcceptAllVerb), "accept-all")]
[JsonDerivedType(typeof(DeclineVerb), "decline")]
[JsonDerivedType(typeof(PickListVerb), "pick-list")]
[JsonDerivedType(typeof(PickVerb), "pick")]
[JsonDerivedType(typeof(ReturnVerb), "return-to-queue")]
[JsonDerivedType(typeof(StartChatVerb), "start-chat")]
[JsonDerivedType(typeof(SayVerb), "say")]
[JsonDerivedType(typeof(TypingVerb), "typing")]
[JsonDerivedType(typeof(MarkVerb), "mark")]
[JsonDerivedType(typeof(NoteVerb), "note")]
[JsonDerivedType(typeof(AskForAgentVerb), "ask-for-agent")]
[JsonDerivedType(typeof(EndVerb), "end")]
[JsonDerivedType(typeof(WrapUpVerb), "wrap-up")]
[JsonDerivedType(typeof(HoldWrapUpVerb), "hold-wrap-up")]
[JsonDerivedType(typeof(TranscriptVerb), "transcript")]
[JsonDerivedType(typeof(StateVerb), "state")]
[JsonDerivedType(typeof(SetAgentAvailableVerb), "set-agent-available")]
[JsonDerivedType(typeof(SetAgentIdleVerb), "set-agent-idle")]
[JsonDerivedType(typeof(SignAgentOutVerb), "sign-agent-out")]
[JsonDerivedType(typeof(WaitingVerb), "waiting")]
[JsonDerivedType(typeof(QueueHoursVerb), "queue-hours")]
[JsonDerivedType(typeof(ExplainVerb), "explain")]
[JsonDerivedType(typeof(HeartbeatVerb), "heartbeat")]
[JsonDerivedType(typeof(PermissionsVerb), "permissions")]
[JsonDerivedType(typeof(ReportActivityVerb), "report-activity")]
[JsonDerivedType(typeof(PresentVerb), "present")]
[JsonDerivedType(typeof(TransferToQueueVerb), "transfer-to-queue")]
[JsonDerivedType(typeof(TransferToAgentVerb), "transfer-to-agent")]
[JsonDerivedType(typeof(WithdrawTransferVerb), "withdraw-transfer")]
[JsonDerivedType(typeof(InviteVerb), "invite")]
[JsonDerivedType(typeof(WithdrawInvitationVerb), "withdraw-invitation")]
[JsonDerivedType(typeof(EndConferenceVerb), "end-conference")]
[JsonDerivedType(typeof(ExitConferenceVerb), "exit-conference")]
[JsonDerivedType(typeof(DirectoryVerb), "directory")]
[JsonDerivedType(typeof(WrapUpReasonsVerb), "wrap-up-reasons")]
[JsonDerivedType(typeof(IdleCodesVerb), "idle-codes")]
[JsonDerivedType(typeof(MyContactsVerb), "my-contacts")]
[JsonDerivedType(typeof(AsidesVerb), "asides")]
[JsonDerivedType(typeof(MonitorVerb), "monitor")]
[JsonDerivedType(typeof(BargeInVerb), "barge-in")]
[JsonDerivedType(typeof(StopMonitoringVerb), "stop-monitoring")]
[JsonDerivedType(typeof(WhisperVerb), "whisper")]
[JsonDerivedType(typeof(CompleteVerb), "complete")]
[JsonDerivedType(typeof(AgentsVerb), "agents")]
[JsonDerivedType(typeof(ContactsVerb), "contacts")]
[JsonDerivedType(typeof(SuspendVerb), "suspend")]
[JsonDerivedType(typeof(ActivateVerb), "activate")]
[JsonDerivedType(typeof(CallBackVerb), "call-back")]
[JsonDerivedType(typeof(CancelVerb), "cancel")]
[JsonDerivedType(typeof(ScheduledVerb), "scheduled")]
[JsonDerivedType(typeof(HistoryVerb), "history")]
[JsonDerivedType(typeof(HistoryMoreVerb), "history-more")]
[JsonDerivedType(typeof(ResponsesVerb), "responses")]
[JsonDerivedType(typeof(PickResponseVerb), "pick-response")]
[JsonDerivedType(typeof(QueueStatisticsVerb), "queue-statistics")]
[JsonDerivedType(typeof(QueuesVerb), "queues")]
[JsonDerivedType(typeof(EstimateVerb), "estimate")]
[JsonDerivedType(typeof(AgentStatisticsVerb), "agent-statistics")]
[JsonDerivedType(typeof(ExplainAgentVerb), "explain-agent")]
[JsonDerivedType(typeof(RevealVerb), "reveal")]
public abstract record Verb
{
    private protected Verb()
    {
    }

    /// <summary>Makes a retry known; the default value where the client sent none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public CommandId CommandId { get; init; }

    /// <summary>The wire name of the field that is out of its bounds; null when none is.</summary>
    internal virtual string? FieldOutOfBounds => null;

    /// <summary>Which verb and which command, for a log: never a text, a name or an address.</summary>
    public sealed override string ToString() => CommandId.IsNone ? GetType().Name : $"{GetType().Name} {CommandId}";
}
