using System.Reflection;

namespace ContactCenter.Tests.Conventions;

public sealed class PurityTests
{
    private static readonly HashSet<string> ImpureNamespaces =
    [
        "System.IO", "System.Net", "System.Threading", "System.Timers", "System.Diagnostics.Metrics", "Microsoft",
    ];

    private static readonly HashSet<string> Impure =
    [
        "System.Console", "System.Environment", "System.Random", "System.TimeProvider",
        "System.Diagnostics.Activity", "System.Diagnostics.Process", "System.Diagnostics.Stopwatch",
        "System.Security.Cryptography.RandomNumberGenerator", "ContactCenter.Randomness.Next",
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today",
        "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow", "System.TimeZoneInfo.get_Local",
        "System.Guid.NewGuid", "System.Guid.CreateVersion7",
        "System.Globalization.CultureInfo.get_CurrentCulture", "System.Globalization.CultureInfo.get_CurrentUICulture",
    ];

    // A token, a memory fence, and what the compiler writes into every iterator.
    private static readonly HashSet<string> Harmless =
    [
        "System.Threading.CancellationToken", "System.Threading.Interlocked", "System.Threading.Volatile",
        "System.Environment.get_CurrentManagedThreadId",
    ];

    // The vocabulary makes ids from an instant that its caller gives; that is the one draw it may make.
    private static readonly HashSet<string> Draws =
    [
        "ContactCenter.CommandId: ContactCenter.Randomness.Next",
        "ContactCenter.Randomness: System.Security.Cryptography.RandomNumberGenerator",
    ];

    [Theory]
    [InlineData("ContactCenter")]
    [InlineData("ContactCenter.Texts")]
    [InlineData("ContactCenter.StateMachines")]
    [InlineData("ContactCenter.Agents")]
    [InlineData("ContactCenter.Chats")]
    [InlineData("ContactCenter.Hours")]
    [InlineData("ContactCenter.Routing")]
    [InlineData("ContactCenter.Collaboration")]
    [InlineData("ContactCenter.Sessions")]
    [InlineData("ContactCenter.Attachments")]
    [InlineData("ContactCenter.Customers")]
    [InlineData("ContactCenter.Redaction")]
    [InlineData("ContactCenter.Statistics")]
    [InlineData("ContactCenter.Floors")]
    public void A_pure_room_knows_no_clock_task_chance_or_outside_world(string room) =>
        Offenders.None(
            Shipped.Core.GetTypes().Where(type => type.Namespace == room).SelectMany(ImpuritiesOf).Except(Draws));

    [Fact]
    public void The_check_sees_through_lambdas_iterators_and_async_methods()
    {
        Assert.Superset(
            new HashSet<string>
            {
                "System.DateTime.get_UtcNow", "System.Guid.NewGuid", "System.Random", "System.Threading.Tasks.Task",
                "System.IO.File",
            },
            WithNested(typeof(Sloppy)).SelectMany(ImpuritiesOf).Select(found => found.Split(": ")[1]).ToHashSet());
        Offenders.None(WithNested(typeof(Clean)).SelectMany(ImpuritiesOf));

        static IEnumerable<Type> WithNested(Type type) => [type, .. type.GetNestedTypes(BindingFlags.NonPublic)];
    }

    private static IEnumerable<string> ImpuritiesOf(Type type)
    {
        var named = from member in Mentions.InBodiesOf(type)
                    where !Harmless.Contains(FullName(member))
                    from name in Mentions.TypesOf(member).Select(FullName).Append(FullName(member))
                    select name;

        return named.Concat(Mentions.AroundBodiesOf(type).Select(FullName))
            .Where(IsImpure).Distinct().Select(name => $"{type.FullName}: {name}");
    }

    private static string FullName(MemberInfo member) =>
        member is Type type ? type.FullName ?? type.Name : $"{member.DeclaringType?.FullName}.{member.Name}";

    private static bool IsImpure(string name) => !Harmless.Any(harmless => name == harmless || IsIn(harmless, name)) &&
        (Impure.Contains(name) || ImpureNamespaces.Any(space => IsIn(space, name)));

    private static bool IsIn(string space, string name) => name.StartsWith(space + ".", StringComparison.Ordinal);

    private sealed class Sloppy
    {
        private readonly Func<DateTime> _clock = () => DateTime.UtcNow;

        public static IEnumerable<Guid> Ids()
        {
            yield return Guid.NewGuid();
        }

        public async Task<int> DrawAsync<T>(T[] from)
        {
            await Task.Yield();
            return new Random().Next(from.Length + _clock().Second);
        }

        public static bool Reads<T>() => new[] { typeof(T).Name }.Any(File.Exists);
    }

    private sealed class Clean
    {
        public static IEnumerable<DateTimeOffset> Days(DateTimeOffset now, CancellationToken cancellation)
        {
            for (var day = 0; !cancellation.IsCancellationRequested; day++)
            {
                yield return now.AddDays(day);
            }
        }
    }
}
