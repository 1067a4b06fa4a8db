using ContactCenter.Floors;
using ContactCenter.Journals;
using ContactCenter.Testing;

namespace ContactCenter.Tests.Collaboration;

/// <summary>
/// A floor at one instant, from which one thing after another can be tried without setting the scene anew.
/// </summary>
internal sealed class Moment(Specification scene)
{
    private static readonly HashSet<string> Codes = [.. Rejections.All.Select(rejection => rejection.Code)];

    private readonly JournalSnapshot _snapshot = new(scene.State.Head, SnapshotCodec.Write(scene.State));

    internal DateTimeOffset Now { get; } = scene.Now;

    /// <summary>The floor as it was at this instant.</summary>
    internal Floor Again() => SnapshotCodec.Read(_snapshot);

    /// <summary>
    /// Asks one thing. A refusal must have a documented code and change nothing; whatever comes of it, the floor must
    /// be sound.
    /// </summary>
    internal Decision Ask(Floor floor, Command command)
    {
        var before = SnapshotCodec.Write(floor);
        var decision = floor.Handle(new Envelope(command), Now);
        if (decision.Rejection is { } rejection)
        {
            Assert.Contains(rejection.Code, Codes);
            var changed = !before.AsSpan().SequenceEqual(SnapshotCodec.Write(floor));
            Assert.False(changed, $"{command} was refused and left a trace");
        }

        var violations = string.Join("; ", Invariants.Violated(floor));
        Assert.True(violations.Length == 0, $"{command}: {violations}");
        return decision;
    }
}
