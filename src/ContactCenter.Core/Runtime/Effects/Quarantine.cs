using System.Collections.Concurrent;
using System.Security.Cryptography;
using ContactCenter.Attachments;
using ContactCenter.Files;
using ContactCenter.Floors;
using Microsoft.Extensions.Logging;

namespace ContactCenter.Runtime;

/// <summary>
/// The way into quarantine: files that are being copied there and that no command names yet, and those that a crash has
/// left there.
/// </summary>
/// <remarks>Safe for any thread.</remarks>
internal sealed class Quarantine(FloorId floor, IAttachmentStore? store, Follower follower, ILogger logger)
{
    private const int MaxUploads = 1_000;

    private readonly ConcurrentDictionary<Guid, long> _uploading = new();

    /// <summary>How many files are being copied now.</summary>
    internal int Uploading => _uploading.Count;

    /// <summary>Whether so many files more may be copied at a time: of one chat, and of all.</summary>
    internal bool HasRoom(long chat, int files, int atOnce) =>
        _uploading.Count + files <= MaxUploads && _uploading.Count(one => one.Value == chat) + files <= atOnce;

    /// <summary>A number that nobody can guess, for a file that is about to be copied.</summary>
    internal Guid NewFile(long chat)
    {
        var file = new Guid(RandomNumberGenerator.GetBytes(16));
        _uploading.TryAdd(file, chat);
        return file;
    }

    /// <summary>It is the floor's own by now, or gone.</summary>
    internal void Forget(Guid file) => _uploading.TryRemove(file, out _);

    /// <summary>The store has failed at something that is done again at the next start.</summary>
    internal void Report(Exception exception) =>
        Log.AttachmentStoreFailed(logger, floor, exception.GetType().Name);

    /// <summary>What a crash has left, and no chat knows of, is destroyed.</summary>
    internal async Task SweepAsync()
    {
        if (store is null)
        {
            return;
        }

        try
        {
            await foreach (var key in store.QuarantinedAsync(floor, CancellationToken.None).ConfigureAwait(false))
            {
                // In this order: one that is on its way is known to the floor before it is no longer listed.
                if (!_uploading.ContainsKey(key.Id) && !follower.Read(state => Knows(state, key.Id)))
                {
                    await store.DestroyAsync(key, CancellationToken.None).ConfigureAwait(false);
                }
            }
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Sealed all the same; looked for again at the next start.
            Report(exception);
        }
    }

    private static bool Knows(Floor state, Guid file) =>
        state.Effects.Values.Any(effect => effect is Attachment known && (known.File == file || known.Copy == file));
}
