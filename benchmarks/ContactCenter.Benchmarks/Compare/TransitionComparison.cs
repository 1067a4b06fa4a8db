using System.Globalization;
using ContactCenter.Benchmarks.Baselines;
using ContactCenter.Chats;

namespace ContactCenter.Benchmarks.Compare;

/// <summary>A chat's whole life, move after move: the table against a dictionary machine.</summary>
public static class TransitionComparison
{
    private static readonly ChatTrigger[] Life =
    [
        ChatTrigger.AskBot, ChatTrigger.Post, ChatTrigger.Enqueue, ChatTrigger.Present, ChatTrigger.Return,
        ChatTrigger.Present, ChatTrigger.Accept, ChatTrigger.Post, ChatTrigger.Post, ChatTrigger.Post,
        ChatTrigger.End, ChatTrigger.Close,
    ];

    private static int _sink;

    public static async Task<string> RunAsync()
    {
        var dictionary = new DictionaryMachine();
        var results = await new Contest("One move of the chat lifecycle", 12_000_000).RunAsync(
            new Contestant("dictionary machine", count => Run(count, dictionary)),
            new Contestant("transition table", Run));
        var (dictionaries, tables) = (results[0], results[1]);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"vs_dictionary={dictionaries.Nanoseconds / tables.Nanoseconds:F1} bytes={Math.Round(tables.Bytes, 3)} ")
            + string.Create(CultureInfo.InvariantCulture, $"ns={tables.Nanoseconds:F2}");
    }

    private static Task Run(int count, DictionaryMachine machine)
    {
        for (var lives = count / Life.Length; lives > 0; lives--)
        {
            var state = ChatState.Created;
            foreach (var trigger in Life)
            {
                state = machine.Next(state, trigger);
            }

            _sink += (int)state;
        }

        return Task.CompletedTask;
    }

    private static Task Run(int count)
    {
        var table = ChatLifecycle.Table;
        for (var lives = count / Life.Length; lives > 0; lives--)
        {
            var state = table.Initial;
            foreach (var trigger in Life)
            {
                state = table.Next(state, trigger);
            }

            _sink += (int)state;
        }

        return Task.CompletedTask;
    }
}
