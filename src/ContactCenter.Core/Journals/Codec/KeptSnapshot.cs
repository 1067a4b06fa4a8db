using ContactCenter.Floors;
using ContactCenter.Routing;

namespace ContactCenter.Journals;

/// <summary>The form of a snapshot in a journal: where the chain stands, the floor's state, a checksum.</summary>
internal static class KeptSnapshot
{
    /// <param name="link">The hash of the append that the state ends with.</param>
    internal static JournalSnapshot Of(Floor floor, byte[] link)
    {
        var to = SnapshotCodec.Writer(floor);
        StoredForm.Snapshot.Begin(to);
        to.Bytes(link);
        SnapshotCodec.Write(to, floor, ConfigurationJson.Write);
        RecordSeal.CloseUnchained(to, 0);
        return new JournalSnapshot(floor.Head, to.Slice(..to.Length));
    }

    /// <exception cref="JournalFormatException">It is torn, damaged, or of another format.</exception>
    internal static (Floor Floor, byte[] Link) Read(JournalSnapshot snapshot, KnownStrategies? strategies = null)
    {
        var content = RecordSeal.OpenUnchained(snapshot.Content, "snapshot", snapshot.Sequence);
        StoredForm.Snapshot.Open(content.Span, snapshot.Sequence);
        return content.Length > LogChain.LinkSize
            ? (
                SnapshotCodec.Read(snapshot with { Content = content[(1 + LogChain.LinkSize)..] }, strategies),
                content[1..(1 + LogChain.LinkSize)].ToArray())
            : throw RecordReader.Broken("snapshot");
    }
}
