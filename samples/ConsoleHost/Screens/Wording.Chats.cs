using System.Globalization;
using ContactCenter;
using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Floors;

namespace ConsoleHost.Screens;

/// <summary>A chat in words: what is said in it, how it stands, and what the viewer may do in it.</summary>
internal sealed partial class Wording
{
    private string Of(TranscriptLine line) => line switch
    {
        { Kind: LineKind.Whisper } when line.Author == Viewer => $"(I whisper: {line.Text}{Masked(line)})",
        { Kind: LineKind.Whisper } => $"({Name(line.Author)} whispers: {line.Text}{Masked(line)})",
        { Kind: LineKind.Note } => $"({Name(line.Author)} noted: {line.Text}{Masked(line)})",
        { Kind: LineKind.File } => $"{Name(line.Author)}: [{line.Text}, {line.FileLength} bytes]",
        { Kind: LineKind.AgentNotice } => $"({Notice(line)})",
        { Notice: not null } => $"* {Notice(line)}",
        _ => $"{Name(line.Author)}: {line.Text}{Masked(line)}",
    };

    private static string Masked(TranscriptLine line) => line.IsRedacted ? "  [masked]" : string.Empty;

    private string? Notice(TranscriptLine line) => line.Notice switch
    {
        Notices.AgentJoined => $"{Name(line.Author)} joined the chat",
        Notices.AgentLeft => $"{Name(line.Author)} left the chat",
        Notices.CustomerLeft => "the customer left the chat",
        Notices.WaitingForAgent => "waiting for an agent",
        Notices.CustomerSilent => "the chat ends soon unless the customer answers",
        Notices.EndedForSilence => "the chat is over, because the customer did not answer",
        Notices.InvitationSent when line.Subject is { } agent => $"{Name((AgentId)agent)} is invited",
        Notices.InvitationMissed when line.Subject is { } agent => $"{Name((AgentId)agent)} does not come",

        // The package has words for the rest.
        _ => line.NoticeText(CultureInfo.InvariantCulture),
    };

    private static string? Of(AttachmentShown file) => file.State switch
    {
        AttachmentState.Scanning => $"({file.Name} is scanned)",
        AttachmentState.Blocked => $"({file.Name} was not sent: {file.Code})",

        // Once it is delivered, it is a line.
        _ => null,
    };

    /// <summary>How a chat stands, whenever that changes.</summary>
    private string? Of(ChatShown chat, ChatShown? before, DateTimeOffset now)
    {
        if (Standing(chat) is not { } standing || (before is not null && Standing(before) == standing))
        {
            return null;
        }

        var isTaken = chat.State == ChatState.Active
            && before?.State is not (ChatState.ConferenceRequested or ChatState.Conference or ChatState.Active);
        var since = isTaken && chat.QueuedAt is { } at ? $", queued {Clock(now - at)} ago" : string.Empty;
        return standing + since + Buttons(chat);
    }

    private string? Standing(ChatShown chat)
    {
        var who = Name(chat.Customer);
        return chat switch
        {
            { WrapUp.Reasons: { } reasons, Agent: { } agent } =>
                $"{who}: wrapped up{By(agent)}, {string.Join(", ", reasons)}",
            { State: ChatState.Ended, WrapUp: not null } => $"{who}: chat over, wrap-up due",
            { Role: ChatRole.Departed } => $"{who}: passed on, wrap-up due",
            { State: ChatState.Queued } when Viewer.Kind != ActorKind.Agent => $"{who} waits in {chat.Queue}",
            { State: ChatState.Active, Agent: { } agent } => $"{who}: with {Name(agent, "me")}{AlongIn(chat)}",
            { State: ChatState.ConferenceRequested } => $"{who}: {Those(chat, ChatRole.Invitee)} is invited",
            { State: ChatState.Conference } =>
                $"{who}: conference with {Those(chat, ChatRole.Owner)} and {Those(chat, ChatRole.Conferee)}",
            { State: ChatState.Ended, Agent: null } => $"{who} left before anybody came",
            _ => null,
        };
    }

    private string By(AgentId agent) => Viewer.Kind == ActorKind.Agent ? string.Empty : $" by {Name(agent)}";

    private string AlongIn(ChatShown chat) =>
        Viewer.Kind == ActorKind.Supervisor
        && chat.Agents.Any(part => part.Role == ChatRole.Supervisor && part.Agent.Value == Viewer.Id)
            ? ", I read along"
            : string.Empty;

    private string Those(ChatShown chat, ChatRole role) =>
        string.Join(", ", chat.Agents.Where(part => part.Role == role).Select(part => Name(part.Agent, "me")));

    /// <summary>What the viewer may do: a button for each, beside the text that is read and written.</summary>
    private string Buttons(ChatShown chat)
    {
        var actions = chat.Actions.Where(action => action is not (ChatAction.Read
            or ChatAction.Say or ChatAction.Attach or ChatAction.Note));
        return !party.HasButtons || chat.WrapUp?.Reasons is not null
            ? string.Empty
            : string.Concat(actions.Select((action, index) => $"{(index == 0 ? "  " : " ")}[{Label(action)}]"));
    }

    private static string Label(ChatAction action) => string.Concat(
        action.ToString().Select((letter, index) => index > 0 && char.IsUpper(letter) ? $" {letter}" : $"{letter}"));
}
