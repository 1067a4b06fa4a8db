using ContactCenter.Agents;
using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Routing;

namespace ContactCenter.Testing;

/// <summary>
/// What must hold of one step: of a floor before it, the batch, and the floor after it. The whole of history is the
/// business of <see cref="JournalChecker"/>, which needs the log from its beginning.
/// </summary>
internal static class StepRules
{
    internal static IEnumerable<Violation> Broken(Floor before, Command command, Batch batch, Floor after) =>
    [
        .. OfBatch(before, command, batch),
        .. OfLines(before, batch),
        .. OfOffers(before, batch, after),
        .. OfWrapUps(before, batch),
        .. OfChats(before, batch, after),
        .. OfLoads(before, after),
        .. LineRules.Broken(batch),
    ];

    /// <summary>S18, S34, S37, S43: who may ask, and where a batch stands.</summary>
    private static IEnumerable<Violation> OfBatch(Floor before, Command command, Batch batch)
    {
        if (!Authority.Permits(command, before))
        {
            yield return new("S18", $"{command} was accepted, from somebody who may not ask for it");
        }

        if (batch.Sequence != before.Head + 1)
        {
            yield return new("S34", $"batch {batch.Sequence} follows batch {before.Head}");
        }

        if (batch.Events.Count == 0)
        {
            yield return new("S37", $"batch {batch.Sequence} is empty");
        }

        if (batch.At < before.LastAt)
        {
            yield return new("S43", $"batch {batch.Sequence} goes back from {before.LastAt:O} to {batch.At:O}");
        }
    }

    /// <summary>S24, S28: lines without gaps, none that the customer sees after the end.</summary>
    private static IEnumerable<Violation> OfLines(Floor before, Batch batch)
    {
        var lines = before.Chats.Values.ToDictionary(chat => chat.Number, chat => (chat.LastLine, chat.LastAside));
        var ended = before.Chats.Values.Where(chat => chat.State == ChatState.Ended)
            .Select(chat => chat.Number).ToHashSet();
        foreach (var happened in batch.Events.Where(said => said is ChatEvent or FileDelivered))
        {
            var number = happened is ChatEvent one ? one.Chat : ((FileDelivered)happened).Chat;
            var (line, aside) = lines.GetValueOrDefault(number);
            (int? wanted, int found) = happened switch
            {
                MessagePosted e => (++line, e.Sequence),
                FileDelivered e => (++line, e.Sequence),
                NoticeShown e => (++line, e.Sequence),
                AsidePosted e => (++aside, e.Sequence),
                AsideShown e => (++aside, e.Sequence),
                _ => default((int?, int)),
            };
            lines[number] = (line, aside);
            if (wanted is { } next && next != found)
            {
                yield return new("S24", $"line {found} of chat {number} comes where {next} should");
            }

            if (happened is MessagePosted or NoticeShown or FileDelivered && ended.Contains(number))
            {
                yield return new("S28", $"chat {number} is over, and the customer is shown {happened}");
            }

            if (happened is ChatEnded && !ended.Add(number))
            {
                yield return new("S12", $"chat {number} ends a second time");
            }
        }
    }

    /// <summary>S4: one outcome each; S6: none to whoever is lost; S7: a miss is a RONA in the same batch.</summary>
    private static IEnumerable<Violation> OfOffers(Floor before, Batch batch, Floor after)
    {
        var open = before.Offers.Values.ToDictionary(offer => offer.Number, offer => offer.Agent);
        foreach (var happened in batch.Events)
        {
            if (happened is OfferMade made)
            {
                open.Add(made.Offer, made.Agent);
                if (after.Agents[made.Agent].IsLost)
                {
                    yield return new("S6", $"{made.Agent} is lost for good and is made offer {made.Offer}");
                }
            }

            if (happened is OfferClosed closed)
            {
                if (!open.Remove(closed.Offer, out var agent))
                {
                    yield return new("S4", $"offer {closed.Offer} is closed and was not open");
                }
                else if (closed.Trigger == OfferTrigger.Miss
                    && after.Agents[agent] is var missed && !missed.IsCoolingOff(Channel.Chat)
                    && missed.PauseOf(Cast.Queue) is null
                    && missed.AvailabilityFor(Channel.Chat) != Availability.Rona)
                {
                    yield return new("S7", $"{agent} missed offer {closed.Offer} and goes on getting offers");
                }
                else if (closed.Trigger == OfferTrigger.Accept
                    && before.Offers.TryGetValue(closed.Offer, out var late) && batch.At >= late.DueAt)
                {
                    yield return new("S5", $"offer {closed.Offer} was accepted at {batch.At:O}, when it had run out");
                }
            }
        }
    }

    /// <summary>S22: a wrap-up begins once and ends once, for a part that there is.</summary>
    private static IEnumerable<Violation> OfWrapUps(Floor before, Batch batch)
    {
        var due = before.Chats.Values
            .SelectMany(chat => chat.Parts.Where(part => part.State == ParticipationState.WrappingUp)
                .Select(part => (chat.Number, part.Offer)))
            .ToHashSet();
        foreach (var happened in batch.Events)
        {
            if (happened is WrapUpStarted began && !due.Add((began.Chat, began.Part)))
            {
                yield return new("S22", $"wrap-up of part {began.Part} of chat {began.Chat} begins a second time");
            }

            if (happened is WrapUpCompleted done && !due.Remove((done.Chat, done.Part)))
            {
                yield return new("S22", $"wrap-up of part {done.Part} of chat {done.Chat} ends and was not due");
            }

            if (happened is ChatClosed closed && due.Any(one => one.Number == closed.Chat))
            {
                yield return new("S22", $"chat {closed.Chat} is closed and somebody owes a wrap-up");
            }
        }
    }

    /// <summary>S16: no chat is lost; S8: none that waits loses its age.</summary>
    private static IEnumerable<Violation> OfChats(Floor before, Batch batch, Floor after)
    {
        foreach (var chat in before.Chats.Values)
        {
            if (!after.Chats.TryGetValue(chat.Number, out var now))
            {
                if (!batch.Events.Contains(new ChatClosed(chat.Number)))
                {
                    yield return new("S16", $"chat {chat.Number} is gone and was not closed");
                }
            }
            else if (chat.QueuedAt != default && now.QueuedAt != chat.QueuedAt
                && !batch.Events.Any(happened => happened is ContactScheduled later && later.Chat == chat.Number))
            {
                yield return new("S8", $"chat {chat.Number} waits since {now.QueuedAt:O}, not since {chat.QueuedAt:O}");
            }
        }
    }

    /// <summary>S2: a load grows within the capacity, or not at all.</summary>
    private static IEnumerable<Violation> OfLoads(Floor before, Floor after)
    {
        foreach (var agent in after.Agents.Values)
        {
            if (agent.Load.Chat > agent.Media.Chat && agent.Load.Chat > before.Agents[agent.Id].Load.Chat)
            {
                yield return new("S2", $"{agent.Id} has room for {agent.Media.Chat} and is given {agent.Load.Chat}");
            }
        }
    }
}
