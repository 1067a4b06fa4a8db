using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Runtime;

namespace ContactCenter.Sqlite.Tests.Kills;

/// <summary>
/// A floor at work: more customers than its agents have room for begin contacts, write, and end them; agents accept,
/// answer and wrap up. Everything that is asked is noted before, and once it is acknowledged.
/// </summary>
internal sealed class Load(FloorHost floor, Ledger ledger, Errands? errands = null)
{
    private const int Lanes = 12;

    private static readonly string[] Agents = ["mina", "boss"];

    private volatile bool _hasFailed;

    /// <summary>Goes on where the ledger has left off, until the floor takes nothing more.</summary>
    internal async Task RunAsync()
    {
        using var gone = new CancellationTokenSource();
        var desks = Agents.Select(agent => WatchAsync(DeskAsync(agent, gone.Token))).ToArray();
        var beside = WatchAsync(errands?.RunAsync(gone.Token) ?? Task.CompletedTask);
        await Task.WhenAll(Enumerable.Range(0, Lanes).Select(lane => WatchAsync(LaneAsync(lane, toTheEnd: false))));
        await gone.CancelAsync();
        await Task.WhenAll([.. desks, beside]);
    }

    /// <summary>Ends every contact that has begun, and wraps it up.</summary>
    internal async Task FinishAsync()
    {
        await Task.WhenAll(Enumerable.Range(0, Lanes).Select(lane => WatchAsync(LaneAsync(lane, toTheEnd: true))));
        foreach (var agent in Agents)
        {
            await LookAsync(agent);
        }
    }

    /// <summary>Where one goes wrong, nobody goes on.</summary>
    private async Task WatchAsync(Task work)
    {
        try
        {
            await work;
        }
        catch
        {
            _hasFailed = true;
            throw;
        }
    }

    private async Task LaneAsync(int lane, bool toTheEnd)
    {
        await Task.Yield();
        while (!_hasFailed)
        {
            var (step, isPending) = ledger.LastOf(lane);
            if (!isPending)
            {
                if (toTheEnd && (step is null || step.Ends))
                {
                    return;
                }

                step = await AfterAsync(lane, step);
                ledger.Ask(step);
            }

            if (!await AskAsync(step!))
            {
                return;
            }

            await (errands?.AfterAsync(step!) ?? Task.CompletedTask);
        }
    }

    private async Task<Step> AfterAsync(int lane, Step? last)
    {
        var id = CommandId.New(DateTimeOffset.UtcNow);
        if (last is null || last.Ends)
        {
            return new Step(lane, last is null ? 0 : last.Number + 1, id, null, null);
        }

        var next = last with { Number = last.Number + 1, Id = id, Agent = null };
        var state = await floor.Chats.StateAsync(last.Chat!.Value, Actor.Host);
        return next.Number % 3 == 0 && state is { IsAccepted: true, Value: { State: ChatState.Active } chat }
            ? next with { Agent = chat.Agent!.Value.Value }
            : next;
    }

    /// <returns>False where nobody can say what became of it: the floor has stopped.</returns>
    private async Task<bool> AskAsync(Step step)
    {
        if (step.Begins)
        {
            var start = new StartChat { Queue = "cards", Customer = step.Customer, Name = step.Name };
            var begun = await floor.Chats.StartAsync(start, step.Id);
            return IsDone(step, begun) && ledger.Have(step with { Chat = begun.Value.Id });
        }

        if (step.Says)
        {
            var said = await floor.Chats.SayAsync(step.Chat!.Value, step.Who, step.Text, step.Id);
            return IsDone(step, said) && ledger.Have(step, said.Value.Sequence);
        }

        return IsDone(step, await floor.Chats.EndAsync(step.Chat!.Value, step.Who, step.Id)) && ledger.Have(step);
    }

    private static bool IsDone<T>(Step step, Outcome<T> outcome) =>
        outcome.IsAccepted || (IsGone(outcome) ? false : throw new InvalidOperationException($"{step}: {outcome}"));

    private static bool IsGone<T>(Outcome<T> outcome) =>
        outcome.IsUnknown || outcome.Rejection?.Code == Rejections.NotRunning.Code;

    private async Task DeskAsync(string agent, CancellationToken gone)
    {
        try
        {
            await foreach (var batch in floor.Feeds.SubscribeAsync(Actor.Agent(agent), cancellationToken: gone))
            {
                if (batch.Kind != FeedBatchKind.Deltas
                    || batch.Items.Any(item => item is OfferShown or ChatShown or AgentShown))
                {
                    await LookAsync(agent);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The floor has stopped.
        }
    }

    /// <summary>Does what an agent owes: to be there, to accept, to wrap up.</summary>
    private async Task LookAsync(AgentId agent)
    {
        var state = await floor.Agents.StateAsync(agent);
        if (state is { IsAccepted: true, Value.Availability: not Availability.Available })
        {
            await floor.Agents.SignInAsync(agent);
            await floor.Agents.SetAvailableAsync(agent);
        }

        // An offer may have been withdrawn meanwhile, for its customer has left.
        foreach (var offer in (await floor.Agents.OffersAsync(agent)).ValueOrThrow())
        {
            await floor.Agents.AcceptAsync(agent, offer.Offer);
        }

        var contacts = await floor.Agents.ContactsAsync(agent);
        foreach (var contact in contacts.IsAccepted ? contacts.Value : [])
        {
            if (contact.WrapUp is { Reasons: null })
            {
                var wrapped = await floor.Chats.WrapUpAsync(contact.Chat, agent, ["done"]);
                if (!wrapped.IsAccepted && !IsGone(wrapped))
                {
                    throw new InvalidOperationException($"{agent} cannot wrap up {contact.Chat}: {wrapped}");
                }
            }
        }
    }
}
