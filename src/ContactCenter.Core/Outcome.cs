using System.Diagnostics.CodeAnalysis;

namespace ContactCenter;

/// <summary>
/// What became of a request: accepted (and durable), rejected (and nothing changed), or unknown (it may or may not
/// have happened; the same command id sent again tells).
/// </summary>
/// <typeparam name="T">What an accepted request gives back.</typeparam>
/// <remarks>Immutable, safe for any thread.</remarks>
public readonly record struct Outcome<T>
{
    private readonly T? _value;
    private readonly bool _accepted;

    private Outcome(T? value, bool accepted, Rejection? rejection) =>
        (_value, _accepted, Rejection) = (value, accepted, rejection);

    /// <summary>It happened and is durable in the floor's journal.</summary>
    public bool IsAccepted => _accepted;

    /// <summary>It was refused and changed nothing.</summary>
    [MemberNotNullWhen(true, nameof(Rejection))]
    public bool IsRejected => Rejection is not null;

    /// <summary>Its fate is not known, for example because the caller stopped waiting after it was admitted.</summary>
    public bool IsUnknown => !_accepted && Rejection is null;

    /// <summary>Why it was refused; null unless it was.</summary>
    public Rejection? Rejection { get; }

    /// <summary>What the accepted request gives back.</summary>
    /// <exception cref="InvalidOperationException">It was not accepted.</exception>
    public T Value => _accepted ? _value! : throw new InvalidOperationException(ToString());

    /// <summary>The value, for hosts to which anything but accepted is a bug.</summary>
    /// <exception cref="InvalidOperationException">It was not accepted; the message names the rejection.</exception>
    public T ValueOrThrow() => Value;

    /// <summary>An accepted request.</summary>
    /// <param name="value">What it gives back.</param>
    public static Outcome<T> Accepted(T value) => new(value, accepted: true, rejection: null);

    /// <summary>A refused request.</summary>
    /// <param name="rejection">Why.</param>
    public static Outcome<T> Rejected(Rejection rejection)
    {
        ArgumentNullException.ThrowIfNull(rejection);
        return new(default, accepted: false, rejection);
    }

    /// <summary>A request whose fate is not known.</summary>
    public static Outcome<T> Unknown => default;

    /// <summary>Accepted, or the rejection, or unknown: in words for a log.</summary>
    public override string ToString() =>
        _accepted ? "accepted" : Rejection?.ToString() ?? "unknown: send the same command id again";

    internal Outcome<TOther> Select<TOther>(Func<T, TOther> read) => _accepted
        ? Outcome<TOther>.Accepted(read(_value!))
        : Rejection is { } rejection ? Outcome<TOther>.Rejected(rejection) : Outcome<TOther>.Unknown;
}
