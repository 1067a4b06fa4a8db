using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Journals;
using ContactCenter.Testing;
using ContactCenter.Tests.Canaries;

namespace ContactCenter.Sqlite.Tests.Kills;

/// <summary>What must be true of a file after whatever was done to those who wrote it.</summary>
internal static class Proof
{
    /// <summary>
    /// Starts the floor once more and asks again what was not acknowledged. Then every acknowledged message is there
    /// exactly once and in order and nothing else, every chat can be read and ended, and no agent is stuck.
    /// </summary>
    internal static async Task HoldsAsync(string file, Ledger ledger)
    {
        await using var running = await RunningFloor.StartAsync(file, Program.SnapshotEvery);
        await HoldsAsync(running, ledger);
        HoldsNoCard(file);
    }

    /// <summary>The same of a floor that runs.</summary>
    internal static async Task HoldsAsync(RunningFloor running, Ledger ledger)
    {
        var floor = running.Floor;
        Assert.Empty(floor.Run!.Follower.Read(Invariants.Violated));
        await new Load(floor, ledger).FinishAsync();
        foreach (var chat in ledger.Chats)
        {
            await HoldsAsync(running, chat, ledger);
        }

        Assert.Empty((await floor.Queues.WaitingAsync("cards")).ValueOrThrow());
        foreach (var agent in (string[])["mina", "boss"])
        {
            var state = (await floor.Agents.StateAsync(agent)).ValueOrThrow();
            Assert.Equal((Availability.Available, false), (state.Availability, state.IsEngaged));
        }

        Assert.Empty(floor.Run!.Follower.Read(Invariants.Violated));
        var check = running.Keys is { } keys
            ? await JournalCheck.RunAsync(running.Journal, "default", keys)
            : await JournalCheck.RunAsync(running.Journal, "default");
        Assert.Empty(check.Faults);
        Assert.Equal(floor.Run!.Follower.Read(state => state.Head), check.Records);
    }

    /// <summary>No card number is in the file or beside it, in pages that are free or in those to come.</summary>
    internal static void HoldsNoCard(string file)
    {
        var folder = Path.GetDirectoryName(file)!;
        foreach (var beside in Directory.EnumerateFiles(folder, Path.GetFileName(file) + "*"))
        {
            Assert.Null(Needles.In(JournalFile.Read(beside)));
        }
    }

    private static async Task HoldsAsync(RunningFloor running, ChatId chat, Ledger ledger)
    {
        var said = ledger.SaidIn(chat).ToArray();
        var read = await running.Floor.Chats.TranscriptAsync(chat, Actor.Host);
        TranscriptLine[] lines = read.IsAccepted ? [.. read.Value.Where(line => line.Kind == LineKind.Message)] : [];
        if (said is [var (_, first), ..] && ledger.Erasing.Contains(first.Customer)
            && (lines.Length == 0 || ledger.Erased.Contains(first.Customer)))
        {
            // An erasure that was asked for is done, or was never begun.
            Assert.Empty(lines);
            return;
        }

        Assert.Equal(
            said.Select(one => (one.Sequence, one.Step.Who)), lines.Select(line => (line.Sequence, line.Author)));
        foreach (var (line, step) in lines.Zip(said, (line, one) => (line, one.Step)))
        {
            Assert.StartsWith(step.Words, line.Text, StringComparison.Ordinal);
            Assert.Equal(step.Card is not null, line.IsRedacted);
            Assert.True(line.IsRedacted || line.Text == step.Text, line.Text);
        }

        Assert.Equal(Enumerable.Range(1, Step.OfContact - 2), said.Select(one => one.Step.Number % Step.OfContact));
    }
}
