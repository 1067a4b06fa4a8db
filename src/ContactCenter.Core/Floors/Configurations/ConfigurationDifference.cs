using System.Text.Json.Nodes;
using ContactCenter.Redaction;

namespace ContactCenter.Floors;

/// <summary>What has become of something between two revisions.</summary>
public enum ConfigurationMove
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>It is there as before, and something about it is not.</summary>
    Changed,

    /// <summary>It is gone.</summary>
    Removed,
}

/// <summary>One field of something that two revisions describe.</summary>
/// <param name="Field">Its name; of something inside something else the names of both, with a dot between.</param>
/// <param name="From">What it says in the revision in force, as JSON; null where it says nothing.</param>
/// <param name="To">What it says in the wanted one, as JSON; null where it says nothing.</param>
public sealed record FieldChange(string Field, string? From, string? To)
{
    /// <summary>The change in one line.</summary>
    public override string ToString() => $"{Field}: {From ?? "nothing"} → {To ?? "nothing"}";
}

/// <summary>What is different about one thing.</summary>
/// <param name="Section">
/// The part of the configuration: <c>Queues</c>, <c>Agents</c>, <c>Teams</c> and so on, or <c>Floor</c> for what is
/// said of the floor as a whole.
/// </param>
/// <param name="Name">Its name, id or code; empty for the floor.</param>
/// <param name="Move">Whether it is new, gone, or changed.</param>
/// <param name="Fields">What is said of it anew, otherwise or no more.</param>
public sealed record ConfigurationChange(
    string Section, string Name, ConfigurationMove Move, IReadOnlyList<FieldChange> Fields);

/// <summary>What a revision would change, and why it would be refused; nothing is applied.</summary>
/// <param name="Revision">The revision in force.</param>
/// <param name="Wanted">Names the wanted one; the same where nothing is different.</param>
/// <param name="Changes">What is different, by section and name.</param>
/// <param name="Refusals">
/// Everything because of which it would be refused as the floor stands: what is wrong with it, else what the work in
/// hand forbids. Empty where it would be taken.
/// </param>
public sealed record ConfigurationDifference(
    string Revision,
    string Wanted,
    IReadOnlyList<ConfigurationChange> Changes,
    IReadOnlyList<string> Refusals)
{
    internal const string OfFloor = "Floor";

    // What those are called that stand in lists.
    private static readonly string[] Names = ["Id", "Name", "Code"];

    /// <summary>What is different about queues.</summary>
    public IEnumerable<ConfigurationChange> Queues => Of(nameof(FloorConfiguration.Queues));

    /// <summary>What is different about agents.</summary>
    public IEnumerable<ConfigurationChange> Agents => Of(nameof(FloorConfiguration.Agents));

    /// <summary>What is different between two configurations.</summary>
    internal static ConfigurationDifference Between(
        FloorConfiguration now, FloorConfiguration wanted, string revision, IReadOnlyList<string> refusals)
    {
        var (from, to) = (Parse(now), Parse(wanted));
        var changes = new List<ConfigurationChange>();
        var floor = new List<FieldChange>();
        foreach (var section in from.Select(one => one.Key).Union(to.Select(one => one.Key)))
        {
            if (ByName(from[section]) is { } before && ByName(to[section]) is { } after)
            {
                changes.AddRange(InList(section, before, after));
            }
            else
            {
                Compare(section, from[section], to[section], floor);
            }
        }

        if (floor.Count > 0)
        {
            changes.Add(new ConfigurationChange(OfFloor, string.Empty, ConfigurationMove.Changed, floor));
        }

        return new ConfigurationDifference(revision, ConfigurationHash.Of(wanted), changes, refusals);
    }

    internal static JsonObject Parse(FloorConfiguration configuration) =>
        JsonNode.Parse(ConfigurationJson.Write(configuration))!.AsObject();

    internal static string? NameOf(JsonObject one) =>
        Names.Select(name => one[name]).FirstOrDefault(name => name is not null)?.GetValue<string>();

    private IEnumerable<ConfigurationChange> Of(string section) => Changes.Where(change => change.Section == section);

    /// <summary>The elements of a list by name; null where it is no list of things with names.</summary>
    private static Dictionary<string, JsonObject>? ByName(JsonNode? node)
    {
        if (node is not JsonArray list || !list.All(one => one is JsonObject thing && NameOf(thing) is not null))
        {
            return null;
        }

        // Of two with one name, which is a fault, the last is shown.
        var found = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var one in list)
        {
            found[NameOf(one!.AsObject())!] = one.AsObject();
        }

        return found;
    }

    private static IEnumerable<ConfigurationChange> InList(
        string section, Dictionary<string, JsonObject> before, Dictionary<string, JsonObject> after)
    {
        foreach (var name in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal))
        {
            var (was, becomes) = (before.GetValueOrDefault(name), after.GetValueOrDefault(name));
            var fields = new List<FieldChange>();
            Compare(string.Empty, was, becomes, fields);
            if (fields.Count > 0)
            {
                yield return new ConfigurationChange(
                    section,
                    CardLikeId.IsIn(name) ? ConfigurationFaults.CardLikeFault : name,
                    was is null ? ConfigurationMove.Added
                        : becomes is null ? ConfigurationMove.Removed
                        : ConfigurationMove.Changed,
                    fields);
            }
        }
    }

    private static void Compare(string field, JsonNode? from, JsonNode? to, List<FieldChange> into)
    {
        if ((from ?? to) is JsonObject && (from ?? new JsonObject()) is JsonObject was
            && (to ?? new JsonObject()) is JsonObject becomes)
        {
            foreach (var name in was.Select(one => one.Key).Union(becomes.Select(one => one.Key)))
            {
                Compare(field.Length == 0 ? name : $"{field}.{name}", was[name], becomes[name], into);
            }
        }
        else if (!JsonNode.DeepEquals(from, to))
        {
            into.Add(new FieldChange(field, Shown(from), Shown(to)));
        }
    }

    /// <summary>What would be refused because it reads as a card number is not repeated either.</summary>
    private static string? Shown(JsonNode? value) =>
        value?.ToJsonString() is { } json && ConfigurationJson.WordsIn(json).Any(CardLikeId.IsIn)
            ? ConfigurationFaults.CardLikeFault
            : value?.ToJsonString();
}
