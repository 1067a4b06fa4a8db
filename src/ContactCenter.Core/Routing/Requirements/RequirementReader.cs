using ContactCenter.Texts;

namespace ContactCenter.Routing;

/// <summary>Reads requirements, by descent: <c>not</c> binds closest, then <c>and</c>, then <c>or</c>.</summary>
internal sealed class RequirementReader
{
    private readonly RequirementScanner _scanner;
    private RequirementToken _token;
    private int _terms;

    private RequirementReader(string text)
    {
        _scanner = new RequirementScanner(text);
        _token = _scanner.Next();
    }

    internal static Condition? Read(string? text, out RequirementFault? fault)
    {
        if (text is { Length: > Requirement.MaxLength })
        {
            fault = TooLong(text.Length);
            return null;
        }

        var reader = new RequirementReader(text ?? string.Empty);
        var condition = reader.Whole();
        fault = reader._scanner.Fault;
        if (fault is null && condition!.Text.Length > Requirement.MaxLength)
        {
            // What is written out with all its spaces has to be readable in turn.
            fault = TooLong(condition.Text.Length);
        }

        return fault is null ? condition : null;
    }

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

    private static RequirementFault TooLong(int length) => new(
        0,
        "requirement-too-long",
        FormattableString.Invariant($"a text of at most {Requirement.MaxLength} characters, written out in full,"),
        FormattableString.Invariant($"{length}"));

    private Condition? Whole()
    {
        if (_token.Kind is TokenKind.End)
        {
            return Fail("requirement-empty", "a condition");
        }

        var condition = Either(0);
        return _token.Kind is TokenKind.End ? condition : Fail("end-expected", "'and', 'or' or the end");
    }

    private Condition? Either(int depth)
    {
        if (Both(depth) is not { } first)
        {
            return null;
        }

        List<Condition> parts = [first];
        while (Take("or"))
        {
            if (Both(depth) is not { } next)
            {
                return null;
            }

            parts.Add(next);
        }

        return Disjunction.Of(parts);
    }

    private Condition? Both(int depth)
    {
        if (One(depth) is not { } first)
        {
            return null;
        }

        List<Condition> parts = [first];
        while (Take("and"))
        {
            if (One(depth) is not { } next)
            {
                return null;
            }

            parts.Add(next);
        }

        return Conjunction.Of(parts);
    }

    private Condition? One(int depth)
    {
        if (_token.Kind is not TokenKind.Open && !_token.Is("not"))
        {
            return Term();
        }

        if (depth == Requirement.MaxDepth)
        {
            return Fail(
                "requirement-too-deep", FormattableString.Invariant($"a depth of at most {Requirement.MaxDepth}"));
        }

        if (Take("not"))
        {
            return One(depth + 1)?.Negated();
        }

        Take(TokenKind.Open);
        var inner = Either(depth + 1);
        return Take(TokenKind.Close) ? inner : Fail("parenthesis-unclosed", "'and', 'or' or ')'");
    }

    private Condition? Term()
    {
        if (++_terms > Requirement.MaxTerms)
        {
            return Fail("too-many-terms", FormattableString.Invariant($"at most {Requirement.MaxTerms} terms"));
        }

        if (Take("true"))
        {
            return Constant.True;
        }

        if (Take("false"))
        {
            return Constant.False;
        }

        var mustBeThere = Take("has");
        if (Name() is not { } name)
        {
            return null;
        }

        if (mustBeThere)
        {
            return new Mention(name);
        }

        if (_token.Kind is TokenKind.Sign)
        {
            return Compared(name);
        }

        if (Take("in"))
        {
            return Listed(name, negated: false);
        }

        if (!Take("not"))
        {
            return new Skill(name);
        }

        return Take("in") ? Listed(name, negated: true) : Fail("list-expected", "'in' and a list");
    }

    private string? Name()
    {
        if (_token.Kind is not TokenKind.Word || AttributeName.IsKeyword(_token.Text))
        {
            Fail("name-expected", "the name of an attribute");
            return null;
        }

        var name = _token.Text;
        if (!AttributeName.IsValid(name))
        {
            Fail("name-invalid", "a name of 1 to 64 letters, digits or any of - _ . that begins with a letter");
            return null;
        }

        Take(TokenKind.Word);
        return name;
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

    private Condition? Fail(string code, string expected)
    {
        _scanner.Report(_token.Position, code, expected, _token.Shown);
        return null;
    }

    private bool Take(string keyword) => Take(_token.Is(keyword));

    private bool Take(TokenKind kind) => Take(_token.Kind == kind);

    private bool Take(bool isThere)
    {
        if (isThere)
        {
            _token = _scanner.Next();
        }

        return isThere;
    }
}
