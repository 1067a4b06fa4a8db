using System.Text;

namespace ContactCenter.Files;

/// <summary>Encodings by name and number, those of the time before Unicode included.</summary>
internal static class CodePages
{
    internal static Encoding Latin => Encoding.Latin1;

    /// <returns>Null where nobody knows it, and for UTF-7, in which digits can hide.</returns>
    internal static Encoding? Of(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <returns>Latin where nobody knows the number: what is ASCII is the same in all that begin like it.</returns>
    internal static Encoding Of(int number)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(number) ?? Latin;
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return Latin;
        }
    }
}
