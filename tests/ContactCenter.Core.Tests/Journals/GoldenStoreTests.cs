using ContactCenter.Agents;
using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Customers;
using ContactCenter.Floors;
using ContactCenter.Journals;
using ContactCenter.Routing;
using ContactCenter.Testing;
using ContactCenter.Tests.Conventions;
using ContactCenter.Tests.Runtime;
using static ContactCenter.Tests.People;

namespace ContactCenter.Tests.Journals;

/// <summary>
/// The form of everything that is kept beside the log, byte for byte, each with its number: what was released is read
/// for ever. Where one changes, its number in <see cref="StoredForm"/> is one higher, what was written before is still
/// read, and <c>CONTACTCENTER_APPROVE=1</c> adds the new one to the file.
/// </summary>
public sealed class GoldenStoreTests
{
    private static readonly string Golden = Path.Combine(
        Repository.Root, "tests", "ContactCenter.Core.Tests", "Journals", "Golden", "beside.txt");

    private static readonly DateTimeOffset Noon = Samples.Noon;

    private static readonly PastContact Past = new(
        new ChatId("floor", 7),
        "ana",
        Channel.Chat,
        "cards",
        Noon,
        Noon.AddSeconds(2),
        Noon.AddMinutes(5),
        Noon.AddMinutes(6),
        Mina,
        ["mina", "noor"],
        ["solved"],
        12);

    private static readonly AuditEntry Entry = new(
        3, Noon, Boss, AuditAction.ReadTranscript, new ChatId("floor", 7), (CustomerId)"ana", "on request");

    private static readonly Line[] Lines =
    [
        new(7, 2, LineKind.Message, Ana, Specification.Text("hello"), Code: null, Salt: 7),
        new(7, 3, LineKind.Notice, Mina, ContactCenter.Redaction.RedactedText.Empty, Notices.AgentLeft, Salt: 0),
        new(7, 4, LineKind.File, Ana, Specification.Text("bill"), Code: null, Salt: 9)
        {
            Attached = new(new Guid(1, 2, 3, new byte[8]), 1_234),
        },
        new(7, 5, LineKind.WithdrawnFile, Ana, Specification.Text("bill"), Code: null, Salt: 11),
    ];

    public static TheoryData<string> Kinds => [.. Written().Select(one => one.Key.Split(' ')[0]).Distinct()];

    /// <summary>Made of events and not of decisions: what changes it is its form, not a rule.</summary>
    private static Floor Floor
    {
        get
        {
            var floor = new Floor("floor");
            var first = Samples.Batch(new FloorConfigured(RunningFloor.Usual, "hash"));
            floor.Apply(first with { Sequence = 1, Id = default });
            var next = Samples.Batch(
                new AvailabilityChanged("mina", AvailabilityTrigger.SignIn, "signed-in", Mina, null),
                new AvailabilityChanged("mina", AvailabilityTrigger.GoAvailable, null, Mina, null),
                new ChatStarted(1, "ana", "chat", Channel.Chat),
                new ChatQueued(1),
                new MessagePosted(1, 1, Ana, 5, 7, Redacted: false),
                new OfferMade(1, 1, "mina", Noon.AddSeconds(30), RoutingStrategies.LongestAvailable));
            floor.Apply(next with { Sequence = 2, Id = new CommandId(new Guid(1, 2, 3, new byte[8])) });
            return floor;
        }
    }

    [Fact]
    public void Everything_is_written_as_it_was_written_before()
    {
        if (Environment.GetEnvironmentVariable("CONTACTCENTER_APPROVE") == "1")
        {
            // What was released stays: the present forms take the place of none but themselves.
            var kept = File.Exists(Golden) ? Read() : [];
            foreach (var (name, content) in Written())
            {
                kept[name] = content;
            }

            File.WriteAllText(
                Golden, string.Concat(kept.Select(one => $"{one.Key} {Convert.ToHexStringLower(one.Value)}\n")));
        }

        var golden = Read();
        foreach (var (name, content) in Written())
        {
            Assert.True(golden.ContainsKey(name), $"{name} is not in the file: its number was raised");
            Assert.Equal(Convert.ToHexStringLower(golden[name]), Convert.ToHexStringLower(content));
        }
    }

    [Fact]
    public void Everything_that_was_written_before_is_read()
    {
        foreach (var (name, content) in Read())
        {
            var kind = name.Split(' ')[0];
            switch (kind)
            {
                case "card":
                    Assert.Equal(("Ana", string.Empty), BatchCodec.ReadCard(Body(content)));
                    break;
                case "file":
                    Assert.Equal(("bill.pdf", "pdf"), BatchCodec.ReadFile(Body(content)));
                    break;
                case "audit":
                    Assert.Equal(Entry, BatchCodec.ReadAudit("floor", Body(content, BodyShelf.Audit, 0, 3)));
                    break;
                case "contact":
                    var read = BatchCodec.ReadContact("floor", new(7, "ana", Past.ClosedAt, content));
                    Assert.Equal(Past with { Agents = read.Agents, Reasons = read.Reasons }, read);
                    Assert.Equal(Past.Agents, read.Agents.AsEnumerable());
                    Assert.Equal(Past.Reasons, read.Reasons.AsEnumerable());
                    break;
                case "snapshot":
                    var (floor, link) = KeptSnapshot.Read(new JournalSnapshot(Floor.Head, content));
                    Assert.Equal(SnapshotCodec.Write(Floor), SnapshotCodec.Write(floor));
                    Assert.Equal(LogChain.Begin("floor"), link);
                    break;
                default:
                    var line = Lines.Single(one => kind == NameOf(one));
                    var kept = BatchCodec.ReadLine(Body(content, line.Shelf, 7, line.Sequence));
                    Assert.Equal(
                        (Noon, line.Kind, line.Author, line.Text.Text, line.Code, line.Attached?.Length),
                        (kept.At, kept.Kind, kept.Author, kept.Text, kept.Notice, kept.FileLength));
                    break;
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_form_that_is_not_known_is_refused_with_its_place(string kind)
    {
        var content = Written().First(one => one.Key.Split(' ')[0] == kind).Value;
        if (kind == "snapshot")
        {
            var to = new RecordWriter();
            to.Bytes(content.AsSpan(..^sizeof(uint)));
            var altered = to.ToArray();
            altered[0] = 99;
            to.Clear();
            to.Bytes(altered);
            RecordSeal.CloseUnchained(to, 0);
            content = to.ToArray();
        }
        else
        {
            content[0] = 99;
        }

        var thrown = Assert.Throws<JournalFormatException>(() => _ = kind switch
        {
            "card" => (object)BatchCodec.ReadCard(Body(content)),
            "file" => BatchCodec.ReadFile(Body(content, BodyShelf.Files, 7, 1)),
            "audit" => BatchCodec.ReadAudit("floor", Body(content, BodyShelf.Audit, 0, 3)),
            "contact" => BatchCodec.ReadContact("floor", new(7, "ana", Past.ClosedAt, content)),
            "snapshot" => KeptSnapshot.Read(new JournalSnapshot(41, content)),
            _ => BatchCodec.ReadLine(Body(content, BodyShelf.Conversation, 7, 2)),
        });
        Assert.Contains("is of form 99", thrown.Message, StringComparison.Ordinal);
        Assert.Contains(
            kind switch
            {
                "card" => "Conversation 0 of contact 7",
                "file" => "Files 1 of contact 7",
                "audit" => "Audit 3 of contact 0",
                "contact" => "contact 7",
                "snapshot" => "snapshot 41",
                _ => "Conversation 2 of contact 7",
            },
            thrown.Message,
            StringComparison.Ordinal);
    }

    private static string NameOf(Line line) => $"line-{line.Kind}";

    private static JournalBody Body(
        byte[] content, BodyShelf shelf = BodyShelf.Conversation, long chat = 7, long sequence = 0) =>
        new(shelf, chat, sequence, content);

    private static Dictionary<string, byte[]> Read() => File.ReadAllLines(Golden).Select(line => line.Split(' '))
        .ToDictionary(parts => $"{parts[0]} {parts[1]}", parts => Convert.FromHexString(parts[2]));

    private static Dictionary<string, byte[]> Written()
    {
        var written = new Dictionary<string, byte[]>();
        foreach (var line in Lines)
        {
            Add(NameOf(line), StoredForm.Line, to => BatchCodec.Write(to, line, Noon));
        }

        Add("card", StoredForm.Card, to => BatchCodec.Write(
            to, new ContactCard(7, Specification.Text("Ana"), ContactCenter.Redaction.RedactedText.Empty)));
        Add("file", StoredForm.File, to => BatchCodec.Write(
            to, new FileCard(7, 1, Specification.Text("bill.pdf"), "pdf")));
        Add("audit", StoredForm.Audit, to => BatchCodec.Write(to, Entry));
        Add("contact", StoredForm.Contact, to => BatchCodec.Write(to, Past));
        Add("snapshot", StoredForm.Snapshot, to => to.Bytes(
            KeptSnapshot.Of(Floor, LogChain.Begin("floor")).Content.Span));
        return written;

        void Add(string name, StoredForm form, Action<RecordWriter> write)
        {
            var to = new RecordWriter();
            write(to);
            written.Add($"{name} {form.Present}", to.ToArray());
        }
    }
}
