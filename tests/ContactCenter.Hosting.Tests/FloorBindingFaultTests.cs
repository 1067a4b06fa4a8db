using ContactCenter.Runtime;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace ContactCenter.Hosting.Tests;

/// <summary>Configuration that cannot be read, or that a floor cannot work with.</summary>
public sealed class FloorBindingFaultTests
{
    [Fact]
    public async Task Keys_that_mean_nothing_are_refused_by_their_paths()
    {
        var failures = await FailuresAsync("""
            {
              "Redaction": { "Preset": "PciStrict", "Mode": "Redact", "Kinds": { "korean-rrn": "Drop" }, "Marks": 1 },
              "Attachments": { "MaxFiles": 10, "MaxTotalBytes": 25000000, "Antivirus": "clam" },
              "Queues": { "cards": { "Hours": { "Zone": "UTC", "EveryDay": "closed", "Lunch": "12:00" } } },
              "Agents": {
                "mina": { "Queues": [ "cards" ], "Skills": [ "korean" ], "Memberships": { "cards": { "Level": 1 } } }
              },
              "WrapUp": { "Reasons": [ { "Code": "solved", "Colour": "green" } ] },
              "MaxLive": { "Fax": 3 },
              "Limits": { "MailBoxCapacity": 5, "Mailbox": 5 }
            }
            """);

        Assert.Equal(
            [
                "ContactCenter:Floors:retail:Agents:mina:Memberships:cards:Level is not known.",
                "ContactCenter:Floors:retail:Agents:mina:Skills is not known.",
                "ContactCenter:Floors:retail:Attachments:Antivirus is not known.",
                "ContactCenter:Floors:retail:Limits:Mailbox is not known.",
                "ContactCenter:Floors:retail:MaxLive:Fax is not known.",
                "ContactCenter:Floors:retail:Queues:cards:Hours:Lunch is not known.",
                "ContactCenter:Floors:retail:Redaction:Marks is not known.",
                "ContactCenter:Floors:retail:WrapUp:Reasons:0:Colour is not known.",
                "Floor retail: queue cards: hours: it is never open.",
            ],
            failures.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("""{ "MaxLines": "many" }""", "MaxLines is not a whole number.")]
    [InlineData("""{ "MaxLines": 1.5 }""", "MaxLines is not a whole number.")]
    [InlineData("""{ "MaxLines": { "Most": 3 } }""", "MaxLines is not a whole number.")]
    [InlineData("""{ "BotTimeout": "soon" }""", "BotTimeout is not a period such as 00:00:30.")]
    [InlineData("""{ "BotTimeout": 30 }""", "BotTimeout is not a period such as 00:00:30.")]
    [InlineData("""{ "WrapUp": { "AllowExtension": "yes" } }""", "WrapUp:AllowExtension is not true or false.")]
    [InlineData(
        """{ "WrapUp": { "ReasonPolicy": "1" } }""", "WrapUp:ReasonPolicy is not one of Multiple, Single.")]
    [InlineData(
        """{ "Queues": { "cards": { "Channel": "fax" } } }""",
        "Queues:cards:Channel is not one of Voice, Chat, Email, Social.")]
    [InlineData("""{ "Queues": { "cards": "open" } }""", "Queues:cards is a value, where keys are expected.")]
    [InlineData("""{ "Queues": "cards" }""", "Queues is a value, where keys are expected.")]
    [InlineData(
        """{ "Redaction": { "Kinds": { "korean-rrn": "Mask" } } }""",
        "Redaction:Kinds:korean-rrn is not one of Redact, Drop, Block, Flag, Pass.")]
    [InlineData(
        """{ "Redaction": { "Masks": { "Korean RRN": "Erase" } } }""",
        "Redaction:Masks:Korean RRN is not a kind such as card-number.")]
    [InlineData(
        """{ "Redaction": { "Policies": [ { "Queue": "" } ] } }""",
        "Redaction:Policies:0:Queue is not a queue name.")]
    [InlineData(
        """{ "Redaction": { "Policies": [ { "Author": "visitor" } ] } }""",
        "Redaction:Policies:0:Author is not one of System, Host, Customer, Agent, Supervisor, Bot.")]
    [InlineData("""{ "Limits": 5 }""", "Limits is a value, where keys are expected.")]
    [InlineData("""{ "Agents": { "mina": { "Queues": "cards" } } }""",
        "Agents:mina:Queues is a value, where keys are expected.")]
    [InlineData(
        """{ "Queues": { "q": { "Hours": { "Zone": "UTC", "EveryDay": "09:00-18:00", "Closed": [ "May 5" ] } } } }""",
        "Queues:q:Hours:Closed:0 is not a date such as 2026-05-05.")]
    [InlineData(
        """{ "Queues": { "q": { "Hours": { "Zone": "UTC", "Monday": "09:00-18:00", "Special": { "xmas": "" } } } } }""",
        "Queues:q:Hours:Special:xmas is not a date such as 2026-05-05.")]
    [InlineData(
        """{ "Queues": { "cards": { "PriorityWorth": 60 } } }""",
        "Queues:cards:PriorityWorth is not a period such as 00:00:30.")]
    [InlineData(
        """{ "Queues": { "q": {} }, "Agents": { "a": { "Queues":["q"], "Memberships": { "q": { "Tier": "x" } } } } }""",
        "Agents:a:Memberships:q:Tier is not a whole number.")]
    [InlineData(
        """{ "Agents": { "mina": { "Attributes": { "korean": { "Level": 7 } } } } }""",
        "Agents:mina:Attributes:korean is not a text.")]
    [InlineData("""{ "IdleCodes": { "lunch": { "Name": "Lunch" } } }""", "IdleCodes:lunch is not a text.")]
    public async Task A_value_that_cannot_be_read_is_refused_by_its_path(string floor, string fault) =>
        Assert.Equal([$"ContactCenter:Floors:retail:{fault}"], await FailuresAsync(floor));

    [Fact]
    public async Task What_cannot_be_read_and_what_cannot_hold_are_told_at_once()
    {
        var failures = await FailuresAsync("""
            {
              "Queues": { "cards": { "OfferTimeout": "02:00:00", "Strategy": "relationship-manager-first" } },
              "Agents": { "mina": { "Queues": [ "loans" ], "ChatCapacity": "three" } },
              "Limits": { "FeedBuffer": 0, "FeedBufer": 1 }
            }
            """);

        Assert.Equal(
            [
                "ContactCenter:Floors:retail:Agents:mina:ChatCapacity is not a whole number.",
                "ContactCenter:Floors:retail:Limits:FeedBufer is not known.",
                "Floor retail: FeedBuffer 0 is not 1 to 100000.",
                "Floor retail: agent mina serves queue loans, which is not there.",
                "Floor retail: queue cards: offer timeout 02:00:00 is not 1 s to 1 h.",
                "Floor retail: queue cards: strategy 'relationship-manager-first' is not known.",
            ],
            failures.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Redaction_that_may_not_be_is_told_with_every_fault() => Assert.Equal(
        [
            "Floor retail: redaction: card-number: no policy may Flag it unless AllowUnmaskedCardNumbers says so.",
            "Floor retail: redaction: loyalty: no rule finds it.",
            "Floor retail: redaction: pin: it is erased, no policy may Pass it.",
        ],
        (await FailuresAsync("""
            { "Redaction": { "Kinds": { "pin": "Pass", "card-number": "Flag", "loyalty": "Drop" } } }
            """)).Order(StringComparer.Ordinal));

    [Fact]
    public void A_floor_is_refused_without_a_host_too()
    {
        var services = new ServiceCollection();
        services.AddContactCenter().BindFloors(Sections.Of("""{ "retail": { "Colour": "green" } }"""));
        using var provider = services.BuildServiceProvider();

        var refused = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<FloorHost>());
        Assert.Equal(["ContactCenter:Floors:retail:Colour is not known."], refused.Failures);
    }

    [Fact]
    public async Task Each_floor_answers_for_its_own_section()
    {
        using var host = Build(Sections.Of("""{ "retail": { "Colour": "green" }, "business": { "Size": 3 } }"""));

        var refused = await Assert.ThrowsAsync<AggregateException>(() => host.StartAsync());
        Assert.Equal(
            [
                "ContactCenter:Floors:business:Size is not known.",
                "ContactCenter:Floors:retail:Colour is not known.",
            ],
            refused.InnerExceptions.Cast<OptionsValidationException>().SelectMany(floor => floor.Failures).Order());
    }

    [Theory]
    [InlineData("{ }", "ContactCenter:Floors describes no floor.")]
    [InlineData(
        """{ "retail": {}, "re tail": {}, "/": {} }""",
        "No id of a floor: ContactCenter:Floors:/, ContactCenter:Floors:re tail.")]
    public void A_section_that_describes_no_floor_is_a_mistake_of_the_host(string floors, string mistake)
    {
        var centre = new ServiceCollection().AddContactCenter();

        var refused = Assert.Throws<ArgumentException>(() => centre.BindFloors(Sections.Of(floors)));
        Assert.StartsWith(mistake, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(centre.Services, service => service.ServiceType == typeof(FloorHost));
    }

    private static async Task<IEnumerable<string>> FailuresAsync(string floor)
    {
        using var host = Build(Sections.Of($$"""{ "retail": {{floor}} }"""));
        return (await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync())).Failures;
    }

    private static IHost Build(IConfigurationSection section)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddContactCenter().BindFloors(section).AddHostedFloors();
        return builder.Build();
    }
}
