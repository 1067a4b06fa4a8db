using ContactCenter.Chats;

namespace ContactCenter.Testing;

/// <summary>A contact of a <see cref="TestFloor"/>, or the refusal of one.</summary>
/// <remarks>
/// Two are equal that name the same contact of the same floor. What is read is as it is now; of a contact that was
/// refused, or is closed, that throws <see cref="SpecificationFailedException"/>.
/// </remarks>
public sealed class TestContact : IEquatable<TestContact>
{
    private readonly TestFloor _floor;
    private readonly long _number;
    private readonly Rejection? _refusal;

    internal TestContact(TestFloor floor, long number, Rejection? refusal) =>
        (_floor, _number, _refusal) = (floor, number, refusal);

    internal ChatSession Chat =>
        _refusal is not null ? throw new SpecificationFailedException($"There is no contact: {_refusal}")
        : _floor.State.Chats.TryGetValue(_number, out var chat) ? chat
        : throw new SpecificationFailedException($"{this} is closed.");

    /// <summary>Where it is in its life; closed once it is over for everybody.</summary>
    public ChatState State => _refusal is null && !_floor.State.Chats.ContainsKey(_number)
        ? ChatState.Closed
        : Chat.State;

    /// <summary>The queue that it waits in, was taken from, or will come to.</summary>
    public QueueName Queue => Chat.WaitsIn;

    /// <summary>Its place in line, from 1; 0 while it stands in none, or is offered.</summary>
    public int Place => _floor.State.Explain(Chat.Number, _floor.Now)?.Place ?? 0;

    /// <summary>How urgent it is by now, with what its classification and the rules of its queues have made of it.
    /// </summary>
    public int Priority => Chat.Wishes.Priority;

    /// <summary>Who is offered it now, the earliest first.</summary>
    public IReadOnlyList<AgentId> OfferedTo => [.. Chat.AllOffered.Select(part => part.Agent)];

    /// <summary>The agent who is responsible for it; null while nobody is.</summary>
    public AgentId? Agent => Chat.Owner?.Agent;

    /// <summary>It is that other contact.</summary>
    /// <param name="other">The contact it must be.</param>
    public void ShouldBe(TestContact other)
    {
        if (!Equals(other))
        {
            throw new SpecificationFailedException($"Expected {other}, but it is {this}.");
        }
    }

    /// <summary>It was refused with this code, or the customer was told so: a notice of this code was shown.</summary>
    /// <param name="code">The code of a rejection or of a notice.</param>
    public void ShouldGet(string code)
    {
        var notices = _floor.Floor.Lines
            .Where(line => _refusal is null && line.Chat == _number && line.Kind == LineKind.Notice)
            .Select(line => line.Code!);
        string[] got = _refusal is null ? [.. notices] : [_refusal.Code];
        if (!got.Contains(code))
        {
            throw new SpecificationFailedException(
                $"Expected {this} to get {code}, but it got {string.Join(", ", got)}.");
        }
    }

    /// <inheritdoc />
    public bool Equals(TestContact? other) =>
        other is not null && ReferenceEquals(_floor, other._floor) && _number == other._number
        && _refusal?.Code == other._refusal?.Code;

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as TestContact);

    /// <inheritdoc />
    public override int GetHashCode() => _number.GetHashCode();

    /// <summary>The contact by its number.</summary>
    public override string ToString() => _refusal is null ? $"contact {_number}" : "a refused contact";
}
