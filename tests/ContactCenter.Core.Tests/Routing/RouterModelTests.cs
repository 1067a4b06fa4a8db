using ContactCenter.Tests.Redaction;
using FsCheck;
using FsCheck.Fluent;

namespace ContactCenter.Tests.Routing;

/// <summary>The router against one that looks at everybody every time.</summary>
public sealed class RouterModelTests
{
    /// <summary>Random steps that shrink: what is left of them is what it takes.</summary>
    [Fact]
    public void Whatever_happens_both_make_the_same_offers_in_the_same_order()
    {
        var step =
            from what in Gen.Choose(0, 255)
            from who in Gen.Choose(0, 255)
            from place in Gen.Choose(0, 255)
            from how in Gen.Choose(0, 65_535)
            select new RouterStep((byte)what, (byte)who, (byte)place, (ushort)how);
        var steps = Gen.Sized(size => Gen.Choose(0, 4 * size).SelectMany(count => Gen.ArrayOf(step, count)));

        Prop.ForAll(Arb.From(steps, Shorter), played =>
        {
            var bout = new RouterBout();
            return Array.TrueForAll(played, bout.Play).Label(bout.Choices);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));
    }

    /// <summary>Halves, then all but one.</summary>
    private static IEnumerable<RouterStep[]> Shorter(RouterStep[] steps) =>
        steps.Length < 2
            ? []
            : Enumerable.Range(0, steps.Length).Select(left => steps.Where((_, index) => index != left).ToArray())
                .Prepend(steps[..(steps.Length / 2)]).Prepend(steps[(steps.Length / 2)..]);

    [Theory, Pain(31)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void The_router_chooses_what_a_look_at_everybody_would_choose(ulong seed)
    {
        var (dice, bout) = (new Dice(seed), new RouterBout());
        for (var count = 0; count < 5_000; count++)
        {
            var step = new RouterStep(
                (byte)dice.Roll(256), (byte)dice.Roll(256), (byte)dice.Roll(256), (ushort)dice.Roll(65_536));
            Assert.True(bout.Play(step), $"step {count}, {step}: {bout.Choices}");
        }
    }
}
