using System.Collections.Concurrent;
using static ContactCenter.Tests.People;

namespace ContactCenter.Tests.Canaries;

/// <summary>What nobody has waited for comes up when the process ends, or before.</summary>
public sealed class CrashTextTests
{
    [Fact]
    public async Task What_the_hosts_own_code_throws_with_a_card_number_in_it_is_in_no_crash_text()
    {
        var texts = new ConcurrentQueue<string>();
        void Keep(object? sender, UnobservedTaskExceptionEventArgs unobserved) =>
            texts.Enqueue(unobserved.Exception.ToString());

        TaskScheduler.UnobservedTaskException += Keep;
        try
        {
            await MishapsAsync();
            for (var round = 0; round < 2; round++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Keep;
        }

        Leaks.None(texts.Select(text => ("a crash", (object)text)));
    }

    private static async Task MishapsAsync()
    {
        await using var floor = await CanaryFloor.StartAsync();
        var words = $"boom {Canaries.Numbers[0]}";
        for (var round = 0; round < 4; round++)
        {
            foreach (var chat in floor.Chats)
            {
                await floor.CallAsync("say", words, () => floor.Host.Chats.SayAsync(chat, Ana, words));
                await floor.CallAsync("bot", words, () => floor.Host.Chats.SayAsync(chat, Ana, "hello"));
                await floor.CallAsync(
                    "responses", words, () => floor.Host.Agents.ResponsesAsync("mina", chat, new()));
                await floor.CallAsync("history", words, () => floor.Host.History.ContactsOfAsync(chat, Boss));
            }
        }

        Leaks.None(await floor.TracesAsync());
    }
}
