using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using ContactCenter.Collaboration;
using ContactCenter.Routing;
using ContactCenter.Runtime;

namespace ContactCenter.Tests.Canaries;

/// <summary>A place in an argument of a verb where somebody's words can stand.</summary>
/// <param name="Path">Where.</param>
/// <param name="IsText">Words are redacted or judged there; else it takes an id.</param>
/// <param name="Put">The argument with words in that place; throws a format exception where they cannot be.</param>
internal sealed record WordPlace(string Path, bool IsText, Func<string, object?> Put);

/// <summary>
/// Finds every place by the types alone, so that none can be forgotten: a type of which it is not known whether words
/// can stand in it is an error.
/// </summary>
internal static class WordPlaces
{
    /// <summary>In these nobody's words can stand.</summary>
    private static readonly HashSet<Type> Wordless =
    [
        typeof(bool), typeof(byte), typeof(int), typeof(long), typeof(double), typeof(TimeSpan),
        typeof(DateTimeOffset), typeof(DateOnly), typeof(CancellationToken), typeof(System.Globalization.CultureInfo),
        typeof(FeedPosition), typeof(Session), typeof(SessionOptions),
        typeof(CommandId), // 128 bits, which the caller's library draws
    ];

    private static readonly Dictionary<Type, WordPlace[]> Leaves = new()
    {
        [typeof(string)] = [new("", true, words => words)],
        [typeof(AgentId)] = [new("", false, words => AgentId.Parse(words))],
        [typeof(CustomerId)] = [new("", false, words => CustomerId.Parse(words))],
        [typeof(QueueName)] = [new("", false, words => QueueName.Parse(words))],
        [typeof(FloorId)] = [new("", false, words => FloorId.Parse(words))],
        [typeof(ChatId)] =
        [
            new(".Floor", false, words => new ChatId(FloorId.Parse(words), 1)),
            new(".Number", false, words => new ChatId("floor", long.Parse(words, null))),
        ],
        [typeof(OfferId)] =
        [
            new(".Floor", false, words => new OfferId(FloorId.Parse(words), 1)),
            new(".Number", false, words => new OfferId("floor", long.Parse(words, null))),
        ],
        [typeof(Actor)] =
        [
            new(".Agent", false, words => Actor.Agent(words)),
            new(".Customer", false, words => Actor.Customer(words)),
            new(".Supervisor", false, words => Actor.Supervisor(words)),
        ],
        [typeof(TransferTarget)] =
        [
            new(".Agent", false, words => TransferTarget.To(AgentId.Parse(words))),
            new(".Queue", false, words => TransferTarget.To(QueueName.Parse(words))),
        ],
        [typeof(AttributeValue)] =
        [
            new(".Text", true, words => (AttributeValue)words),
            new(".Number", false, words => (AttributeValue)double.Parse(words, null)),
        ],
        [typeof(AttributeBag)] =
        [
            new(".Text", true, words => AttributeBag.Of(("said", words))),
            new(".Number", false, words => AttributeBag.Of(("said", double.Parse(words, null)))),
        ],
        [typeof(OutgoingFile)] =
        [
            new(".Name", true, words => new OutgoingFile(words, new MemoryStream("all is well"u8.ToArray()))),
            new(".Name.txt", true, words => new OutgoingFile($"{words}.txt", new MemoryStream("well"u8.ToArray()))),
            new(".Content", true, words => new OutgoingFile("a.txt", new MemoryStream(Encoding.UTF8.GetBytes(words)))),
        ],
        [typeof(Stream)] = [new("", true, words => new MemoryStream(Encoding.UTF8.GetBytes(words)))],
    };

    internal static IReadOnlyList<WordPlace> Of(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (Leaves.TryGetValue(type, out var leaf))
        {
            return leaf;
        }

        if (type.IsEnum || Wordless.Contains(type))
        {
            return [];
        }

        if (EntryOf(type) is { } entry)
        {
            return
            [
                .. Of(entry.Key).Select(at => at with
                {
                    Path = $"[{at.Path}]",
                    Put = words => Map(entry, at.Put(words)!, Samples.Of(entry.Value)),
                }),
                .. Of(entry.Value).Select(at => at with
                {
                    Path = $"[]{at.Path}",
                    Put = words => Map(entry, Samples.Of(entry.Key)!, at.Put(words)),
                }),
            ];
        }

        if (ElementOf(type) is { } element)
        {
            return
            [
                .. Of(element).Select(at => at with
                {
                    Path = $"[]{at.Path}",
                    Put = words => List(type, element, at.Put(words)),
                }),
            ];
        }

        return type.Assembly == typeof(FloorHost).Assembly
            ? [.. InMembers(type)]
            : throw new NotSupportedException($"Can words stand in a {type}? Say so here.");
    }

    private static IEnumerable<WordPlace> InMembers(Type type)
    {
        foreach (var member in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (member.GetIndexParameters().Length > 0 || (!member.CanWrite && !IsFilled(member)))
            {
                continue;
            }

            foreach (var at in Of(member.PropertyType))
            {
                yield return at with
                {
                    Path = $".{member.Name}{at.Path}",
                    Put = words =>
                    {
                        var whole = Samples.Of(type)!;
                        var part = at.Put(words);
                        if (member.CanWrite)
                        {
                            member.SetValue(whole, part);
                        }
                        else
                        {
                            Fill(member.GetValue(whole)!, part!);
                        }

                        return whole;
                    },
                };
            }
        }
    }

    /// <summary>What has no setter and is filled in its place, as lists of options are.</summary>
    private static bool IsFilled(PropertyInfo member) =>
        member.PropertyType.IsGenericType
            ? member.PropertyType.GetGenericTypeDefinition() is var open
                && (open == typeof(IList<>) || open == typeof(IDictionary<,>))
            : member.PropertyType.Name.EndsWith("Options", StringComparison.Ordinal);

    private static void Fill(object whole, object part)
    {
        if (whole is IDictionary named)
        {
            foreach (DictionaryEntry entry in (IDictionary)part)
            {
                named[entry.Key] = entry.Value;
            }
        }
        else if (whole is IList list)
        {
            foreach (var one in (IEnumerable)part)
            {
                list.Add(one);
            }
        }
        else
        {
            foreach (var member in whole.GetType().GetProperties())
            {
                if (member.CanWrite)
                {
                    member.SetValue(whole, member.GetValue(part));
                }
                else
                {
                    Fill(member.GetValue(whole)!, member.GetValue(part)!);
                }
            }
        }
    }

    private static (Type Key, Type Value)? EntryOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() is var open
            && (open == typeof(IDictionary<,>) || open == typeof(IReadOnlyDictionary<,>))
            ? (type.GetGenericArguments()[0], type.GetGenericArguments()[1])
            : null;

    private static Type? ElementOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() is var open
            && (open == typeof(IReadOnlyList<>) || open == typeof(IList<>) || open == typeof(ImmutableArray<>))
            ? type.GetGenericArguments()[0]
            : null;

    private static object Map((Type Key, Type Value) entry, object key, object? value)
    {
        var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(entry.Key, entry.Value))!;
        map[key] = value;
        return map;
    }

    private static object List(Type type, Type element, object? one)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
        list.Add(one);
        return type.GetGenericTypeDefinition() != typeof(ImmutableArray<>) ? list
            : typeof(ImmutableArray).GetMethods()
                .Single(one => one.Name == nameof(ImmutableArray.CreateRange) && one.GetParameters().Length == 1)
                .MakeGenericMethod(element).Invoke(null, [list])!;
    }
}
