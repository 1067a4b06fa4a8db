using System.Reflection;
using System.Text;
using ContactCenter.Runtime;
using ContactCenter.Tests.Redaction;
using static ContactCenter.Tests.People;

namespace ContactCenter.Tests.Canaries;

/// <summary>
/// Card numbers are put through every verb, in every place where words can stand, with all that is asked beside them
/// right and wrong; and then they are looked for in everything that the floor has written, shown, told and thrown.
/// </summary>
public sealed class CanaryVerbTests
{
    /// <summary>The verbs whose words are kept, masked: so it is seen that they do get through.</summary>
    private static readonly string[] Kept =
    [
        "AttachmentVerbs.SendAsync", "ChatVerbs.NoteAsync", "ChatVerbs.SayAsync", "ChatVerbs.StartAsync",
        "HistoryVerbs.EraseAsync", "HistoryVerbs.HoldAsync", "HistoryVerbs.LiftHoldAsync", "RedactionVerbs.RevealAsync",
        "RedactionVerbs.RescanAsync",
        "SupervisorVerbs.WhisperAsync",
    ];

    public static TheoryData<string> Verbs => [.. PublicVerbs.All.Keys.Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Verbs))]
    public async Task A_card_number_that_is_put_into_a_verb_is_nowhere(string verb)
    {
        var method = PublicVerbs.All[verb];
        await using var floor = await CanaryFloor.StartAsync();

        Assert.Equal(method.GetParameters().Any(one => PlacesOf(one).Count > 0), await AskAsync(floor, method) > 0);
        var traces = await floor.TracesAsync();
        Leaks.None(traces);
        if (Kept.Any(kept => verb.StartsWith(kept, StringComparison.Ordinal)))
        {
            Assert.Contains(Canaries.Numbers, number => Shows(traces, Cards.Mask(number)));
        }
    }

    public static TheoryData<string> VerbsThatKeep =>
    [
        .. PublicVerbs.All.Keys.Where(verb => Kept.Append("ChatVerbs.LabelAsync").Append("ChatVerbs.ReclassifyAsync")
            .Any(kept => verb.StartsWith(kept, StringComparison.Ordinal))).Order(StringComparer.Ordinal),
    ];

    [Theory, MemberData(nameof(VerbsThatKeep))]
    public async Task What_goes_with_a_card_is_nowhere_either(string verb)
    {
        var method = PublicVerbs.All[verb];
        await using var floor = await CanaryFloor.StartAsync(withAllRules: true);
        var asked = 0;
        foreach (var (index, parameter) in method.GetParameters().Index())
        {
            foreach (var place in PlacesOf(parameter).Where(place => place.IsText))
            {
                foreach (var words in Canaries.Particulars.Keys)
                {
                    foreach (var others in Combinations(floor, method, index))
                    {
                        if (TryPut(place, words, out others[index]))
                        {
                            asked++;
                            await floor.AskAsync(place.Path, "well", () => Call(method, floor.Host, others));
                        }
                    }
                }
            }
        }

        Assert.True(asked > 0);
        Leaks.None(await floor.TracesAsync(), Canaries.Particulars.Values);
    }

    private static bool Shows(IEnumerable<(string Where, object Content)> traces, string mask) =>
        traces.Select(trace => trace.Content).OfType<byte[]>()
            .Any(bytes => Encoding.UTF8.GetString(bytes).Contains(mask, StringComparison.Ordinal));

    /// <returns>How often it was asked.</returns>
    private static async Task<int> AskAsync(CanaryFloor floor, MethodInfo verb)
    {
        var asked = 0;
        var parameters = verb.GetParameters();
        foreach (var (index, parameter) in parameters.Index())
        {
            foreach (var (number, place) in PlacesOf(parameter).Index())
            {
                foreach (var words in WordsFor(place, number, parameter))
                {
                    foreach (var others in Combinations(floor, verb, index))
                    {
                        if (TryPut(place, words, out var said))
                        {
                            others[index] = said;
                            asked++;
                            await floor.AskAsync(
                                $"{parameter.Name}{place.Path}", words, () => Call(verb, floor.Host, others));
                        }
                    }
                }
            }
        }

        return asked;
    }

    /// <summary>Options have hundreds of places, and one judge: each place has its share of the words.</summary>
    private static IEnumerable<string> WordsFor(WordPlace place, int number, ParameterInfo parameter)
    {
        var every = parameter.Name == "options" ? 6 : 1;
        return (place.IsText ? Canaries.Texts : Canaries.Ids).Where((_, index) => index % every == number % every);
    }

    private static object? Call(MethodInfo verb, FloorHost host, object?[] arguments)
    {
        try
        {
            var target = PublicVerbs.TargetOf(verb, host);
            return verb.IsStatic ? verb.Invoke(null, [target, .. arguments[1..]]) : verb.Invoke(target, arguments);
        }
        catch (TargetInvocationException exception)
        {
            throw exception.InnerException!;
        }
    }

    private static IReadOnlyList<WordPlace> PlacesOf(ParameterInfo parameter) =>
        parameter is { Position: 0, Member: MethodInfo { IsStatic: true } }
            ? []
            : WordPlaces.Of(parameter.ParameterType);

    private static bool TryPut(WordPlace place, string words, out object? said)
    {
        try
        {
            said = place.Put(words);
            return true;
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            said = null;
            return false;
        }
    }

    /// <summary>All else that is asked: of each chat and by each party, where the verb is about any.</summary>
    private static IEnumerable<object?[]> Combinations(CanaryFloor floor, MethodInfo verb, int except)
    {
        IEnumerable<object?[]> all = [[]];
        foreach (var (index, parameter) in verb.GetParameters().Index())
        {
            object?[] values = index == except ? [null] : ValuesOf(floor, parameter);
            all = [.. from some in all from value in values select (object?[])[.. some, value]];
        }

        return all;
    }

    private static object?[] ValuesOf(CanaryFloor floor, ParameterInfo parameter) => parameter switch
    {
        { Position: 0, Member: MethodInfo { IsStatic: true } } => [null],
        { ParameterType: var type } when type == typeof(ChatId) => [.. floor.Chats.Cast<object>()],
        { ParameterType: var type } when type == typeof(Actor) => [Ana, Mina, Boss, Actor.Host],
        { ParameterType: var type } when type == typeof(OfferId) => [floor.Offer],
        { ParameterType: var type } when type == typeof(Session) => [floor.Sessions[1]],
        { Name: "supervisor" } => [(AgentId)"boss"],
        { Name: "invited" } => [(AgentId)"noor"],
        { Name: "agent", Member.Name: var verb } when verb.StartsWith("Decline", StringComparison.Ordinal) =>
            [(AgentId)"noor"],
        { Name: "source" } => ["parrot"],
        { Name: "token" } => ["[word:BCDFGHJKLMNPQRSTVWXZBCDF]"],
        { Name: "customer", Member.Name: "LiftHoldAsync" } => [(CustomerId)"fay"],
        { Name: "code" } => ["lunch"],
        { Name: "limit" } => [10],
        { Name: "line" } => [1],
        { HasDefaultValue: true, ParameterType.IsValueType: true, DefaultValue: null } =>
            [Nullable.GetUnderlyingType(parameter.ParameterType) is null
                ? Activator.CreateInstance(parameter.ParameterType)
                : null],
        { HasDefaultValue: true } => [parameter.DefaultValue],
        _ => [Samples.Of(parameter.ParameterType)],
    };
}
