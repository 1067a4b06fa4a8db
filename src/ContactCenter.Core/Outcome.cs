using System.Diagnostics.CodeAnalysis;

namespace ContactCenter;

/// <summary>
/// The answer to a request: accepted (and durable), rejected (and nothing has changed), or unknown (it may have
/// happened or not; send it again with the same command id to find out).
/// </summary>
/// <typeparam name="T">The result of an accepted request.</typeparam>
/// <remarks>Immutable, safe for any thread.</remarks>
public readonly record struct Outcome<T>
{
    private readonly T? _value;
    private readonly bool _accepted;

    private Outcome(T? value, bool accepted, Rejection? rejection) =>
        (_value, _accepted, Rejection) = (value, accepted, rejection);

    /// <summary>Whether it happened and is durable in the floor's journal.</summary>
    public bool IsAccepted => _accepted;

    /// <summary>Whether it was rejected and changed nothing.</summary>
    [MemberNotNullWhen(true, nameof(Rejection))]
    public bool IsRejected => Rejection is not null;

    /// <summary>Whether it is unknown if it happened: the caller stopped waiting, for example.</summary>
    public bool IsUnknown => !_accepted && Rejection is null;

    /// <summary>Why it was rejected; null if it was not.</summary>
    public Rejection? Rejection { get; }

    /// <summary>The result of the accepted request.</summary>
    /// <exception cref="InvalidOperationException">It was not accepted.</exception>
    public T Value => _accepted ? _value! : throw new InvalidOperationException(ToString());

    /// <summary>The value. Call it where anything but accepted would be a bug.</summary>
    /// <exception cref="InvalidOperationException">It was not accepted; the message names the rejection.</exception>
    public T ValueOrThrow() => Value;

    /// <summary>An accepted request.</summary>
    /// <param name="value">The result.</param>
    public static Outcome<T> Accepted(T value) => new(value, accepted: true, rejection: null);

    /// <summary>A rejected request.</summary>
    /// <param name="rejection">Why.</param>
    public static Outcome<T> Rejected(Rejection rejection)
    {
        ArgumentNullException.ThrowIfNull(rejection);
        return new(default, accepted: false, rejection);
    }

    /// <summary>A request that may have happened or not.</summary>
    public static Outcome<T> Unknown => default;

    /// <summary>Accepted, or the rejection, or unknown: in words for a log.</summary>
    public override string ToString() =>
        _accepted ? "accepted" : Rejection?.ToString() ?? "unknown: send the same command id again";

    internal Outcome<TOther> Select<TOther>(Func<T, TOther> read) => _accepted
        ? Outcome<TOther>.Accepted(read(_value!))
        : Rejection is { } rejection ? Outcome<TOther>.Rejected(rejection) : Outcome<TOther>.Unknown;
}
