using System.Globalization;
using System.Text;

namespace ContactCenter;

/// <summary>What every id that a host makes must look like, so that ids compare, log and travel safely.</summary>
internal static class Identifier
{
    internal const int MaxLength = 64;

    internal static bool IsValid(string? value)
    {
        if (value is null || value.Length is 0 or > MaxLength)
        {
            return false;
        }

        var ascii = true;
        foreach (var unit in value)
        {
            if (!char.IsLetterOrDigit(unit) && !"-_.:@+".Contains(unit, StringComparison.Ordinal))
            {
                return false;
            }

            ascii &= char.IsAscii(unit);
        }

        // Two spellings of one name would be two agents: only the composed form is an id.
        return ascii || value.IsNormalized(NormalizationForm.FormC);
    }

    internal static string Check(string? value, string what) => IsValid(value)
        ? value!
        : throw new FormatException(
            $"A {what} has 1 to {MaxLength} letters, digits or any of - _ . : @ +, in composed Unicode form.");

    /// <summary>Reads what <see cref="Number"/> wrote: the floor, a slash, the kind, a dash, the number.</summary>
    internal static bool TryNumber(string? text, string kind, out FloorId floor, out long number)
    {
        floor = default;
        number = 0;
        var slash = text?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        return slash > 0
            && FloorId.TryParse(text![..slash], out floor)
            && text.AsSpan(slash + 1).StartsWith(kind, StringComparison.Ordinal)
            && text.Length > slash + 1 + kind.Length
            && text[slash + 1 + kind.Length] == '-'
            && long.TryParse(
                text.AsSpan(slash + 2 + kind.Length), NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    internal static string Number(FloorId floor, string kind, long number) =>
        string.Create(CultureInfo.InvariantCulture, $"{floor}/{kind}-{number}");
}
