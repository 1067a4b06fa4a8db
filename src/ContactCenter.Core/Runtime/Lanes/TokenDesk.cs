using System.Security.Cryptography;
using ContactCenter.Redaction;
using ContactCenter.Vaults;
using Microsoft.Extensions.Logging;

namespace ContactCenter.Runtime;

/// <summary>
/// Draws tokens and brings what they stand for into the vault, before anybody sees the message; gives it out again once
/// that is noted. A vault that throws or hangs costs what it was asked for, and nothing else.
/// </summary>
internal sealed class TokenDesk(
    FloorId floor,
    ITokenVault vault,
    TimeSpan lifetime,
    TimeSpan deadline,
    FloorClock clock,
    WorkInHand work,
    TimeProvider time,
    ILogger logger)
{
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromHours(1);

    private readonly HostCalls _calls = new();
    private long _sweepAt;

    /// <summary>Something in which the pipeline takes values down.</summary>
    internal static TokenSheet Begin() =>
        new(static () => RandomNumberGenerator.GetString(TokenForm.Alphabet, TokenForm.Length));

    /// <summary>Brings what the tokens of a text stand for into the vault; null when it failed.</summary>
    /// <remarks>A token that a rule has found something in is not in the text, and its value goes nowhere.</remarks>
    internal async ValueTask<IReadOnlyList<VaultKey>?> KeepAsync(TokenSheet sheet, long chat, string text)
    {
        List<VaultKey> kept = [];
        var expiresAt = clock.Now + lifetime;
        foreach (var (kind, letters, value) in sheet.Entries)
        {
            var key = new VaultKey(floor, chat, letters);
            if (!text.Contains(TokenForm.Write(kind, letters), StringComparison.Ordinal))
            {
                continue;
            }

            // A copy: one that is late may still look at it when the sheet is cleared.
            var entry = new VaultEntry(key, kind, value.ToArray(), expiresAt);
            kept.Add(key);
            if (await TryAsync(end => vault.PutAsync(entry, end)).ConfigureAwait(false) is false)
            {
                Forget(kept);
                return null;
            }
        }

        Sweep();
        return kept;
    }

    /// <summary>Waits for the answer of the floor: what was not said is not kept.</summary>
    internal async Task<Answer> SettleAsync(Task<Answer> admitted, IReadOnlyList<VaultKey> kept)
    {
        var answer = await admitted.ConfigureAwait(false);
        if (answer is not { Rejection: null, IsNew: true })
        {
            Forget(kept);
        }

        return answer;
    }

    /// <summary>What a token stands for, where it has not expired and is called what it is: so it was noted.</summary>
    internal async ValueTask<(Rejection? Refused, VaultEntry? Entry)> FindAsync(
        long chat, RedactionKind kind, string letters)
    {
        VaultEntry? found = null;
        var key = new VaultKey(floor, chat, letters);
        return !await TryAsync(async end => found = await vault.FindAsync(key, end).ConfigureAwait(false))
            .ConfigureAwait(false) ? (Rejections.VaultUnavailable, null)
            : found is null || found.Kind != kind || found.ExpiresAt <= clock.Now ? (Rejections.TokenUnknown, null)
            : (null, found);
    }

    /// <summary>Destroys what has expired; once an hour is enough, since nobody is given it.</summary>
    internal void Sweep()
    {
        var (now, due) = (clock.Now, Interlocked.Read(ref _sweepAt));
        if (now.UtcTicks >= due
            && Interlocked.CompareExchange(ref _sweepAt, (now + BetweenSweeps).UtcTicks, due) == due)
        {
            Begin(end => vault.DestroyExpiredAsync(floor, now, end));
        }
    }

    private void Forget(IReadOnlyList<VaultKey> kept)
    {
        foreach (var key in kept)
        {
            Begin(end => vault.DestroyAsync(key, end));
        }
    }

    private void Begin(Func<CancellationToken, ValueTask> call) => work.Begin(
        () => TryAsync(call).AsTask(), exception => Log.VaultFailed(logger, floor, exception.GetType().Name));

    private async ValueTask<bool> TryAsync(Func<CancellationToken, ValueTask> call)
    {
        using var late = new CancellationTokenSource(deadline, time);
        try
        {
            return await _calls.WhenFreeAsync(
                async end =>
                {
                    await call(end).ConfigureAwait(false);
                    return true;
                },
                late.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // What it says is not kept, it may quote the value.
            Log.VaultFailed(logger, floor, exception.GetType().Name);
            return false;
        }
    }
}
