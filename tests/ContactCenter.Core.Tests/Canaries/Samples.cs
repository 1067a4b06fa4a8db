using System.Globalization;
using ContactCenter.Collaboration;
using ContactCenter.DependencyInjection;
using ContactCenter.Hours;
using ContactCenter.Routing;
using ContactCenter.Runtime;

namespace ContactCenter.Tests.Canaries;

/// <summary>An argument of each type that a verb can do something with.</summary>
internal static class Samples
{
    private static readonly Dictionary<Type, Func<object?>> Known = new()
    {
        [typeof(string)] = () => "sample",
        [typeof(AgentId)] = () => (AgentId)"mina",
        [typeof(CustomerId)] = () => (CustomerId)"zoe",
        [typeof(QueueName)] = () => (QueueName)"chat",
        [typeof(ChatId)] = () => new ChatId("floor", 1),
        [typeof(TransferTarget)] = () => TransferTarget.To(QueueName.Parse("bots")),
        [typeof(AttributeValue)] = () => (AttributeValue)"sample",
        [typeof(DateOnly)] = () => new DateOnly(2026, 12, 24),
        [typeof(TimeSpan)] = () => TimeSpan.FromMinutes(5),
        [typeof(CultureInfo)] = () => CultureInfo.InvariantCulture,
        [typeof(Stream)] = () => new MemoryStream(),
        [typeof(StartChat)] = () => new StartChat { Queue = "chat", Customer = "zoe" },
        [typeof(OutgoingFile)] = () => new OutgoingFile("notes.txt", new MemoryStream("all is well"u8.ToArray())),
        [typeof(RoutingRequirement)] = () => new RoutingRequirement("language = french"),
        [typeof(OpeningHours)] = () => new OpeningHours { Zone = "Asia/Seoul", EveryDay = "00:00-24:00" },
        [typeof(WaitRule)] = () => new WaitRule { After = TimeSpan.FromMinutes(5), Priority = 5 },
        [typeof(RoutingRing)] = () => new RoutingRing { For = TimeSpan.FromMinutes(5) },
        [typeof(FloorOptions)] = CanaryFloor.Options,
    };

    internal static object? Of(Type type) =>
        Known.TryGetValue(Nullable.GetUnderlyingType(type) ?? type, out var known) ? known()
        : type.IsValueType ? Activator.CreateInstance(type)
        : type.GetConstructor(Type.EmptyTypes) is { } simple ? simple.Invoke([])
        : type.GetConstructors() is [{ } only, ..]
            ? only.Invoke(
            [
                .. only.GetParameters().Select(one => one.HasDefaultValue ? one.DefaultValue : Of(one.ParameterType)),
            ])
        : null;
}
