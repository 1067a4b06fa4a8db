using ContactCenter.Attachments;
using ContactCenter.Files;
using ContactCenter.Redaction;
using ContactCenter.Texts;

namespace ContactCenter.Runtime;

/// <summary>
/// Files on their way into quarantine for one message. What the floor does not take in the end is destroyed again.
/// </summary>
internal sealed class Upload(
    FloorRun run, IAttachmentStore store, FloorId floor, long chat, Actor author, CancellationToken cancellationToken)
    : IAsyncDisposable
{
    private const int MaxName = 200;

    private readonly List<FileKey> _keys = [];
    private readonly List<SentFile> _taken = [];
    private bool _isKept;
    private Task<Answer>? _admitted;

    internal IReadOnlyList<SentFile> Taken => _taken;

    /// <summary>The floor was asked: whether it has them is not known until it answers.</summary>
    internal bool IsAdmitted { get; private set; }

    /// <summary>Copies the files into quarantine; null once all are there.</summary>
    internal async ValueTask<Rejection?> TakeAsync(IReadOnlyList<OutgoingFile> files)
    {
        (string Extension, long Length)[] said = [.. files.Select(file => (ExtensionOf(file.Name), file.Length ?? 0))];
        if (await run.Ownership.RefusalAsync().ConfigureAwait(false) is { } lost)
        {
            return lost;
        }

        var (refused, limit, atOnce) = run.Follower.Read(state => (
            state.MayAttach(chat, author, said),
            state.Configuration.Attachments.MaxTotalBytes - 1,
            state.Configuration.Attachments.MaxPending));
        refused ??= run.Quarantine.HasRoom(chat, files.Count, atOnce) ? null : Rejections.Busy;
        for (var index = 0; index < files.Count && refused is null; index++)
        {
            (refused, limit) = await TakeAsync(files[index], limit).ConfigureAwait(false);
        }

        return refused;
    }

    /// <summary>Waits for the floor's answer: what it has taken is its own from then on.</summary>
    internal async ValueTask<Answer> KeepAsync(Task<Answer> admitted)
    {
        IsAdmitted = true;
        try
        {
            var answer = await admitted.WaitAsync(cancellationToken).ConfigureAwait(false);

            // A retry that came while the first was on its way has brought files that nobody asked for.
            _isKept = answer is { Rejection: null, IsNew: true };
            return answer;
        }
        catch (OperationCanceledException)
        {
            _admitted = admitted;
            throw;
        }
    }

    /// <summary>Lets go of the files; whoever has given up waiting does not wait for that either.</summary>
    public ValueTask DisposeAsync()
    {
        if (_admitted is null)
        {
            return new(EndAsync());
        }

        run.Files.Begin(EndAsync);
        return ValueTask.CompletedTask;
    }

    private async Task EndAsync()
    {
        if (_admitted is { } admitted)
        {
            try
            {
                _isKept = await admitted.ConfigureAwait(false) is { Rejection: null, IsNew: true };
            }
            catch (OperationCanceledException)
            {
                // The floor has failed, and may have them. What it has not goes when it starts again.
                _isKept = true;
            }
        }

        foreach (var key in _keys)
        {
            try
            {
                if (!_isKept)
                {
                    await store.DestroyAsync(key, CancellationToken.None).ConfigureAwait(false);
                }
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                // Swept away when the floor starts again.
                run.Quarantine.Report(exception);
            }
            finally
            {
                run.Quarantine.Forget(key.Id);
            }
        }
    }

    private async ValueTask<(Rejection? Rejection, long Limit)> TakeAsync(OutgoingFile file, long limit)
    {
        var name = NameOf(file.Name);
        if (name.Length > MaxName)
        {
            return (Rejections.TextTooLong.About($"file name: {MaxName} at most"), limit);
        }

        if (!Wording.IsWellFormed(name) || Wording.IsEmpty(name))
        {
            return (Rejections.TextMalformed.About("file name"), limit);
        }

        var (redacted, refused) = await run.Lanes.RedactAsync(run, author, chat, name, new RedactionContext
        {
            Direction = author.Kind == ActorKind.Customer ? RedactionDirection.Inbound : RedactionDirection.Outbound,
            Author = author.Kind,
            Queue = run.Lanes.QueueOf(run.Follower, chat),
        }).ConfigureAwait(false);
        if (redacted is null)
        {
            return (refused, limit);
        }

        var key = new FileKey(floor, chat, run.Quarantine.NewFile(chat));
        _keys.Add(key);
        try
        {
            var length = await store.QuarantineAsync(key, file.Content, limit, cancellationToken)
                .ConfigureAwait(false);
            _taken.Add(new SentFile(key.Id, redacted, ExtensionOf(file.Name), length));
            return (null, limit - length);
        }
        catch (AttachmentTooLargeException)
        {
            return (Rejections.FilesTooLarge.About("together"), limit);
        }
    }

    /// <summary>The name without the folders that some browsers send before it, and what cannot be seen.</summary>
    private static string NameOf(string path)
    {
        var name = path[(path.AsSpan().LastIndexOfAny('/', '\\') + 1)..].Trim();
        return name.Any(char.IsControl) ? new string([.. name.Where(unit => !char.IsControl(unit))]) : name;
    }

    /// <summary>The last one decides, whatever stands before it: <c>e.pdf.exe</c> is an <c>exe</c>.</summary>
    private static string ExtensionOf(string name)
    {
        var dot = name.LastIndexOf('.');
        var extension = dot < 0 ? string.Empty : name[(dot + 1)..].Trim();
        return extension.Length > AttachmentPolicy.MaxExtension ? string.Empty : extension.ToLowerInvariant();
    }
}
