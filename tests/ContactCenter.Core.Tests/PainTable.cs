using System.Reflection;

namespace ContactCenter.Tests;

/// <summary>
/// The 96 things that users of other products complain about: none of them can come back unseen, or it is said why it
/// cannot happen here.
/// </summary>
public sealed class PainTable
{
    private static readonly Dictionary<int, string> DoesNotApply = [];

    private static readonly HashSet<int> Shown =
    [
        .. from type in typeof(PainTable).Assembly.GetTypes()
           from method in type.GetMethods()
           from number in method.GetCustomAttribute<PainAttribute>()?.Numbers ?? []
           select number,
    ];

    private static IEnumerable<int> All => Enumerable.Range(1, 96);

    [Fact]
    public void Each_has_its_test_or_a_reason_why_not() => Assert.Empty(All.Except(Shown).Except(DoesNotApply.Keys));

    [Fact]
    public void Races_and_double_work_and_the_first_of_dead_dispatch_all_have_their_tests() =>
        Assert.Empty(Enumerable.Range(1, 15).Except(Shown));

    [Fact]
    public void None_is_shown_that_is_said_not_to_apply() => Assert.Empty(DoesNotApply.Keys.Intersect(Shown));

    [Fact]
    public void None_is_shown_or_put_aside_that_the_table_does_not_know() =>
        Assert.Empty(Shown.Concat(DoesNotApply.Keys).Except(All));
}
