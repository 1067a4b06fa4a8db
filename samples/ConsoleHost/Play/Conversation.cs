using ContactCenter;
using ContactCenter.Floors;
using ContactCenter.Runtime;

namespace ConsoleHost.Play;

/// <summary>Says what the file says, line by line, each by whom it is; then ends the chat and wraps it up.</summary>
internal sealed class Conversation(Stage stage, Func<PlayedChat, Task> over)
{
    // What a floor may refuse a text for. Anything else that it refuses is no fault of the file.
    private static readonly HashSet<string> FaultsOfText =
    [
        Rejections.MessageEmpty.Code, Rejections.TextTooLong.Code, Rejections.TextMalformed.Code,
        Rejections.MessageDropped.Code, Rejections.RedactionFailed.Code,
    ];

    private readonly ChatVerbs _chats = stage.Floor.Chats;

    /// <summary>The customer comes; the chat is with the bot or in its queue.</summary>
    internal async Task BeginAsync(PlayedChat chat)
    {
        chat.Bot = chat.HasBot ? await BotPart.OpenAsync(stage, chat) : null;
        var receipt = Stage.Must(
            await _chats.StartAsync(
                new StartChat { Queue = PlayFloor.Queue, Customer = chat.Customer, WithBot = chat.HasBot }),
            "a chat");
        chat.Id = receipt.Id;
        stage.Live.Add(chat.Id, chat);
        await (chat.Bot is { } bot ? bot.HearAsync() : stage.Watch.ReachAsync(receipt.Position));
        GoOn(chat);
    }

    /// <summary>An agent has come: what waited for one goes on.</summary>
    internal void Join(PlayedChat chat, AgentId agent)
    {
        chat.Agent = agent;
        if (chat.NeedsAgent)
        {
            chat.NeedsAgent = false;
            GoOn(chat);
        }
    }

    /// <summary>The chat has ended: its agent takes a moment to wrap it up.</summary>
    internal void BeginWrapUp(PlayedChat chat) =>
        stage.In(stage.Dice.Between(Throw.WrappingUp, chat.Number, 5, 15), () => WrapUpAsync(chat));

    private void GoOn(PlayedChat chat) =>
        stage.In(stage.Dice.Between(Throw.Typing, chat.Number, 2, 8, chat.Step), () => NextAsync(chat));

    private async Task NextAsync(PlayedChat chat)
    {
        var next = chat.Next;
        if (chat.Agent is null && next is null or { Author: Author.Agent })
        {
            chat.NeedsAgent = true;
            return;
        }

        if (next is not { } line)
        {
            await EndAsync(chat);
            return;
        }

        await (line.Author == Author.Bot ? chat.Bot!.SkipAsync() : SayAsync(chat, line));
        GoOn(chat);
    }

    private async Task SayAsync(PlayedChat chat, Line line)
    {
        var author = line.Author == Author.Agent ? Actor.Agent(chat.Agent!.Value) : Actor.Customer(chat.Customer);
        chat.Bot?.Prepare(chat.Step + 1, chat.LastLine + 1);
        var outcome = await SayAsync(chat, author, line.Text);
        if (outcome.IsAccepted)
        {
            chat.Take(author.ToString(), outcome.Value.Sequence);
            await (chat.Bot?.HearAsync() ?? Task.CompletedTask);
        }
        else if (outcome.Rejection is { } rejection && FaultsOfText.Contains(rejection.Code))
        {
            chat.Bot?.Unprepare();
            stage.Tally.Refuse(rejection.Code);
            chat.Skip();
        }
        else
        {
            throw new PlayFailedException($"The floor refused a message of chat {chat.Number}: {outcome}");
        }
    }

    /// <summary>
    /// Now and then the answer gets lost on the way, and the client sends the message again. It has the same command
    /// id, so it must not be there twice.
    /// </summary>
    private async Task<Outcome<MessageReceipt>> SayAsync(PlayedChat chat, Actor author, string text)
    {
        if (stage.Dice.Roll(Throw.Retrying, chat.Number, 50, chat.Step) > 0)
        {
            return await _chats.SayAsync(chat.Id, author, text);
        }

        stage.Tally.Retried++;
        var id = CommandId.New(stage.Pace.Now);
        var first = await _chats.SayAsync(chat.Id, author, text, id);
        var again = await _chats.SayAsync(chat.Id, author, text, id);
        return first.IsAccepted == again.IsAccepted
            && (first.IsRejected || first.Value.Sequence == again.Value.Sequence)
                ? first
                : throw new PlayFailedException($"A message of chat {chat.Number} sent again came to something else.");
    }

    /// <summary>Every other chat is ended by its agent; from the others the customer leaves.</summary>
    private async Task EndAsync(PlayedChat chat)
    {
        var by = chat.Number % 2 == 0 ? Actor.Customer(chat.Customer) : Actor.Agent(chat.Agent!.Value);
        var receipt = Stage.Must(await _chats.EndAsync(chat.Id, by), "the end of a chat");
        await stage.Watch.ReachAsync(receipt.Position);
    }

    private async Task WrapUpAsync(PlayedChat chat)
    {
        var reason = PlayFloor.Reasons[stage.Dice.Roll(Throw.Reason, chat.Number, PlayFloor.Reasons.Length)];
        var receipt = Stage.Must(await _chats.WrapUpAsync(chat.Id, chat.Agent!.Value, [reason]), "a wrap-up");
        await stage.Watch.ReachAsync(receipt.Position);
        await over(chat);
    }
}
