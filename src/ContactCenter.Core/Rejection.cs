using System.Globalization;
using ContactCenter.Texts;

namespace ContactCenter;

/// <summary>Why a request was refused. Refusals are part of the domain: values, never exceptions.</summary>
/// <param name="Code">What a program acts on: stable, kebab-case, one of <see cref="Rejections"/>.</param>
/// <param name="Reason">What a developer reads, in English; never holds text of a customer or agent.</param>
/// <param name="Subject">
/// What was wrong: the name of a field, a queue, a state; null where the code says it all.
/// </param>
/// <remarks>A refused request has changed nothing and may be sent again. Immutable, safe for any thread.</remarks>
public sealed record Rejection(string Code, string Reason, string? Subject = null)
{
    /// <summary>What a person reads, in their language.</summary>
    /// <param name="culture">Whose language; English where the package does not speak it.</param>
    /// <returns>The words for the code, without the subject; the reason, where the code is the host's own.</returns>
    /// <exception cref="ArgumentNullException">The culture is null.</exception>
    public string Text(CultureInfo culture) => Phrasebook.Rejection(Code, culture) ?? Reason;

    /// <summary>The code, the subject and the reason in one line.</summary>
    public override string ToString() => Subject is null ? $"{Code}: {Reason}" : $"{Code} ({Subject}): {Reason}";

    internal Rejection About(string subject) => this with { Subject = subject };

    internal Rejection About<TState, TTrigger>(TState state, TTrigger trigger)
        where TState : struct, Enum
        where TTrigger : struct, Enum => this with { Subject = $"{trigger} while {state}" };
}
