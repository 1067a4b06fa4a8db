using System.Globalization;
using System.Net;
using System.Text;

namespace ContactCenter.Tests.Canaries;

/// <summary>Whoever looks for canaries finds them: each in each form, in each encoding, at each place.</summary>
public sealed class NeedleTests
{
    public static TheoryData<string, Func<string, byte[]>> Encodings => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes },
        { "UTF-16", Encoding.Unicode.GetBytes },
        { "UTF-16 at an odd place", text => [1, .. Encoding.Unicode.GetBytes(text)] },
        { "UTF-16 big-endian", Encoding.BigEndianUnicode.GetBytes },
        { "base64", text => Ascii(Convert.ToBase64String(Encoding.UTF8.GetBytes(text))) },
        { "base64 after one", text => Ascii(Convert.ToBase64String(Encoding.UTF8.GetBytes("x" + text))) },
        { "base64 after two", text => Ascii(Convert.ToBase64String(Encoding.UTF8.GetBytes("xy" + text))) },
        { "base64 of UTF-16", text => Ascii(Convert.ToBase64String(Encoding.Unicode.GetBytes(text))) },
        { "hexadecimal", text => Ascii(Convert.ToHexString(Encoding.UTF8.GetBytes(text))) },
        { "hexadecimal of UTF-16", text => Ascii(Convert.ToHexStringLower(Encoding.Unicode.GetBytes(text))) },
        { "URL", text => Ascii(WebUtility.UrlEncode(text)) },
        { "escapes", text => Ascii(string.Concat(text.Select(unit => $"\\u{(int)unit:x4}"))) },
        { "entities", text => Ascii(string.Concat(text.Select(unit => $"&#{(int)unit};"))) },
        { "separated", text => Encoding.UTF8.GetBytes(string.Join(" / ", text.AsEnumerable())) },
    };

    [Theory, MemberData(nameof(Encodings))]
    public void A_canary_is_found(string encoding, Func<string, byte[]> encode)
    {
        Assert.NotEmpty(encoding);
        foreach (var text in Canaries.Numbers.SelectMany(number => Canaries.Forms.Select(form => form(number))))
        {
            Assert.NotNull(Needles.In(encode(text)));
            Assert.NotNull(Needles.In(encode($"it is {text}, as I said")));
        }
    }

    [Fact]
    public void A_canary_that_is_kept_as_a_number_is_found()
    {
        foreach (var number in Canaries.Numbers.Select(digits => long.Parse(digits, CultureInfo.InvariantCulture)))
        {
            Assert.NotNull(Needles.In([1, .. BitConverter.GetBytes(number), 2]));
            Assert.NotNull(Needles.In([1, .. BitConverter.GetBytes((double)number), 2]));
        }
    }

    [Fact]
    public void A_mask_is_no_canary() => Assert.Null(Needles.In(string.Join(
        " and ", Canaries.Numbers.Select(number => $"{number[..6]}******{number[^4..]}"))));

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);
}
