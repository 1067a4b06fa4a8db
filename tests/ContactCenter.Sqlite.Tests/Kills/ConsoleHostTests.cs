using System.Text.Json;
using ContactCenter.Chats;
using ContactCenter.Journals;

namespace ContactCenter.Sqlite.Tests.Kills;

/// <summary>The sample itself is killed at its work: its chats, offers and wrap-ups go on.</summary>
public sealed class ConsoleHostTests : IDisposable
{
    private const string Asked = "REQUEST: ";
    private const string Taken = "Customer: with me";
    private const string Due = "Customer: chat over, wrap-up due";

    /// <summary>
    /// How much both say, one after the other, once they are together. All are shown twice, so that whoever hears fewer
    /// lines than these hears of people who are still at it.
    /// </summary>
    private const int Pairs = 25;

    private readonly JournalFile _file = new();
    private readonly Conversation _conversation = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task What_is_typed_into_the_console_host_goes_on_after_every_kill()
    {
        var kills = Environment.GetEnvironmentVariable("CONTACTCENTER_LONG") == "1" ? 10 : 3;
        var dice = new Random(20261201);
        Work(host =>
        {
            host.Say(Conversation.Customer);
            host.HearOf(Asked);
        });
        for (var kill = 0; kill < kills; kill++)
        {
            var lines = dice.Next(1, 4 * Pairs);
            Work(host => TalkFor(host, lines));
        }

        Work(host => End(host, LeadTo(host)));
        using (var last = Start())
        {
            WrapUp(last, last.HearOf(Due));
            last.Say(Conversation.Customer);
            var agent = LeadTo(last);
            End(last, agent);
            WrapUp(last, agent);
            last.Finish();
        }

        Assert.True(_conversation.Acknowledged > 10, $"{_conversation.Acknowledged} acknowledged");
        AreAgentsFree();
        IsLogTrue();
        await IsKeptAsync();
        Proof.HoldsNoCard(_file.Path);
    }

    private HostProcess Start() => new(_conversation, "chat", "--journal", _file.Path);

    private void Work(Action<HostProcess> work)
    {
        using var host = Start();
        work(host);
        host.Kill();
        Proof.HoldsNoCard(_file.Path);
    }

    /// <summary>Whoever is asked takes the chat, both write, and neither waits for the other.</summary>
    private static void TalkFor(HostProcess host, int lines)
    {
        host.Say(Conversation.Customer);
        for (var line = 0; line < lines; line++)
        {
            if (Answer(host, host.HearMore()) is not { } agent)
            {
                continue;
            }

            for (var pair = 0; pair < Pairs; pair++)
            {
                host.Say(Conversation.Customer);
                host.Say(agent);
            }
        }
    }

    /// <summary>Hears it out until an agent has the chat, which may have been so before.</summary>
    private static string LeadTo(HostProcess host)
    {
        while (true)
        {
            if (Answer(host, host.HearMore()) is { } agent)
            {
                return agent;
            }
        }
    }

    /// <returns>The agent who has the chat by now; null for any other news.</returns>
    private static string? Answer(HostProcess host, (string Who, string What) heard)
    {
        if (heard.What.StartsWith(Asked, StringComparison.Ordinal))
        {
            host.As(heard.Who);
            host.Type("/accept");
        }

        return heard.What.StartsWith(Taken, StringComparison.Ordinal) ? heard.Who : null;
    }

    private static void End(HostProcess host, string agent)
    {
        host.Say(agent);
        host.Say(Conversation.Customer);
        host.As(agent);
        host.Type("/end");
        Assert.Equal(agent, host.HearOf(Due));
    }

    private static void WrapUp(HostProcess host, string agent)
    {
        host.As(agent);
        host.Type("/wrapup answered");
        Assert.Equal(agent, host.HearOf("Customer: wrapped up, answered"));
    }

    private void AreAgentsFree()
    {
        using var host = Start();
        var seen = host.Finish();
        Assert.Equal([("Mina", "available"), ("Jun", "available")], seen.Where(one => one.Who.Length > 0));
    }

    private void IsLogTrue()
    {
        using var journal = new HostProcess(_conversation, "journal", _file.Path);
        var log = journal.Finish().Select(line => JsonDocument.Parse(line.What).RootElement).ToArray();
        Assert.Equal(Enumerable.Range(1, log.Length), log.Select(record => record.GetProperty("sequence").GetInt32()));
        foreach (var once in (string[])["chat-started", "chat-ended", "wrap-up-completed", "chat-closed"])
        {
            Assert.Equal(["1", "2"], log.SelectMany(record => record.GetProperty("events").EnumerateArray())
                .Where(one => one.GetProperty("event").GetString() == once)
                .Select(one => one.GetProperty("chat").ToString()));
        }
    }

    private async Task IsKeptAsync()
    {
        await using var running = await RunningFloor.StartAsync(_file.Path);
        var lines = new List<TranscriptLine>();
        foreach (var number in (int[])[1, 2])
        {
            var read = await running.Floor.Chats.TranscriptAsync(new ChatId("default", number), Actor.Host);
            lines.AddRange(read.ValueOrThrow()
                .Where(line => line.Kind == LineKind.Message && line.Author.Kind != ActorKind.Bot));
        }

        _conversation.IsIn(lines);
        Assert.Empty((await JournalCheck.RunAsync(running.Journal, "default")).Faults);
    }
}
