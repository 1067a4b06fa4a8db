using System.Text;

namespace ContactCenter.Responses;

/// <summary>
/// Fills the places that a prepared text leaves open: <c>{customer.name}</c>. <c>{{</c> and <c>}}</c> are braces, and
/// so is a brace that belongs to no place.
/// </summary>
internal static class Placeholders
{
    private const int MaxName = 50;

    /// <summary>The text with the values in it.</summary>
    /// <param name="text">The prepared text.</param>
    /// <param name="value">
    /// The value of a name, asked once for each; null where there is none, and then the place stays as it is.
    /// </param>
    /// <remarks>
    /// A value is put in as it is and never looked through: a customer called <c>{agent.name}</c> stays one. The result
    /// grows with the values, so its length is for the caller to check.
    /// </remarks>
    internal static FilledText Fill(string text, Func<string, string?> value)
    {
        var brace = text.AsSpan().IndexOfAny('{', '}');
        if (brace < 0)
        {
            return new(text, []);
        }

        var filled = new StringBuilder(text, 0, brace, text.Length * 2);
        var values = new Dictionary<string, string?>(StringComparer.Ordinal);
        var unresolved = new List<string>();
        for (var at = brace; at < text.Length;)
        {
            var rest = text.AsSpan(at);
            if (rest.StartsWith("{{") || rest.StartsWith("}}"))
            {
                filled.Append(rest[0]);
                at += 2;
                continue;
            }

            var length = rest[0] == '{' ? NameLength(rest[1..]) : 0;
            if (length == 0)
            {
                filled.Append(rest[0]);
                at++;
                continue;
            }

            var name = rest.Slice(1, length).ToString();
            if (!values.TryGetValue(name, out var found))
            {
                values.Add(name, found = value(name));
                if (found is null)
                {
                    unresolved.Add(name);
                }
            }

            _ = found is null ? filled.Append(rest[..(length + 2)]) : filled.Append(found);
            at += length + 2;
        }

        return new(filled.ToString(), unresolved);
    }

    /// <summary>How long the name is that a brace opens for; 0 where none is, or it does not close.</summary>
    private static int NameLength(ReadOnlySpan<char> rest)
    {
        var length = 0;
        while (length < rest.Length && length <= MaxName
            && (char.IsLetterOrDigit(rest[length]) || rest[length] is '.' or '-' or '_'))
        {
            length++;
        }

        return length is > 0 and <= MaxName && length < rest.Length && rest[length] == '}' ? length : 0;
    }
}

/// <summary>A text whose places have been filled.</summary>
/// <param name="Text">The text.</param>
/// <param name="Unresolved">The names for which there was no value, each once, in the order of the text.</param>
internal readonly record struct FilledText(string Text, IReadOnlyList<string> Unresolved);
