using System.Diagnostics.CodeAnalysis;
using ContactCenter.Chats;
using ContactCenter.Redaction;

namespace ContactCenter.Runtime;

/// <summary>
/// Redacts before the mailbox, in order for each chat. A rule that throws, overworks or runs late refuses its
/// message and nothing else: neither the floor nor another chat waits for it.
/// </summary>
/// <remarks>
/// What was said before counts too: each chat has a window, which moves on only once a message is committed, and until
/// then the next one waits. A message that bears upon no other does not hold up its lane.
/// </remarks>
[SuppressMessage(
    "Design", "CA1001", Justification = "Slots have no handle to give back; scans left behind release theirs.")]
internal sealed partial class RedactionLanes(
    FloorRuntime runtime, TranscriptReader transcripts, TokenDesk? tokens)
{
    // Scans that run late cannot be stopped, only left behind. Once as many are, nothing more is scanned beside them.
    private const int MaxScans = 16;

    private readonly ChatLanes _lanes = new();
    private readonly SemaphoreSlim _slots = new(MaxScans);
    private readonly ConversationWindows? _windows =
        runtime.Redaction.JoinsMessages ? new ConversationWindows(transcripts) : null;

    /// <summary>Redacts a message and admits it, in the lane of its chat.</summary>
    internal async ValueTask<PostedMessage> PostAsync(
        FloorRun run, OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (!message.IsWordless && Fault(message.Text) is { } fault)
        {
            return Refused(run, message.Id, fault);
        }

        if (!await _lanes.EnterAsync(message.Chat, cancellationToken).ConfigureAwait(false))
        {
            return Refused(run, message.Id, Rejections.Busy);
        }

        var isHeld = false;
        try
        {
            if (message.IsWordless)
            {
                return new PostedMessage(run.Admit(message.Ask(body: null), message.Id));
            }

            var words = new Words(message.Chat, message.Author, message.Text, message.IsAside);
            var sheet = tokens is null ? null : TokenDesk.Begin();
            var context = message.Context with { Queue = QueueOf(run.Follower, message.Chat), Tokens = sheet };
            var sealing = await SealAsync(run.Follower, words, context).ConfigureAwait(false);
            await HideAsync(sealing, words.Chat, command => run.Admit(command)).ConfigureAwait(false);
            var (_, refused) = await NotedAsync(
                new Redacted(sealing.Body?.Text, sealing.Rejection, sealing.Blocked),
                command => run.Admit(command),
                message.Author,
                message.Chat).ConfigureAwait(false);
            if (sealing.Body is not { } body || refused is not null)
            {
                if (sheet is { IsAbandoned: false })
                {
                    sheet.Clear();
                }

                return Refused(run, message.Id, refused);
            }

            if (await KeepAsync(run, message, body, sheet).ConfigureAwait(false) is not { } answer)
            {
                return Refused(run, message.Id, Rejections.RedactionFailed.About("vault"));
            }

            isHeld = sealing.Glance.Matters;
            if (isHeld)
            {
                _ = LeaveAsync(answer, sealing, words);
            }

            return new PostedMessage(answer, IsRedacted: !body.Text.IsClean);
        }
        finally
        {
            if (!isHeld)
            {
                _lanes.Leave(message.Chat);
            }
        }
    }

    /// <summary>Redacts what the bot says, and brings it.</summary>
    /// <returns>Whether it was brought; false when it may not be said.</returns>
    internal async ValueTask<bool> BringAsync(
        Follower follower, Words words, RedactionContext context, Func<Command, Task<Answer>> bring,
        Func<Body, Command> ask)
    {
        if (Fault(words.Text) is not null
            || !await _lanes.EnterAsync(words.Chat, CancellationToken.None).ConfigureAwait(false))
        {
            return false;
        }

        var isHeld = false;
        try
        {
            var sealing = await SealAsync(follower, words, context).ConfigureAwait(false);
            await HideAsync(sealing, words.Chat, bring).ConfigureAwait(false);
            var judged = new Redacted(sealing.Body?.Text, sealing.Rejection, sealing.Blocked);
            await NotedAsync(judged, bring, words.Author, words.Chat).ConfigureAwait(false);
            if (sealing.Body is not { } body)
            {
                return false;
            }

            var answer = bring(ask(body));
            isHeld = true;
            _ = LeaveAsync(answer, sealing, words);
            await answer.ConfigureAwait(false);
            return true;
        }
        finally
        {
            if (!isHeld)
            {
                _lanes.Leave(words.Chat);
            }
        }
    }

    /// <summary>Admits a message once the vault has what its tokens stand for; null when it has not.</summary>
    private async ValueTask<Task<Answer>?> KeepAsync(
        FloorRun run, OutgoingMessage message, Body body, TokenSheet? sheet)
    {
        if (sheet is not { Entries.Count: > 0 })
        {
            return run.Admit(message.Ask(body), message.Id);
        }

        var kept = await tokens!.KeepAsync(sheet, message.Chat, body.Text.Text).ConfigureAwait(false);
        sheet.Clear();
        return kept is null ? null : tokens.SettleAsync(run.Admit(message.Ask(body), message.Id), kept);
    }

    /// <summary>A chat is closed: nothing of what was said in it is held any longer.</summary>
    internal async Task ForgetAsync(long chat)
    {
        if (_windows?.Knows(chat) == true
            && await _lanes.EnterAsync(chat, CancellationToken.None).ConfigureAwait(false))
        {
            _windows.Forget(chat);
            _lanes.Leave(chat);
        }
    }

    /// <summary>The queue of a live chat, where a policy asks for it.</summary>
    internal QueueName? QueueOf(Follower follower, long chat) => !AsksForQueue
        ? null
        : follower.Read(floor =>
            floor.Chats.TryGetValue(chat, out var session) ? session.Queue : default(QueueName?));

    private async ValueTask<Sealing> SealAsync(Follower follower, Words words, RedactionContext context)
    {
        var window = _windows is null ? null : await _windows.OfAsync(words.Chat, follower).ConfigureAwait(false);
        if (_windows?.Superfluous is { } other && other != words.Chat)
        {
            _ = ForgetAsync(other);
        }

        var glance = window?.Look(words.Text, words.Author) ?? default;
        var unaware = glance.Alone(context);
        var aware = glance.In(context);
        var (redacted, rejection, blocked) = await RedactAsync(words.Text, aware).ConfigureAwait(false);
        if (redacted is null)
        {
            return await RefusedAsync(words.Chat, window, glance, aware, rejection, blocked).ConfigureAwait(false);
        }

        if (window is null || !glance.Matters)
        {
            window?.Pass();
            return new Sealing(new Body(redacted, Randomness.Next()));
        }

        var parts = ConversationWindow.Joins(glance, redacted) ? window.ToHide(glance) : [];
        if (await RewordAsync(words.Chat, parts, aware).ConfigureAwait(false) is not { } rewordings)
        {
            return new Sealing(null, Rejections.RedactionFailed.About(SplitNumberRule.RuleName));
        }

        var alone = aware == unaware ? null : await AloneAsync(words.Text, unaware).ConfigureAwait(false);
        var body = new Body(redacted, Randomness.Next())
        {
            Alone = alone,
            Rewordings = rewordings,
            IsMasking = window.MasksAfter(glance, words.Author, redacted),
        };
        return new Sealing(body, Window: window, Glance: glance);
    }

    /// <summary>A message is refused for the number that it completes: what was said of it before is hidden.</summary>
    private async ValueTask<Sealing> RefusedAsync(
        long chat,
        ConversationWindow? window,
        Glance glance,
        RedactionContext context,
        Rejection? rejection,
        IReadOnlyList<Finding>? blocked)
    {
        var isPart = glance.PartOf != default && rejection?.Code == Rejections.MessageDropped.Code;
        var hidden = isPart && window is not null
            ? await RewordAsync(chat, window.ToHide(glance), context).ConfigureAwait(false)
            : null;
        return new Sealing(null, rejection, blocked, window, glance) { Hidden = hidden ?? [] };
    }

    private static async ValueTask HideAsync(Sealing sealing, long chat, Func<Command, Task<Answer>> admit)
    {
        if (sealing.Hidden.Count > 0
            && await admit(new HideParts(chat, sealing.Hidden)).ConfigureAwait(false) is { Rejection: null })
        {
            sealing.Window!.Conceal(sealing.Glance);
        }
    }

    /// <summary>What it would be without all that was said before: what tells a retry, whatever came between.</summary>
    private async ValueTask<RedactedText?> AloneAsync(string text, RedactionContext context)
    {
        // Tokens that nobody will see: what they stand for is wiped at once, and what was drawn does not count.
        var sheet = context.Tokens is null ? null : TokenDesk.Begin();
        var alone = await RedactAgainAsync(text, context with { Tokens = sheet }).ConfigureAwait(false);
        if (sheet is { IsAbandoned: false })
        {
            sheet.Clear();
        }

        return alone;
    }

    /// <summary>Parts that were said before, masked; null when that cannot be done.</summary>
    private async ValueTask<IReadOnlyList<Rewording>?> RewordAsync(long chat, Said[] parts, RedactionContext context)
    {
        // It was said, and so cannot be refused any more.
        var masking = context with { Tokens = null, IsKept = true };
        var rewordings = new List<Rewording>();
        foreach (var part in parts)
        {
            if (await RewordAsync(chat, part, masking).ConfigureAwait(false) is not { } rewording)
            {
                return null;
            }

            rewordings.Add(rewording);
        }

        return rewordings;
    }

    /// <summary>A part that was said before, masked; null when that cannot be done.</summary>
    private async ValueTask<Rewording?> RewordAsync(long chat, Said part, RedactionContext context)
    {
        try
        {
            return await LineOfAsync(chat, part).ConfigureAwait(false) is { } line
                && await RedactAgainAsync(line.Text, context).ConfigureAwait(false) is { IsClean: false } masked
                ? Reads(line, masked)
                : null;
        }
        catch (Exception)
        {
            // Without the part hidden the message must not be shown either.
            return null;
        }
    }

    /// <summary>What was said there; null where nothing is, or no more.</summary>
    private async ValueTask<TranscriptLine?> LineOfAsync(long chat, Said part)
    {
        var shelf = part.IsAside ? BodyShelf.Asides : BodyShelf.Conversation;
        var read = await transcripts.ReadAsync(shelf, chat, part.Sequence - 1, 1, CancellationToken.None)
            .ConfigureAwait(false);
        return read is [{ Notice: null } line] && line.Sequence == part.Sequence ? line : null;
    }

    private static Rewording Reads(TranscriptLine line, RedactedText otherwise) =>
        new(line.Sequence, line.Kind, line.Author, line.At, otherwise, Randomness.Next())
        {
            Attached = line.FileLength is { } length ? new AttachedFile(line.File, length) : null,
        };

    /// <summary>The next one is let in once it is known what became of this one.</summary>
    private async Task LeaveAsync(Task<Answer> answer, Sealing sealing, Words words)
    {
        await ((Task)answer).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            if (answer.IsCompletedSuccessfully
                && await answer.ConfigureAwait(false) is { Rejection: null } committed
                && sealing is { Body: { } body, Window: { } window })
            {
                var said = new Said(words.Author, (int)committed.Reply.Sequence, words.IsAside);
                window.Advance(sealing.Glance, words.Text, said, body.Text);
            }
        }
        finally
        {
            _lanes.Leave(words.Chat);
        }
    }
}
