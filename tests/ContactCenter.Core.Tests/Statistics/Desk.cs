using ContactCenter.Statistics;
using ContactCenter.Tests.Runtime;

namespace ContactCenter.Tests.Statistics;

/// <summary>What these tests do again and again on a running floor.</summary>
internal static class Desk
{
    /// <summary>A contact from start to finish by Mina, who is free: it waits, is talked to and wrapped up.</summary>
    internal static async Task<ChatId> ServedAsync(
        this RunningFloor floor, string customer, int wait, int talk, int wrapUp, string queue = "chat")
    {
        var chat = await floor.StartedAsync(customer, queue);
        await floor.AdvanceAsync(Times.Seconds(wait));
        await floor.AcceptedAsync("mina");
        await floor.AdvanceAsync(Times.Seconds(talk));
        (await floor.Host.Chats.EndAsync(chat, Actor.Customer(customer))).ValueOrThrow();
        await floor.AdvanceAsync(Times.Seconds(wrapUp));
        (await floor.Host.Chats.WrapUpAsync(chat, "mina", ["solved"])).ValueOrThrow();
        return chat;
    }

    internal static async Task LeavesAsync(this RunningFloor floor, ChatId chat, string customer) =>
        (await floor.Host.Chats.EndAsync(chat, Actor.Customer(customer))).ValueOrThrow();

    internal static async Task<QueueStatistics> QueueAsync(this RunningFloor floor, string queue = "chat") =>
        (await floor.Host.Queues.StatisticsAsync(queue, Actor.Host)).ValueOrThrow();

    internal static async Task<AgentStatistics> AgentAsync(this RunningFloor floor, string agent = "mina") =>
        (await floor.Host.Agents.StatisticsAsync(agent)).ValueOrThrow();

    internal static async Task<WaitEstimate> EstimateAsync(this RunningFloor floor, ChatId chat) =>
        (await floor.Host.Queues.EstimateAsync(chat, Actor.Host)).ValueOrThrow();
}
