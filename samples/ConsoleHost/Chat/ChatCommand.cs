using ConsoleHost.Screens;
using ContactCenter;
using ContactCenter.Chats;
using ContactCenter.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ConsoleHost.Chat;

/// <summary><c>chat</c>: a floor to try out by hand, as the customer and as both agents.</summary>
internal static class ChatCommand
{
    internal static readonly string[] Reasons = ["answered", "card-blocked", "call-back"];

    private static readonly Party[] Parties =
    [
        new(Actor.Customer("c-1"), "Customer"),
        new(Actor.Agent("mina"), "Mina"),
        new(Actor.Agent("jun"), "Jun"),
    ];

    /// <param name="journal">The file that the floor is kept in; null for the memory.</param>
    internal static async Task<int> RunAsync(Terminal terminal, TextReader input, string? journal)
    {
        using var host = Build(journal);
        await host.StartAsync();
        var floor = host.Services.GetRequiredService<FloorHost>();
        await using (var screens = await ScreenWall.OpenAsync(floor, TimeProvider.System, terminal, Parties))
        {
            var stopping = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
            await new ChatRoom(floor, terminal, Parties).RunAsync(input, stopping);

            // The floor stops with its host, the feeds end with the floor, and the screens show all of them first.
            await host.StopAsync(CancellationToken.None);
        }

        return Commands.Success;
    }

    private static IHost Build(string? journal)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        var center = builder.Services
            .AddContactCenter(floor =>
            {
                floor.AddQueue(ChatRoom.Queue.Value, queue => queue.StartsWithBot = true);
                floor.AddAgent("mina", agent => agent.Serves(ChatRoom.Queue.Value));
                floor.AddAgent("jun", agent => agent.Serves(ChatRoom.Queue.Value));
                floor.IdleCodes["lunch"] = "Lunch";
                foreach (var reason in Reasons)
                {
                    floor.WrapUp.Reasons.Add(new WrapUpReason(reason, reason));
                }
            })
            .UseBot(_ => new ScriptedBot(
                "Hello, I am the bank's bot. What can I do for you?",
                "I will get you a colleague. One moment, please.",
                new KeyValuePair<string, string>("opening hours", "We are here from 9 to 18, Monday to Friday.")))
            .AddHostedFloors();
        if (journal is not null)
        {
            center.UseSqlite(journal);
        }

        return builder.Build();
    }
}
