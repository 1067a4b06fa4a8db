using ContactCenter.Floors;
using ContactCenter.Journals;
using ContactCenter.Testing;

namespace ContactCenter.Tests.Floors;

/// <summary>The last step of a scene, for tests that do not know beforehand whether it is refused.</summary>
internal static class LastStep
{
    private static readonly HashSet<string> Codes = [.. Rejections.All.Select(rejection => rejection.Code)];

    /// <summary>
    /// Asks one thing more of the scene's own floor. A refusal must have a documented code and change nothing; whatever
    /// comes of it, the floor must be sound.
    /// </summary>
    internal static Decision Ask(this Specification scene, Command command)
    {
        var before = SnapshotCodec.Write(scene.State);
        var decision = scene.State.Handle(new Envelope(command), scene.Now);
        if (decision.Rejection is { } rejection)
        {
            Assert.Contains(rejection.Code, Codes);
            Assert.Null(decision.Batch);
            Assert.Equal(default, decision.Reply);
            Assert.Equal(before, SnapshotCodec.Write(scene.State));
        }

        Assert.Empty(Invariants.Violated(scene.State));
        return decision;
    }

    internal static IReadOnlyList<Event> Events(this Decision decision) => decision.Batch?.Events ?? [];
}
