using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Customers;
using ContactCenter.Floors;
using ContactCenter.Journals;
using ContactCenter.Sessions;

namespace ContactCenter.Runtime;

/// <summary>What the run does outside the floor, after commit.</summary>
internal sealed partial class FloorRun
{
    private readonly HostCalls _keys = new();

    /// <summary>
    /// What an erased contact has left outside the journal: its files, what its tokens stand for, and the key of what
    /// is in backups.
    /// </summary>
    private async ValueTask DestroyAsync(long chat, CancellationToken cancellationToken)
    {
        if (Store is { } store)
        {
            await store.DestroyChatAsync(_id, chat, cancellationToken).ConfigureAwait(false);
        }

        // Where tokens are not written any more, some may be left of an earlier time.
        if (_runtime.Vault is { } vault)
        {
            await vault.DestroyChatAsync(_id, chat, cancellationToken).ConfigureAwait(false);
        }

        if (_runtime.Protector is { } protector)
        {
            await DestroyKeyAsync(protector, chat, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task DestroyKeyAsync(
        IPersonalDataProtector protector, long chat, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(_runtime.Limits.JournalTimeout, _runtime.Time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            await _keys.WhenFreeAsync(
                async told =>
                {
                    await protector.DestroyKeyAsync(_id, chat, told).ConfigureAwait(false);
                    return true;
                },
                end.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Cancelled is only what the floor's stop cancels: this is tried again.
            throw new TimeoutException($"The key of contact {chat} was not destroyed in time.");
        }
    }

    private void Act(Event happened)
    {
        switch (happened)
        {
            case SessionClosed e:
                Sessions.Close(e.Session, e.Cause);
                break;
            case StrategyFailed e:
                Log.StrategyFailed(_runtime.Logger, e.Strategy, e.Queue, _id);
                break;
            case ChatClosed e:
                _ = Lanes.ForgetAsync(e.Chat);
                break;
            case BotAsked e:
                Begin(Follower.Pending(e.Effect));
                break;
            case ErasureBegan e:
                Begin(Follower.Pending(e.Effect));
                break;
            case RescanBegan e:
                Begin(Follower.Pending(e.Effect));
                break;
            case AttachmentEvent e:
                Begin(Follower.Pending(e.File));
                break;
            default:
                break;
        }
    }

    /// <summary>Carries out what is pending: after commit, and once more when the floor starts again.</summary>
    private void Begin(Effect effect)
    {
        switch (effect)
        {
            case BotEffect bot:
                _bots.Begin(bot);
                break;
            case Attachment file:
                Files.Begin(file);
                break;
            case Erasure erasure:
                Erasures.Begin(erasure.Number);
                break;
            case RescanUnderWay rescan:
                Rescans.Begin(rescan.Number);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(effect), effect, "An effect that nobody carries out.");
        }
    }
}
