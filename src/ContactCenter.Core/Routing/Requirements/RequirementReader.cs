namespace ContactCenter.Routing;

/// <summary>Reads requirements, by descent: <c>not</c> binds closest, then <c>and</c>, then <c>or</c>.</summary>
internal sealed partial class RequirementReader
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
