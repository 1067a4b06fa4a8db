using System.Text.Json.Nodes;
using ContactCenter.Agents;
using ContactCenter.Floors;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;

namespace ContactCenter.Tests.Floors;

public sealed class ConfigurationDifferenceTests
{
    private static readonly FloorConfiguration Now =
        Configuration([Queue("chat"), Queue("other")], Agent("mina", 2), Agent("noor"));

    [Fact]
    public void What_is_added_changed_and_removed_is_told_field_by_field()
    {
        var wanted = Configuration(
            [Queue("chat", offerSeconds: 45), Queue("third")], Agent("mina", 3, "chat"), Agent("jun", "chat")) with
        {
            MaxLines = 7,
        };
        var difference = Between(Now, wanted);

        Assert.Equal(
            ["chat Changed", "other Removed", "third Added"],
            difference.Queues.Select(change => $"{change.Name} {change.Move}"));
        Assert.Equal(
            ["OfferTimeout: \"00:00:30\" → \"00:00:45\""],
            difference.Queues.First().Fields.Select(field => field.ToString()));
        Assert.Equal(
            ["jun Added", "mina Changed", "noor Removed"],
            difference.Agents.Select(change => $"{change.Name} {change.Move}"));
        Assert.Equal(
            [new FieldChange("Queues", "[\"chat\",\"other\"]", "[\"chat\"]"), new FieldChange("Media.Chat", "2", "3")],
            difference.Agents.ElementAt(1).Fields);
        Assert.Equal(
            [new FieldChange("MaxLines", "1000000", "7")],
            difference.Changes.Single(change => change.Section == "Floor").Fields);
    }

    [Fact]
    public void What_reads_as_a_card_number_is_not_repeated()
    {
        const string card = "4111 1111 1111 1111", hidden = "a name or code reads as a card number";
        var difference = Between(Now, Now with
        {
            Queues = [.. Now.Queues, Queue(card)],
            Agents = [Agent("mina", 2) with { Name = card.Replace(' ', '\u200B') }, Agent("noor")],
        });

        var added = Assert.Single(difference.Queues);
        Assert.Equal((hidden, hidden), (added.Name, added.Fields.Single(field => field.Field == "Name").To));
        Assert.Contains(
            new FieldChange("Name", null, hidden),
            Assert.Single(difference.Agents, change => change.Name == "mina").Fields);
    }

    [Fact]
    public void Between_a_configuration_and_itself_there_is_nothing()
    {
        var same = Between(Now, Now with { });

        Assert.Empty(same.Changes);
        Assert.Equal(ConfigurationHash.Of(Now), same.Wanted);
    }

    [Fact, Pain(86)]
    public void Whoever_follows_the_difference_arrives_at_what_was_wanted()
    {
        for (var seed = 1UL; seed <= 300; seed++)
        {
            var draw = new Draw(seed);
            var revisions = new Revisions(draw, new Swarm(draw));
            var (from, to) = (revisions.First().Configuration, revisions.First().Configuration);

            var arrived = Followed(ConfigurationDifference.Parse(from), Between(from, to));
            Assert.True(
                JsonNode.DeepEquals(InOrder(ConfigurationDifference.Parse(to)), InOrder(arrived)),
                $"Seed {seed} arrives elsewhere.");
        }
    }

    private static ConfigurationDifference Between(FloorConfiguration now, FloorConfiguration wanted) =>
        ConfigurationDifference.Between(now, wanted, ConfigurationHash.Of(now), []);

    private static JsonObject Followed(JsonObject floor, ConfigurationDifference difference)
    {
        foreach (var change in difference.Changes)
        {
            var list = change.Section == "Floor" ? [] : floor[change.Section]!.AsArray();
            var thing = change.Section == "Floor"
                ? floor
                : list.Select(one => one!.AsObject())
                    .FirstOrDefault(one => ConfigurationDifference.NameOf(one) == change.Name);
            if (change.Move == ConfigurationMove.Removed)
            {
                list.Remove(thing);
                continue;
            }

            if (thing is null)
            {
                list.Add(thing = []);
            }

            foreach (var field in change.Fields)
            {
                Put(thing, field.Field.Split('.'), field.To);
            }
        }

        return floor;
    }

    private static void Put(JsonObject thing, ReadOnlySpan<string> path, string? json)
    {
        if (path is [var last])
        {
            thing.Remove(last);
            if (json is not null)
            {
                thing[last] = JsonNode.Parse(json);
            }

            return;
        }

        var inner = thing[path[0]]?.AsObject() ?? [];
        thing[path[0]] = inner;
        Put(inner, path[1..], json);
        if (inner.Count == 0)
        {
            thing.Remove(path[0]);
        }
    }

    /// <summary>In which order things of one kind are told makes no difference, nor does what has no fields.</summary>
    private static JsonObject InOrder(JsonObject floor)
    {
        foreach (var queue in floor["Queues"]!.AsArray().Select(queue => queue!.AsObject()))
        {
            if (queue["Hours"] is JsonObject hours && hours["Special"] is JsonObject { Count: 0 })
            {
                hours.Remove("Special");
                _ = hours.Count == 0 && queue.Remove("Hours");
            }
        }

        foreach (var (section, node) in floor.ToArray())
        {
            if (node is JsonArray list && list.All(one => one is JsonObject))
            {
                floor[section] = new JsonArray(
                    [
                        .. list.Select(one => one!.DeepClone())
                            .OrderBy(one => ConfigurationDifference.NameOf(one.AsObject()), StringComparer.Ordinal),
                    ]);
            }
        }

        return floor;
    }
}
