using ContactCenter.Journals;

namespace ContactCenter.Benchmarks.Compare;

/// <summary>Notes how long what is appended together is, byte string by byte string.</summary>
internal sealed class MeteredJournal(IJournal inner) : DelegatingJournal(inner)
{
    /// <summary>The appends since it was last emptied.</summary>
    public List<(int Records, int[] Lengths)> Appends { get; } = [];

    public override ValueTask<bool> AppendAsync(
        FloorId floor, JournalAppend append, CancellationToken cancellationToken)
    {
        Appends.Add((
            append.Records.Count,
            [
                .. append.Records.Select(record => record.Payload.Length),
                .. append.Bodies.Select(body => body.Content.Length),
                .. append.Contacts.Select(contact => contact.Content.Length),
            ]));
        return Inner.AppendAsync(floor, append, cancellationToken);
    }
}
