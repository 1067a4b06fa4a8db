namespace ContactCenter.Testing;

/// <summary>What must have come of it.</summary>
internal sealed partial class Specification
{
    /// <summary>Exactly these events happened, in this order.</summary>
    internal Specification Then(params Event[] expected)
    {
        var accepted = ThenAccepted();
        return EventText.Same(expected, _happened)
            ? accepted
            : throw Failed("these events", expected.Select(EventText.Of));
    }

    /// <summary>
    /// Exactly events of these names happened, in this order: <c>offer-closed</c>, <c>chat-queued</c>.
    /// </summary>
    internal Specification Then(params string[] expected)
    {
        var accepted = ThenAccepted();
        return expected.SequenceEqual(_happened.Select(EventText.NameOf))
            ? accepted
            : throw Failed("events of these names", expected);
    }

    /// <summary>Among others, these events happened, in this order.</summary>
    internal Specification ThenAmongOthers(params Event[] expected)
    {
        var accepted = ThenAccepted();
        var found = 0;
        foreach (var happened in _happened)
        {
            found += found < expected.Length && EventText.Same(expected[found], happened) ? 1 : 0;
        }

        return found == expected.Length
            ? accepted
            : throw Failed("among others these events", expected.Select(EventText.Of));
    }

    /// <summary>It was accepted, and there was nothing to do.</summary>
    internal Specification ThenNothing() =>
        ThenAccepted()._happened.Count == 0 ? this : throw Failed("nothing to happen", []);

    /// <summary>It was accepted, whatever happened.</summary>
    internal Specification ThenAccepted() =>
        _rejection is null
            ? this
            : throw new SpecificationFailedException($"Expected acceptance, but it was refused: {_rejection}");

    /// <summary>It was refused with this code, and nothing changed.</summary>
    internal Specification Refused(string code)
    {
        if (_rejection is null)
        {
            throw Failed($"a refusal with {code}", []);
        }

        if (_rejection.Code != code)
        {
            throw new SpecificationFailedException($"Expected a refusal with {code}, but it was {_rejection}");
        }

        return _before.AsSpan().SequenceEqual(_observed.Snapshot())
            ? this
            : throw new SpecificationFailedException($"It was refused with {code}, but it changed the floor.");
    }

    /// <summary>
    /// It was refused like this (the subject counts only where the expected one has one); nothing changed.
    /// </summary>
    internal Specification Refused(Rejection expected)
    {
        var refused = Refused(expected.Code);
        return expected.Subject is null || expected.Subject == _rejection!.Subject
            ? refused
            : throw new SpecificationFailedException($"Expected {expected}, but it was {_rejection}");
    }

    private SpecificationFailedException Failed(string what, IEnumerable<string> expected)
    {
        var lines = _happened.Count == 0 ? ["nothing"] : _happened.Select(EventText.Of);
        return new SpecificationFailedException(string.Join(
            Environment.NewLine, [$"Expected {what}:", .. Indent(expected), "What happened:", .. Indent(lines)]));

        static IEnumerable<string> Indent(IEnumerable<string> lines) => lines.Select(line => "    " + line);
    }
}
