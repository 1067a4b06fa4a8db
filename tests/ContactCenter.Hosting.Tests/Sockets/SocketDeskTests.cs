using System.Text.Json;
using ContactCenter.DependencyInjection;

namespace ContactCenter.Hosting.Tests.Sockets;

/// <summary>Agents and supervisors at desks of their own, who know nothing of the engine but its JSON.</summary>
public sealed class SocketDeskTests
{
    private static readonly Action<FloorOptions> Two = floor =>
        floor.AddAgent("noor", agent => agent.Serves("cards").ChatCapacity = 1);

    [Fact]
    public async Task A_chat_is_shared_and_handed_on_from_desk_to_desk()
    {
        await using var server = await ChatServer.StartAsync(Two);
        await using var mina = await server.AgentAsync("mina");
        await using var page = await server.CustomerAsync("c-77");
        var chat = await SocketTests.BeginChatAsync(mina, page);
        await using var noor = await server.AgentAsync("noor");
        await noor.SnapshotAsync();
        await noor.AskAsync("sign-in");
        await noor.AskAsync("set-available");

        var directory = (await mina.AskAsync("directory")).GetProperty("directory");
        Assert.Equal("noor", Assert.Single(directory.GetProperty("agents").EnumerateArray()).Text("agent"));
        await mina.AskAsync("invite", new { chat, agent = "noor" });
        var requested = await mina.SeeAsync(item => item.IsChat("conference-requested"));
        Assert.Contains("withdraw-invitation", Actions(requested));
        var invitation = await noor.SeeAsync(item => item.IsOffer("open"));
        Assert.Equal("invitation", invitation.Text("purpose"));
        await noor.AskAsync("accept", new { offer = invitation.Text("offer") });
        var shared = await noor.SeeAsync(item => item.IsChat("conference"));
        Assert.Equal(("conferee", "mina"), (shared.Text("role"), shared.Text("agent")));
        Assert.Equal(["read", "say", "exit-conference", "note"], Actions(shared));
        await noor.AskAsync("exit-conference", new { chat });

        await mina.AskAsync("transfer-to-agent", new { chat, agent = "noor" });
        var request = await noor.SeeAsync(item => item.IsOffer("open"));
        Assert.Equal("transfer", request.Text("purpose"));
        await noor.AskAsync("accept", new { offer = request.Text("offer") });
        await noor.AskAsync("say", new { chat, text = "noor here" });
        var said = await page.ShownUntilAsync(item => item.IsLine("noor here"));
        Assert.DoesNotContain(said, item => item.IsChat("conference-requested"));
        await mina.AskAsync("wrap-up", new { chat });
        await mina.SeeAsync(item => item.IsChat("closed"));
        Assert.Equal("active", (await noor.AskAsync("state", new { chat })).GetProperty("state").Text("state"));
    }

    [Fact]
    public async Task A_supervisor_whispers_to_an_agent_and_no_byte_of_it_reaches_the_customer()
    {
        await using var server = await ChatServer.StartAsync();
        await using var mina = await server.AgentAsync("mina");
        await using var page = await server.CustomerAsync("c-77");
        await using var boss = await server.SupervisorAsync("boss");
        var chat = await SocketTests.BeginChatAsync(mina, page);

        await boss.AskAsync("monitor", new { chat });
        await boss.AskAsync("whisper", new { chat, text = "offer her the golden card" });
        await mina.SeeAsync(item => item.IsLine("offer her the golden card"));
        await boss.AskAsync("barge-in", new { chat });
        await boss.AskAsync("say", new { chat, text = "I am the boss" });
        await page.SeeAsync(item => item.IsLine("I am the boss"));
        await boss.AskAsync("complete", new { chat });
        await page.SeeAsync(item => item.IsChat("ended"));

        Assert.All(page.Frames, frame => Assert.DoesNotContain("golden", frame, StringComparison.Ordinal));
        var denied = await page.AnswerAsync("asides", new { chat });
        Assert.Equal("rejected", denied.Text("outcome"));
    }

    [Fact]
    public async Task The_permission_table_travels_whole()
    {
        await using var server = await ChatServer.StartAsync();
        await using var desk = await server.AgentAsync("mina");

        var rows = (await desk.AskAsync("permissions")).GetProperty("permissions").EnumerateArray().ToArray();
        Assert.Equal(Collaboration.ChatPermissions.Table.Count, rows.Length);
        Assert.Contains(rows, row => row.Text("role") == "owner" && row.Text("action") == "end-conference"
            && row.GetProperty("states").EnumerateArray().Single().GetString() == "conference");
    }

    private static IEnumerable<string?> Actions(JsonElement chat) =>
        chat.GetProperty("actions").EnumerateArray().Select(action => action.GetString());
}
