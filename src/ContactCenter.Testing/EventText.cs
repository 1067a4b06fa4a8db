using System.Globalization;
using System.Text;
using ContactCenter.Chats;
using ContactCenter.Journals;

namespace ContactCenter.Testing;

/// <summary>Events by name and in words, and whether two say the same.</summary>
internal static class EventText
{
    /// <summary>The kind of an event in kebab-case: <c>offer-closed</c>.</summary>
    internal static string NameOf(Event happened)
    {
        var name = new StringBuilder();
        foreach (var unit in happened.GetType().Name)
        {
            if (char.IsUpper(unit) && name.Length > 0)
            {
                name.Append('-');
            }

            name.Append(char.ToLowerInvariant(unit));
        }

        return name.ToString();
    }

    internal static string Of(Event happened) => happened is WrapUpCompleted completed
        ? string.Create(CultureInfo.InvariantCulture, $"{completed} [{string.Join(", ", completed.Reasons)}]")
        : happened.ToString();

    /// <summary>
    /// Equality by value, lists included: a record that holds an array says "not equal" to a copy of itself, its encoded
    /// form does not.
    /// </summary>
    internal static bool Same(Event one, Event other) =>
        one == other || (one.GetType() == other.GetType() && Encoded(one).SequenceEqual(Encoded(other)));

    private static byte[] Encoded(Event happened)
    {
        var to = new RecordWriter();
        EventCodec.Write(to, happened);
        return to.ToArray();
    }
}
