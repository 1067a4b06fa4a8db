using ContactCenter;
using ContactCenter.Chats;
using ContactCenter.DependencyInjection;
using ContactCenter.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ConsoleHost.Play;

/// <summary>The floor that conversations are played on: one queue, as many agents as were asked for.</summary>
internal static class PlayFloor
{
    internal const int Capacity = 3;
    internal static readonly TimeSpan OfferTimeout = TimeSpan.FromSeconds(20);
    internal static readonly QueueName Queue = "cards";
    internal static readonly string[] Reasons = ["resolved", "follow-up", "wrong-number"];

    internal static IHost Build(PlayOptions play, ManualTimeProvider clock, ReplayBot bot)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services
            .AddContactCenter(floor => Describe(floor, play))
            .UseBot(_ => bot)
            .AddHostedFloors();
        return builder.Build();
    }

    internal static IEnumerable<AgentId> Agents(PlayOptions play) =>
        Enumerable.Range(1, play.Agents).Select(number => AgentId.Parse($"agent-{number:000}"));

    private static void Describe(FloorOptions floor, PlayOptions play)
    {
        floor.AddQueue(Queue.Value, queue => queue.OfferTimeout = OfferTimeout);
        foreach (var agent in Agents(play))
        {
            floor.AddAgent(agent.Value, options => options.Serves(Queue.Value).ChatCapacity = Capacity);
        }

        foreach (var reason in Reasons)
        {
            floor.WrapUp.Reasons.Add(new WrapUpReason(reason, reason));
        }

        // A chat is checked as soon as it is closed, so few of the closed ones must be kept.
        floor.HistoryLimit = 1_000;

        // The bot says what the file says next, however long the customer takes to get there.
        floor.BotTimeout = TimeSpan.FromHours(1);
    }
}
