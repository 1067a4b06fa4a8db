using ContactCenter.Texts;

namespace ContactCenter.Routing;

/// <summary>Reads what attributes are compared with: a value, or a list of them.</summary>
internal sealed partial class RequirementReader
{
    internal static bool TryValue(string? text, out AttributeValue value)
    {
        value = default;
        if (text is null or { Length: > Requirement.MaxLength })
        {
            return false;
        }

        var reader = new RequirementReader(text);
        var found = reader.Value();
        if (reader._token.Kind is not TokenKind.End || found is null)
        {
            return false;
        }

        value = found.Value;
        return true;
    }

    private Comparison? Compared(string name)
    {
        var sign = _token.Sign;
        Take(TokenKind.Sign);
        var at = _token;
        if (Value() is not { } value)
        {
            return null;
        }

        if (sign is ComparisonSign.Equal or ComparisonSign.Unequal || value.Kind is AttributeKind.Number)
        {
            return new Comparison(name, sign, value);
        }

        // Texts have no order that would hold in every language.
        _scanner.Report(at.Position, "number-expected", $"a number after '{Comparison.Written(sign)}'", at.Shown);
        return null;
    }

    private Condition? Listed(string name, bool negated)
    {
        if (!Take(TokenKind.Open))
        {
            return Fail("list-expected", "'(' and a list of values");
        }

        List<AttributeValue> values = [];
        do
        {
            if (values.Count == Requirement.MaxListed)
            {
                return Fail("too-many-values", FormattableString.Invariant($"at most {Requirement.MaxListed} values"));
            }

            if (Value() is not { } value)
            {
                return null;
            }

            values.Add(value);
        }
        while (Take(TokenKind.Comma));

        return Take(TokenKind.Close) ? Membership.Of(name, values, negated) : Fail("list-unclosed", "',' or ')'");
    }

    private AttributeValue? Value()
    {
        AttributeValue? value = _token.Kind switch
        {
            TokenKind.Text => Text(),
            TokenKind.Word when _token.Is("true") => true,
            TokenKind.Word when _token.Is("false") => false,
            TokenKind.Word when Literal.IsNumber(_token.Text, out var number) => Number(number),
            TokenKind.Word when !AttributeName.IsKeyword(_token.Text) => Text(),
            _ => Fault("value-expected", "a value: a number, true, false, a word or a quoted text"),
        };
        if (value is not null)
        {
            _token = _scanner.Next();
        }

        return value;
    }

    private AttributeValue? Number(double number) => AttributeValue.TryOf(number, out var value)
        ? value
        : Fault("number-too-large", "a number of the size of a double");

    private AttributeValue? Text()
    {
        if (AttributeValue.TryOf(_token.Text, out var value))
        {
            return value;
        }

        return Wording.IsWellFormed(_token.Text)
            ? Fault("text-too-long", FormattableString.Invariant(
                $"a text of at most {AttributeValue.MaxTextLength} characters"))
            : Fault("text-malformed", "a text without NUL and without halves of surrogate pairs");
    }

    private AttributeValue? Fault(string code, string expected)
    {
        Fail(code, expected);
        return null;
    }
}
