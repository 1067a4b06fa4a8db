namespace ContactCenter.Tests.Conventions;

public sealed class DependencyTests
{
    // Who may know whom: a room knows the floors below its own, and its neighbours as long as they do not know it.
    private static readonly string[][] Storeys =
    [
        ["ContactCenter", "ContactCenter.Texts"],
        ["ContactCenter.StateMachines"],
        ["ContactCenter.Agents", "ContactCenter.Chats", "ContactCenter.Routing", "ContactCenter.Collaboration",
            "ContactCenter.Redaction", "ContactCenter.Sessions", "ContactCenter.Customers",
            "ContactCenter.Attachments", "ContactCenter.Hours",
            "ContactCenter.Statistics"],
        ["ContactCenter.Floors"],
        ["ContactCenter.Journals", "ContactCenter.Files", "ContactCenter.Responses", "ContactCenter.Transcripts",
            "ContactCenter.Vaults"],
        ["ContactCenter.Runtime", "ContactCenter.Wire", "ContactCenter.Telemetry"],
        ["ContactCenter.DependencyInjection", "Microsoft.Extensions.DependencyInjection"],
    ];

    private static readonly HashSet<(string From, string To)> Doors =
    [
        .. from type in Shipped.Core.GetTypes()
           where Storey(type.Namespace) >= 0
           from used in Mentions.Of(type)
           where used.Assembly == Shipped.Core && used.Namespace is not null && used.Namespace != type.Namespace
           select (type.Namespace!, used.Namespace!),
    ];

    [Fact]
    public void Nothing_knows_what_is_built_on_it() =>
        Offenders.None(Doors.Where(door => Storey(door.To) > Storey(door.From)));

    [Fact]
    public void Neighbours_do_not_know_each_other_both_ways() =>
        Offenders.None(Doors.Where(door => Doors.Contains((door.To, door.From)) && !AreOneRoom(door.From, door.To)));

    [Fact]
    public void Every_room_of_the_core_has_its_storey() =>
        Offenders.None(Shipped.WrittenIn(Shipped.Core).Select(type => type.Namespace).Distinct()
            .Where(room => Storey(room) < 0));

    [Fact]
    public void The_core_leans_on_three_abstractions_and_the_framework()
    {
        string[] allowed =
        [
            "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Logging.Abstractions",
            "Microsoft.Extensions.Options",
        ];

        Offenders.None(Shipped.Core.GetReferencedAssemblies().Select(assembly => assembly.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal)).Except(allowed));
    }

    // Extensions of a container live in the container's namespace, and in the folder of registration.
    private static bool AreOneRoom(string one, string other) =>
        one.EndsWith(".DependencyInjection", StringComparison.Ordinal)
        && other.EndsWith(".DependencyInjection", StringComparison.Ordinal);

    private static int Storey(string? room) => Array.FindIndex(Storeys, storey => storey.Contains(room));
}
