using ContactCenter.Routing;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace ContactCenter.Tests.Routing.Requirements;

/// <summary>What holds of every requirement and every agent, tried on thousands that were drawn.</summary>
public sealed class RequirementPropertyTests
{
    // Drawn anew from the same seed each time: a failure is there again when one looks for it.
    private static readonly Config Drawn = Config.QuickThrowOnFailure.WithMaxTest(2_000).WithQuietOnSuccess(true)
        .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(17), FSharpOption<int>.None)));

    private static readonly Gen<(Sentence, IReadOnlyDictionary<string, object>)> SentencesAndAgents =
        Gen.Zip(Sentence.Any, Sentence.Agents);

    [Fact]
    public void The_canonical_text_reads_back_as_itself() => Holds(Sentence.Any, sentence =>
    {
        var requirement = Requirement.Parse(sentence.Written);
        var again = Requirement.Parse(requirement.ToString());
        return requirement == again && requirement.ToString() == again.ToString()
            && requirement.GetHashCode() == again.GetHashCode();
    });

    [Fact]
    public void It_matches_whom_a_plain_reading_matches() => Holds(SentencesAndAgents, drawn =>
        Read(drawn.Item1).Matches(Bag(drawn.Item2)) == drawn.Item1.IsMetBy(drawn.Item2));

    [Fact]
    public void Not_both_is_one_or_the_other_not() =>
        Holds(Gen.Zip(Gen.Two(Sentence.Any), Sentence.Agents), drawn =>
        {
            var ((left, right), agent) = drawn;
            var notBoth = Read(new Sentence.Not(new Sentence.And(left, right)));
            var oneNot = Read(new Sentence.Or(new Sentence.Not(left), new Sentence.Not(right)));
            return notBoth.Matches(Bag(agent)) == oneNot.Matches(Bag(agent));
        });

    [Fact]
    public void The_order_in_which_it_is_said_does_not_matter() => Holds(Gen.Two(Sentence.Any), drawn =>
        Read(new Sentence.And(drawn.Item1, drawn.Item2)) == Read(new Sentence.And(drawn.Item2, drawn.Item1))
        && Read(new Sentence.Or(drawn.Item1, drawn.Item2)) == Read(new Sentence.Or(drawn.Item2, drawn.Item1)));

    [Fact]
    public void Its_parts_are_the_whole_and_what_is_missed_are_those_not_met() =>
        Holds(Gen.Zip(Gen.Two(Sentence.Any), Sentence.Agents), drawn =>
        {
            var ((left, right), agent) = drawn;
            var (all, bag) = (Requirement.All(Read(left), Read(right)), Bag(agent));
            return all == Read(new Sentence.And(left, right))
                && Requirement.All([.. all.Conjuncts]) == all
                && all.Matches(bag) == (Read(left).Matches(bag) && Read(right).Matches(bag))
                && all.Matches(bag) == (all.Misses(bag).Count == 0)
                && all.Misses(bag).All(part => !Requirement.Parse(part).Matches(bag));
        });

    [Fact]
    public void A_score_is_finite_and_never_negative() => Holds(SentencesAndAgents, drawn =>
        Read(drawn.Item1).Score(Bag(drawn.Item2)) is >= 0 and <= 2 * Requirement.MaxTerms);

    [Fact]
    public void A_score_never_falls_with_the_distance_from_a_threshold() =>
        Holds(Gen.Three(Doubles), drawn =>
        {
            double[] levels = [drawn.Item1, drawn.Item2];
            Array.Sort(levels);
            var (less, more, threshold) = (levels[0], levels[1], drawn.Item3);
            return Score(">=", threshold, less) <= Score(">=", threshold, more)
                && Score(">", threshold, less) <= Score(">", threshold, more)
                && Score("<=", threshold, less) >= Score("<=", threshold, more)
                && Score("<", threshold, less) >= Score("<", threshold, more);
        });

    [Fact]
    public void A_score_rises_with_each_level_up_to_half_a_million() =>
        Holds(Gen.Two(Gen.Choose(-500_000, 499_999)), drawn =>
        {
            var (threshold, level) = (Math.Min(drawn.Item1, drawn.Item2), Math.Max(drawn.Item1, drawn.Item2));
            return Score(">=", threshold, level) < Score(">=", threshold, level + 1)
                && Score("<=", -threshold, -level) < Score("<=", -threshold, -level - 1);
        });

    [Fact]
    public void No_text_makes_the_reader_throw_and_each_fault_lies_within_it() =>
        Holds(Gen.OneOf(Soup, Damaged), text =>
            Requirement.TryParse(text, out var requirement, out var fault)
                ? fault is null && Requirement.Parse(requirement.ToString()) == requirement
                : requirement is null && fault.Position >= 0 && fault.Position <= text.Length);

    private static Gen<double> Doubles { get; } = Gen.OneOf(
        from units in Gen.Choose(-100, 100) select (double)units,
        from high in Gen.Choose(int.MinValue, int.MaxValue)
        from low in Gen.Choose(int.MinValue, int.MaxValue)
        let number = BitConverter.Int64BitsToDouble(((long)high << 32) | (uint)low)
        select double.IsFinite(number) ? number : double.MaxValue);

    private static Gen<string> Soup { get; } =
        from pieces in Gen.ListOf(Gen.Elements(
            "a", "and", "Or", "not", "has", "in", "true", "(", ")", "(", ")", ",", "=", "!=", "!", "<", "<=", ">", "'",
            "\"", "\\", "\\u00", "5", "-2.5", "1e999", "NaN", " ", "\t", "\0", "\ud800", "한", "a = 1", "b in (1)"))
        from gap in Gen.Elements("", " ")
        select string.Join(gap, pieces);

    private static Gen<string> Damaged { get; } =
        from sentence in Sentence.Any
        from at in Gen.Choose(0, sentence.Written.Length - 1)
        from length in Gen.Choose(0, 5)
        select sentence.Written.Remove(at, Math.Min(length, sentence.Written.Length - at));

    private static void Holds<T>(Gen<T> drawn, Func<T, bool> property) =>
        Check.One(Drawn, Prop.ForAll(drawn.ToArbitrary(), property));

    private static Requirement Read(Sentence sentence) => Requirement.Parse(sentence.Written);

    private static AttributeBag Bag(IReadOnlyDictionary<string, object> agent) =>
        [.. agent.Select(said => (said.Key, Value(said.Value)))];

    private static AttributeValue Value(object value) => value switch
    {
        double number => number,
        bool flag => flag,
        _ => (string)value,
    };

    private static double Score(string sign, double threshold, double level) =>
        Requirement.Parse(FormattableString.Invariant($"level {sign} {threshold:R}")).Score([("level", level)]);
}
