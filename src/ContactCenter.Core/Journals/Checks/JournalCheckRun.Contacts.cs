using System.Collections.Immutable;

namespace ContactCenter.Journals;

/// <summary>What remains of closed contacts: a customer's history is as true as what they said.</summary>
internal sealed partial class JournalCheckRun
{
    private readonly HashSet<long> _closed = [];
    private readonly List<long> _lost = [];
    private readonly List<long> _altered = [];
    private readonly List<long> _strange = [];

    private async Task LookAtContactAsync(long chat, ImmutableArray<UInt128> enclosed)
    {
        _closed.Add(chat);
        if (_erased.Contains(chat))
        {
            _gone++;
            return;
        }

        try
        {
            if (await journal.FindContactAsync(floor, chat, cancellationToken).ConfigureAwait(false)
                is not { } found)
            {
                _lost.Add(chat);
                return;
            }

            if (await OpenAsync(chat, found.Content).ConfigureAwait(false) is not { } content)
            {
                _gone++;
                return;
            }

            if (enclosed.Contains(BatchCodec.DigestOf(found with { Content = content })))
            {
                _bodies++;
                return;
            }
        }
        catch (JournalFormatException)
        {
            // Not even a contact.
        }

        _altered.Add(chat);
    }

    /// <summary>What is there, and was never closed; of a log that is not whole nobody knows that.</summary>
    private async Task LookForStrangeContactsAsync()
    {
        if (_start > 0)
        {
            return;
        }

        IReadOnlyList<JournalContact> page;
        var read = 0;
        do
        {
            page = await journal.ReadClosedAsync(floor, DateTimeOffset.MaxValue, read, Page, cancellationToken)
                .ConfigureAwait(false);
            read += page.Count;
            _strange.AddRange(page.Select(one => one.Chat).Where(chat => !_closed.Contains(chat)));
        }
        while (page.Count == Page);
    }

    private void TellOfContacts()
    {
        foreach (var chat in _lost)
        {
            if (_erased.Contains(chat))
            {
                _gone++;
            }
            else if (_isWhole)
            {
                _faults.Add($"Contact {chat} of floor {floor} is missing.");
            }
        }

        _altered.ForEach(chat => _faults.Add($"Contact {chat} of floor {floor} is not what the log says."));
        foreach (var chat in _isWhole ? _strange.Where(chat => !_closed.Contains(chat)) : [])
        {
            _faults.Add($"Contact {chat} of floor {floor} is in no record of the log.");
        }
    }
}
