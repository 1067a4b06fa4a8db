namespace ContactCenter.Journals;

/// <summary>
/// How events of earlier formats are read: an entry for each kind that has changed its form since, by the last format
/// that still had the old one. An event of an old form becomes the event of today that means the same.
/// </summary>
/// <remarks>
/// Only formats that were released are here, and what was released is never taken out. A format that is not known is
/// refused, and so is one that is newer than this version.
/// </remarks>
internal sealed class OldForms(byte oldest, params (byte Last, EventKind Kind, OldForms.Reader Read)[] forms)
{
    /// <summary>None so far: the first format that is read is the present one.</summary>
    internal static readonly OldForms None = new(BatchCodec.Format);

    internal delegate Event Reader(ref RecordReader from);

    internal bool Knows(byte format) => format >= oldest && format <= BatchCodec.Format;

    /// <summary>The reader of a kind in a format; null where it has not changed since.</summary>
    internal Reader? Find(byte format, EventKind kind)
    {
        var found = default((byte Last, EventKind Kind, Reader Read));
        foreach (var form in forms)
        {
            // Of several changes the first after the record was written is the one that it knows nothing of.
            if (form.Kind == kind && form.Last >= format && (found.Read is null || form.Last < found.Last))
            {
                found = form;
            }
        }

        return found.Read;
    }
}
