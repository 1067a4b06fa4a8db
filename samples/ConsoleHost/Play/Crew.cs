using ContactCenter;
using ContactCenter.Agents;
using ContactCenter.Floors;
using ContactCenter.Routing;

namespace ConsoleHost.Play;

/// <summary>The agents: they see what the floor offers them and answer it, some of it too late.</summary>
internal sealed class Crew(Stage stage, int ronaPercent)
{
    private readonly HashSet<OfferId> _open = [];
    private readonly HashSet<AgentId> _inRona = [];

    internal async Task BeginAsync(IEnumerable<AgentId> agents)
    {
        foreach (var agent in agents)
        {
            Stage.Must(await stage.Floor.Agents.SignInAsync(agent), "a sign-in");
            await SetAvailableAsync(agent);
        }
    }

    /// <summary>Nobody may sign out with a contact in hand, so this also checks that none is left.</summary>
    internal async Task EndAsync(IEnumerable<AgentId> agents)
    {
        foreach (var agent in agents)
        {
            Stage.Must(await stage.Floor.Agents.SignOutAsync(agent), "a sign-out");
        }
    }

    internal void See(OfferShown offer)
    {
        if (offer.State != OfferState.Open)
        {
            _open.Remove(offer.Offer);
            stage.Tally.Missed += offer.State == OfferState.Missed ? 1 : 0;
            return;
        }

        stage.Tally.Offers++;
        _open.Add(offer.Offer);
        if (stage.Dice.Roll(Throw.Missing, offer.Offer.Number, 100) < ronaPercent)
        {
            stage.Agenda.Add(offer.DueAt, () => AnswerTooLateAsync(offer));
        }
        else
        {
            var reaction = stage.Dice.Between(Throw.Answering, offer.Offer.Number, 1, 5);
            stage.Agenda.Add(offer.OfferedAt + reaction, () => AcceptAsync(offer));
        }
    }

    internal void See(AgentShown agent)
    {
        if (agent.Availability != Availability.Rona)
        {
            _inRona.Remove(agent.Agent);
        }
        else if (_inRona.Add(agent.Agent))
        {
            var away = stage.Dice.Between(Throw.Returning, stage.Tally.Missed, 5, 15);
            stage.In(away, () => SetAvailableAsync(agent.Agent));
        }
    }

    private async Task SetAvailableAsync(AgentId agent)
    {
        var receipt = Stage.Must(await stage.Floor.Agents.SetAvailableAsync(agent), "an agent's return");
        await stage.Watch.ReachAsync(receipt.Position);
    }

    private async Task AcceptAsync(OfferShown offer)
    {
        // Withdrawn meanwhile: its agent missed another one.
        if (_open.Contains(offer.Offer))
        {
            var receipt = Stage.Must(await stage.Floor.Agents.AcceptAsync(offer.Agent, offer.Offer), "an accept");
            await stage.Watch.ReachAsync(receipt.Position);
        }
    }

    private async Task AnswerTooLateAsync(OfferShown offer)
    {
        if (_open.Contains(offer.Offer))
        {
            // The clock stands at the due instant, and at the due instant it is too late.
            var outcome = await stage.Floor.Agents.AcceptAsync(offer.Agent, offer.Offer);
            if (outcome.Rejection?.Code is not ("offer-gone" or "offer-expired"))
            {
                throw new PlayFailedException($"An answer at the deadline came to this: {outcome}");
            }

            await stage.Watch.ReadWhileAsync(() => _open.Contains(offer.Offer));
        }
    }
}
