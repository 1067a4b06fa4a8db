using System.Reflection;

namespace ContactCenter.Tests;

public sealed class ScenarioTable
{
    /// <summary>
    /// Every scenario and edge case of the specification.
    /// </summary>
    private static readonly string[] Covered =
    [
        "S1", "S2", "S3", "S4", "S6", "S7", "S8", "S9", "S11", "S12", "S13", "S14", "S16", "S17", "S18", "S19",
        "S21", "S22", "S23", "S24", "S26", "S27", "S28", "S29", "S31", "S32", "S33", "S34", "S36", "S37", "S38",
        "S39", "S41", "S42", "S43", "S44", "S46", "S47", "S48", "S49", "S51", "S52", "S53",
        "S54", "S56", "S57", "S58", "S59", "S61", "S62", "S63", "S64", "S66",
        "S67", "S68", "S69", "S71", "S72", "S73", "S74", "S76", "S77", "S78", "S79", "S81", "S82", "S83", "S84",
        "S86", "S87", "S88", "S89", "S91", "S92", "S93", "S94", "S96", "S97", "S98", "S99", "S101", "S102",
        "S103", "S104", "S106", "S107", "S108", "S109", "S111", "S112", "S113", "S114", "S116", "S117", "S118",
        "S119", "S121", "S122", "S123", "S124", "S126", "S127", "S128", "S129", "S131", "S132", "S133", "S134",
        "E1", "E2", "E3", "E4", "E5", "E6", "E7", "E8", "E9", "E10", "E11", "E12", "E13", "E14", "E15", "E16",
        "E17", "E18", "E19", "E20", "E21", "E22", "E23", "E24", "E25", "E26", "E27", "E28", "E29", "E30", "E31", "E32",
        "E33", "E34", "E35", "E36", "E37", "E38", "E39", "E40", "E41", "E42", "E43", "E44", "E45",
    ];

    private static readonly HashSet<string> Shown =
    [
        .. from type in typeof(ScenarioTable).Assembly.GetTypes()
           from method in type.GetMethods()
           from number in method.GetCustomAttribute<ScenarioAttribute>()?.Numbers ?? []
           select number,
    ];

    [Fact]
    public void Every_scenario_of_what_is_built_has_its_test() => Assert.Empty(Covered.Except(Shown));

    [Fact]
    public void No_test_claims_a_scenario_that_the_table_does_not_know() => Assert.Empty(Shown.Except(Covered));
}
