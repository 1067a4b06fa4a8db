using System.Reflection;
using ContactCenter.Agents;
using ContactCenter.Floors;
using ContactCenter.Redaction;
using ContactCenter.Routing;
using ContactCenter.Runtime;
using ContactCenter.Tests.Conventions;

namespace ContactCenter.Tests.Canaries;

/// <summary>Nothing that can carry words is left out: whoever adds such a thing has to say what it is.</summary>
public sealed class CanaryInventoryTests
{
    private const string Judged = "refused as id-holds-card-data where it reads as a card number";

    /// <summary>Plain text in what the floor decides on, and why no card number is in it.</summary>
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["ClassifyContact.Classification"] = "has to be in the configuration, all words of which are judged",
        ["ClassifyContact.Patch"] = "refused as id-holds-card-data where a floor would mask it in a message",
        ["CancelContact.Reasons"] = "have to be in the configuration, all words of which are judged",
        ["CompleteContact.Reasons"] = "have to be in the configuration, all words of which are judged",
        ["CompleteWrapUp.Reasons"] = "have to be in the configuration, all words of which are judged",
        ["Configure.Hash"] = "made by the floor, of what is in the configuration",
        ["Configure.Expected"] = "compared and forgotten",
        ["EditConfiguration.Expected"] = "compared and forgotten",
        ["EditConfiguration.Edit.Name"] = "judged with the configuration that it leads to",
        ["DeclineOffer.Reason"] = Judged,
        ["JudgeFile.Code"] = "a scanner's own code in kebab-case, which begins with a letter, as ScanVerdict has it",
        ["JudgeFile.Unread"] = "as its code",
        ["MakeAvailable.Reason"] = Judged,
        ["MakeIdle.Code"] = "has to be in the configuration, all words of which are judged",
        ["MakeIdle.Reason"] = Judged,
        ["RescanFile.Found.Code"] = "a scanner's own code, as that of JudgeFile",
        ["RescanFile.Found.Reads.Code"] = "of a line that is there already, as it was",
        ["RescanFile.Found.Reads.Subject"] = "of a line that is there already, as it was",
        ["RescanLines.Masked.Code"] = "of a line that is there already, as it was",
        ["RescanLines.Masked.Subject"] = "of a line that is there already, as it was",
        ["RescanLines.Named.Extension"] = "of a file that is there already, as it was",
        ["SendFiles.Files.Extension"] = "has to be in the configuration, all words of which are judged",
        ["SignOutAgent.Reason"] = Judged,
        ["StartContact.Classification"] = "has to be in the configuration, all words of which are judged",
    };

    /// <summary>Redacted; or ids and whole values that are judged where they come from.</summary>
    private static readonly HashSet<Type> JudgedTypes =
    [
        typeof(RedactedText), typeof(Actor), typeof(AgentId), typeof(CustomerId), typeof(QueueName), typeof(FloorId),
        typeof(ContactWishes), typeof(AttributeBag), typeof(AttributeValue), typeof(FloorConfiguration),
        typeof(QueueProfile), typeof(AgentProfile),
    ];

    /// <summary>Public methods beside the verbs, and why no words pass through them.</summary>
    private static readonly Dictionary<string, string> NoVerbs = new(StringComparer.Ordinal)
    {
        ["FloorHost.StartAsync"] = "takes nothing but a token",
        ["FloorHost.StopAsync"] = "takes nothing but a token",
        ["FloorHost.DisposeAsync"] = "takes nothing",
        ["Session.Heartbeat"] = "takes nothing",
        ["Session.DisposeAsync"] = "takes nothing",
    };

    [Fact]
    public void Every_part_of_a_floor_that_can_be_called_is_known()
    {
        Offenders.None(
            from type in (Type[])[typeof(FloorHost), typeof(Session)]
            from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            where !method.IsSpecialName && !NoVerbs.ContainsKey($"{type.Name}.{method.Name}")
            select $"{type.Name}.{method.Name}");
        Offenders.None(
            from part in typeof(FloorHost).GetProperties()
            where !PublicVerbs.Groups.Contains(part)
                && part.Name is not (nameof(FloorHost.Id) or nameof(FloorHost.IsRunning))
            select part.Name);
        Assert.True(PublicVerbs.All.Count > 80);
    }

    [Fact]
    public void Every_plain_text_in_a_command_has_a_reason_why_no_card_number_is_in_it()
    {
        string[] found =
        [
            .. from command in Shipped.WrittenIn(Shipped.Core)
               where command.IsAssignableTo(typeof(Command))
               from text in PlainInMembers(command, command.Name)
               select text,
        ];

        Assert.Equal(Words.Keys.Order(StringComparer.Ordinal), found.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Nothing_is_traced_or_measured_yet_or_the_canaries_would_have_to_listen() =>
        Assert.DoesNotContain(
            Shipped.Core.GetReferencedAssemblies(), one => one.Name == "System.Diagnostics.DiagnosticSource");

    /// <summary>The plain texts in something: neither redacted by their type nor judged where that is made.</summary>
    private static IEnumerable<string> PlainIn(Type type, string path)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type == typeof(string) ? [path]
            : type.IsGenericType ? type.GetGenericArguments().SelectMany(one => PlainIn(one, path))
            : JudgedTypes.Contains(type) ? []
            : type.Assembly == Shipped.Core && !type.IsEnum ? PlainInMembers(type, path)
            : type.IsValueType ? []
            : throw new NotSupportedException($"Can a card number be in a {type} of a command? Say so here.");
    }

    private static IEnumerable<string> PlainInMembers(Type type, string path) =>
        from member in type.GetProperties(
            BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where member.Name != "EqualityContract" && member.GetMethod is { IsPrivate: false }
        from found in PlainIn(member.PropertyType, $"{path}.{member.Name}")
        select found;
}
