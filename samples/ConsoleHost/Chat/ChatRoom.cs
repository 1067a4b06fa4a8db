using ConsoleHost.Screens;
using ContactCenter;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Runtime;

namespace ConsoleHost.Chat;

/// <summary>Turns what is typed into verbs, in the name of whoever is chosen.</summary>
internal sealed class ChatRoom(FloorHost floor, Terminal terminal, Party[] parties)
{
    internal static readonly QueueName Queue = "cards";

    internal const string Help = """
        Type as the customer, Mina or Jun; what each of them sees appears above.
          Enter alone       the next of the three       /customer  /agent NAME   this one
          /accept           take the request            /available  /idle [lunch]
          /end              end the chat, or leave it   /wrapup REASON…   answered, card-blocked, call-back
          /help             this                        /quit
        """;

    // What the bot says, and the offer after it, take a moment to come.
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(5);

    private int _chosen;

    private Party Me => parties[_chosen];

    private bool IsAgent => Me.Actor.Kind == ActorKind.Agent;

    internal async Task RunAsync(TextReader input, CancellationToken stopping)
    {
        foreach (var party in parties.Where(party => party.Actor.Kind == ActorKind.Agent))
        {
            await floor.Agents.SignInAsync(party.Actor.Id, cancellationToken: stopping);
            await floor.Agents.SetAvailableAsync(party.Actor.Id, cancellationToken: stopping);
        }

        terminal.WriteLine(Help);
        var goesOn = true;
        while (goesOn && await ReadAsync(input, stopping) is { } line)
        {
            try
            {
                goesOn = await ObeyAsync(line.Trim(), stopping);
            }
            catch (UsageException exception)
            {
                terminal.WriteError(exception.Message);
            }
        }
    }

    private async Task<string?> ReadAsync(TextReader input, CancellationToken stopping)
    {
        terminal.WritePrompt($"{Me.Name}> ");
        try
        {
            // A terminal reads on the calling thread, and Ctrl+C must get through.
            return await Task.Run(input.ReadLine, CancellationToken.None).WaitAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        finally
        {
            terminal.WritePrompt(string.Empty);
        }
    }

    private async Task<bool> ObeyAsync(string line, CancellationToken stopping)
    {
        switch (line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            case []:
                _chosen = (_chosen + 1) % parties.Length;
                break;
            case ["/quit"]:
                return false;
            case ["/help"]:
                terminal.WriteLine(Help);
                break;
            case ["/customer"]:
                _chosen = 0;
                break;
            case ["/agent", var name]:
                var found = Array.FindIndex(parties, party => party.Actor == Actor.Agent(name));
                _chosen = found >= 0 ? found : throw new UsageException("There are two agents: mina and jun.");
                break;
            case ["/accept"]:
                await AcceptAsync(stopping);
                break;
            case ["/available"]:
                Tell(await floor.Agents.SetAvailableAsync(Agent(), cancellationToken: stopping));
                break;
            case ["/idle", .. var code]:
                Tell(await floor.Agents.SetIdleAsync(Agent(), code.FirstOrDefault(), cancellationToken: stopping));
                break;
            case ["/end"]:
                Tell(await floor.Chats.EndAsync(await ChatAsync(stopping), Me.Actor, cancellationToken: stopping));
                break;
            case ["/wrapup", .. var reasons]:
                var ended = await ChatAsync(stopping);
                Tell(await floor.Chats.WrapUpAsync(ended, Agent(), reasons, cancellationToken: stopping));
                break;
            case [var word, ..] when word.StartsWith('/'):
                throw new UsageException($"Unknown command '{word}': /help says which there are.");
            default:
                await SayAsync(line, stopping);
                break;
        }

        return true;
    }

    private async Task SayAsync(string text, CancellationToken stopping)
    {
        var chat = await FindAsync(stopping);
        if (chat is null && !IsAgent)
        {
            var start = new StartChat { Queue = Queue, Customer = Me.Actor.Id, Name = "Customer" };
            var started = await floor.Chats.StartAsync(start, cancellationToken: stopping);
            Tell(started);
            chat = started.IsAccepted ? started.Value.Id : null;
        }

        if (chat is { } id)
        {
            Tell(await floor.Chats.SayAsync(id, Me.Actor, text, cancellationToken: stopping));
        }
        else
        {
            throw new UsageException($"{Me.Name} has no chat: /accept takes a request.");
        }
    }

    private async Task AcceptAsync(CancellationToken stopping)
    {
        using var moment = new CancellationTokenSource(Moment, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(moment.Token, stopping);
        var agent = Agent();
        try
        {
            await foreach (var batch in floor.Feeds.SubscribeAsync(Me.Actor, cancellationToken: either.Token))
            {
                if (batch.Items.OfType<OfferShown>().FirstOrDefault(one => one.State == OfferState.Open) is { } offer)
                {
                    Tell(await floor.Agents.AcceptAsync(agent, offer.Offer, cancellationToken: stopping));
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            throw new UsageException($"{Me.Name} has no request to accept.");
        }
    }

    private AgentId Agent() => IsAgent ? Me.Actor.Id
        : throw new UsageException("The customer cannot do this: Enter alone, or /agent mina, changes who types.");

    private async Task<ChatId> ChatAsync(CancellationToken stopping) =>
        await FindAsync(stopping) ?? throw new UsageException($"{Me.Name} has no chat.");

    /// <summary>The chat of whoever types. A feed begins with how things stand: one batch is enough.</summary>
    private async Task<ChatId?> FindAsync(CancellationToken stopping)
    {
        await foreach (var batch in floor.Feeds.SubscribeAsync(Me.Actor, cancellationToken: stopping))
        {
            return batch.Items.OfType<ChatShown>().FirstOrDefault()?.Chat;
        }

        return null;
    }

    private void Tell<T>(Outcome<T> outcome)
    {
        if (!outcome.IsAccepted)
        {
            terminal.WriteError(outcome.ToString());
        }
    }
}
