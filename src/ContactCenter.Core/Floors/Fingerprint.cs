using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using ContactCenter.Agents;
using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Customers;
using ContactCenter.Redaction;
using ContactCenter.Routing;
using ContactCenter.Sessions;

namespace ContactCenter.Floors;

/// <summary>
/// Tells whether two commands under one id ask the same: one half by what is asked of whom, the other by the words that
/// are said with it.
/// </summary>
/// <remarks>
/// It stands in the log, which outlives the words: whoever has the log could try which words they were, and what a
/// customer is called, after all of it was erased. So the words are hashed under a key that no store ever has; and they
/// are seen only after redaction.
/// </remarks>
internal struct Fingerprint
{
    // Where the half of the words is.
    private const ulong OfWords = uint.MaxValue;

    // Multiply and rotate, eight bytes at a time: stable over versions, machines and cultures, and good enough to
    // tell a mistake from a retry. It is no defence against somebody who makes collisions on purpose: they only
    // deceive themselves.
    private const ulong Prime = 0x9E37_79B9_7F4A_7C15;

    // Digits of any script; half of a pair may be one as well.
    private static readonly SearchValues<char> Figures = SearchValues.Create(
    [
        .. Enumerable.Range(0, 0x10000).Select(code => (char)code)
            .Where(character => char.IsNumber(character) || char.IsLowSurrogate(character)),
    ]);

    private readonly WordKey _key;
    private ulong _value = 0xC2B2_AE3D_27D4_EB4F;
    private ulong _words;

    private Fingerprint(WordKey key) => _key = key;

    /// <summary>Whether two are of the same question, whatever words are said with it.</summary>
    internal static bool AskTheSame(ulong one, ulong other) => (one | OfWords) == (other | OfWords);

    /// <param name="command">What is asked.</param>
    /// <param name="key">What its words are hashed under: of this run of the floor, and of no other.</param>
    internal static ulong Of(Command command, WordKey key = default)
    {
        var print = new Fingerprint(key);
        print.Add((ulong)command.By.Kind);
        print.Add(command.By.Id);
        switch (command)
        {
            case SignInAgent c: print.Start(1, c.Agent.Value); break;
            case SignOutAgent c: print.Start(2, c.Agent.Value, c.Reason); break;
            case MakeAvailable c: print.Start(3, c.Agent.Value, c.Reason, c.Channel?.ToString(), c.Queue?.Value); break;
            case MakeIdle c:
                print.Start(4, c.Agent.Value, c.Code, c.Reason, c.Channel?.ToString(), c.Queue?.Value);
                break;
            case AcceptOffer c:
                print.Start(5, (ulong)c.Offer);
                print.Add((ulong)c.Session);
                break;
            case DeclineOffer c:
                print.Start(6, (ulong)c.Offer);
                print.Add(c.Reason);
                print.Add((ulong)(c.RetryAfter?.Ticks ?? 0));
                break;
            case FailOffer c: print.Start(7, (ulong)c.Offer); break;
            case StartContact c:
                print.Start(8, c.Customer.Value, c.Queue.Value);
                print.AddWords(c.Name.Text);
                print.AddWords(c.Email.Text);
                print.Add(c.WithBot switch { null => 0, false => 1, true => 2 });
                print.AddWishes(c.Wishes);
                if (c.DueAt is not null)
                {
                    print.AddDue(c.DueAt);
                    print.Add(c.SuspendWhenDue ? 1UL : 0);
                }

                print.Add((ulong)(c.Position ?? 0));
                print.Add(c.Classification);
                print.AddAttributes(c.Attributes.Select(one => (one.Name, (AttributeValue?)one.Value)));
                break;
            case ClassifyContact c:
                print.Start(76, (ulong)c.Chat);
                print.Add(c.Classification);
                print.AddAttributes(c.Patch);
                break;
            case ReclassifyContact c:
                print.Start(75, (ulong)c.Chat);
                print.AddWishes(c.Wishes);
                print.Add((ulong)(c.Position ?? 0));
                break;
            case PostMessage c:
                print.Start(9, (ulong)c.Chat);
                print.AddSaid(c.Body);
                break;
            case AskForAgent c: print.Start(10, (ulong)c.Chat); break;
            case EndChat c: print.Start(11, (ulong)c.Chat); break;
            case CompleteWrapUp c:
                print.Start(12, (ulong)c.Chat);
                print.Add(c.Reasons);
                break;
            case HoldWrapUp c: print.Start(13, (ulong)c.Chat); break;
            case Configure c: print.Start(14, c.Hash); break;
            case ReportActivity c: print.Start(15, c.Agent.Value); break;
            case PresentOffer c: print.Start(16, (ulong)c.Offer); break;
            case OpenSession: print.Start(17); break;
            case LoseSession c: print.Start(18, (ulong)c.Session); break;
            default: print.AddWork(command); break;
        }

        return (print._value & ~OfWords) | (print._words & OfWords);
    }

    /// <summary>What agents and supervisors ask of each other.</summary>
    private void AddWork(Command command)
    {
        switch (command)
        {
            case TransferChat c:
                Start(19, (ulong)c.Chat);
                Add(c.Queue?.Value);
                Add(c.Agent?.Value);
                break;
            case WithdrawTransfer c: Start(20, (ulong)c.Chat); break;
            case PickContact c: Start(70, (ulong)c.Chat); break;
            case ReturnChat c: Start(71, (ulong)c.Chat); break;
            case InviteAgent c:
                Start(21, (ulong)c.Chat);
                Add(c.Agent.Value);
                break;
            case WithdrawInvitation c: Start(22, (ulong)c.Chat); break;
            case EndConference c: Start(23, (ulong)c.Chat); break;
            case ExitConference c: Start(24, (ulong)c.Chat); break;
            case MoveObserver c:
                Start(25, (ulong)c.Chat);
                Add((ulong)c.Trigger);
                break;
            case Whisper c:
                Start(26, (ulong)c.Chat);
                AddSaid(c.Body);
                break;
            case CompleteContact c:
                Start(27, (ulong)c.Chat);
                Add(c.Reasons);
                break;
            case SuspendContact c: Start(95, (ulong)c.Chat); break;
            case ActivateContact c: Start(96, (ulong)c.Chat); break;
            case AskForCallback c:
                Start(97, (ulong)c.Chat);
                AddDue(c.DueAt);
                break;
            case CancelContact c:
                Start(98, (ulong)c.Chat);
                Add(c.Reasons);
                break;
            case MarkLines c:
                Start(28, (ulong)c.Chat);
                Add((ulong)c.Delivered);
                Add((ulong)c.Read);
                break;
            case WriteNote c:
                Start(29, (ulong)c.Chat);
                AddSaid(c.Body);
                break;
            case SendFiles c:
                // Not by what they are called in the store: a retry brings them anew.
                Start(33, (ulong)c.Chat);
                AddSaid(c.Body);
                foreach (var file in c.Files)
                {
                    AddWords(file.Name.Text);
                    Add((ulong)file.Length);
                }

                break;
            default: AddCustomer(command); break;
        }
    }

    /// <summary>What is asked about what is kept of customers.</summary>
    private void AddCustomer(Command command)
    {
        switch (command)
        {
            case NoteRead c:
                Start(30, (ulong)c.Chat);
                Add((ulong)c.Action);
                Add(c.Customer.Value);
                break;
            case NoteReveal c:
                Start(99, (ulong)c.Chat);
                AddWords(c.Note.Text);
                break;
            case SetHold c:
                Start(31, c.Customer.Value);
                AddWords(c.Note.Text);
                Add(c.Holds ? 1UL : 0);
                break;
            case EraseCustomer c:
                Start(32, c.Customer.Value);
                AddWords(c.Note.Text);
                break;
            case RescanTranscripts c:
                Start(100, (ulong)c.From.UtcTicks);
                AddWords(c.Note.Text);
                break;
            case EditConfiguration c:
                Start(65, c.Edit.Name, c.Edit.Queue is { } queue ? ConfigurationJson.Write(queue) : null);
                Add((ulong)c.Edit.Kind);
                Add(c.Edit.Agent is { } agent ? ConfigurationJson.Write(agent) : null);
                break;
            default: throw new ArgumentOutOfRangeException(nameof(command), command, "A command without a print.");
        }
    }

    private void Start(ulong kind, ulong number)
    {
        Add(kind);
        Add(number);
    }

    private void Start(ulong kind, params ReadOnlySpan<string?> words)
    {
        Add(kind);
        foreach (var word in words)
        {
            Add(word);
        }
    }

    private void Add(IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            Add(word);
        }
    }

    private void Add(ulong number) => _value = BitOperations.RotateLeft(_value ^ number, 29) * Prime;

    /// <summary>
    /// Words without their digits: a part of a number that is hidden later could be found out from its print by trying.
    /// Where the digits may be words, no word is left.
    /// </summary>
    private void AddSaid(Body? body)
    {
        var text = (body?.Alone ?? body?.Text)?.WithoutDraws;
        var isInWords = text is not null && SpelledDigits.MayBeCodeIn(text);
        if (text is null || !(isInWords || text.AsSpan().ContainsAny(Figures)))
        {
            AddWords(text);
            return;
        }

        var blind = string.Create(text.Length, text, static (to, text) =>
            text.AsSpan().ReplaceAny(to, Figures, Masks.Star));
        AddWords(isInWords ? string.Concat(blind.Select(one => char.IsLetter(one) ? Masks.Star : one)) : blind);
    }

    private void AddWords(string? words) => _words = _key.Hash(words, _words);

    private void Add(string? word)
    {
        // The length keeps "ab","c" apart from "a","bc", and nothing apart from an empty word.
        Add(word is null ? 0 : (ulong)word.Length + 1);
        var rest = MemoryMarshal.AsBytes(word.AsSpan());
        for (; rest.Length >= sizeof(ulong); rest = rest[sizeof(ulong)..])
        {
            Add(BinaryPrimitives.ReadUInt64LittleEndian(rest));
        }

        for (; rest.Length > 0; rest = rest[sizeof(char)..])
        {
            Add(BinaryPrimitives.ReadUInt16LittleEndian(rest));
        }
    }

    private void AddDue(DateTimeOffset? dueAt) => Add((ulong)(dueAt?.UtcTicks ?? -1));

    private void AddAttributes(IEnumerable<(string Name, AttributeValue? Value)> said)
    {
        foreach (var (name, value) in said)
        {
            Add(name);
            Add(value?.ToString());
        }
    }

    private void AddWishes(ContactWishes wishes)
    {
        if (ReferenceEquals(wishes, ContactWishes.None))
        {
            return;
        }

        Add((ulong)wishes.Priority);
        foreach (var (requirement, period) in wishes.Requirements)
        {
            Add(requirement.ToString());
            Add((ulong)(period?.Ticks ?? -1));
        }

        foreach (var agent in wishes.Preferred.Append(wishes.Reserved ?? default).Concat(wishes.Excluded))
        {
            Add(agent == default ? null : agent.Value);
        }

        Add((ulong)wishes.ReservedFor.Ticks);
        if (wishes.LastAgent != LastAgentWish.None)
        {
            Add((ulong)wishes.LastAgent);
        }
    }
}
