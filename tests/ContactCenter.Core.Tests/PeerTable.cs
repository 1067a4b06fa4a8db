using System.Reflection;

namespace ContactCenter.Tests;

/// <summary>What the tests and samples of peers assert: each behaviour is shown here, or it is said why not.</summary>
public sealed class PeerTable
{
    /// <summary>Every behaviour of the list.</summary>
    private static readonly string[] All =
    [
        "AZ-01", "AZ-02", "AZ-03", "AZ-05", "AZ-06", "AZ-07", "AZ-09", "AZ-10", "AZ-11", "AZ-13", "AZ-14", "AZ-15",
        "AZ-17", "AZ-18", "AZ-19", "AZ-21", "AZ-22", "AZ-23", "AZ-25", "AZ-26", "AZ-27", "AZ-29", "AZ-30", "AZ-31",
        "AZ-33", "AZ-34", "AZ-35", "AZ-37", "AZ-38", "AZ-39", "AZ-41", "AZ-42", "AZ-43", "AZ-45", "AZ-46", "AZ-47",
        "RC-01", "RC-02", "RC-03", "RC-05", "RC-06", "RC-07", "RC-09", "RC-10", "RC-11", "RC-13", "RC-14", "RC-15",
        "RC-17", "RC-18", "RC-19", "RC-21", "RC-22", "RC-23", "RC-25", "RC-26", "RC-27", "RC-29", "RC-30", "RC-31",
        "RC-33", "RC-34", "RC-35", "RC-37", "RC-38", "RC-39", "RC-41", "RC-42", "RC-43",
        "CW-02", "CW-03", "CW-04", "CW-06", "CW-07", "CW-08", "CW-10", "CW-11", "CW-12", "CW-14", "CW-15", "CW-16",
        "CW-18", "CW-19", "CW-20", "CW-22", "CW-23",
        "AQ-01", "AQ-03", "AQ-04", "AQ-05", "AQ-07", "AQ-08", "AQ-09", "AQ-11", "AQ-12", "AQ-13", "AQ-15", "AQ-16",
        "AQ-17", "AQ-19", "AQ-20", "AQ-21", "AQ-23", "AQ-24",
        "FS-01", "FS-03", "FS-04", "FS-05", "FS-07", "FS-08", "FS-09", "FS-11",
        "TW-01", "TW-02",
        "CN-01", "CN-02", "CN-03", "CN-05",
        "GX-01", "GX-02",
        "SF-02", "SF-03", "SF-04",
        "WX-02",
        "ZD-01",
    ];

    private const string NoHold = "a chat has no hold: its customer reads what was said whenever they look";

    private static readonly Dictionary<string, string> DoesNotApply = new()
    {
        ["RC-34"] = NoHold,
        ["RC-35"] = NoHold,
        ["RC-37"] = NoHold,
        ["RC-38"] = NoHold,
        ["RC-39"] = NoHold,
        ["RC-41"] = NoHold,
    };

    private static readonly HashSet<string> Shown =
    [
        .. from type in typeof(PeerTable).Assembly.GetTypes()
           from method in type.GetMethods()
           from id in method.GetCustomAttribute<PeerScenarioAttribute>()?.Ids ?? []
           select id,
    ];

    [Fact]
    public void Every_behaviour_of_a_peer_has_its_test_or_a_reason_why_not() =>
        Assert.Empty(All.Except(Shown).Except(DoesNotApply.Keys));

    [Fact]
    public void None_is_shown_that_is_said_not_to_apply() => Assert.Empty(DoesNotApply.Keys.Intersect(Shown));

    [Fact]
    public void None_is_shown_or_put_aside_that_the_table_does_not_know() =>
        Assert.Empty(Shown.Concat(DoesNotApply.Keys).Except(All));

    [Fact]
    public void None_stands_in_the_table_twice() => Assert.Equal(All.Distinct(), All);
}
