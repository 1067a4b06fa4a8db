using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;

namespace ContactCenter.Tests.Chats;

public sealed class NoteTests
{
    private static Specification MinaTalks => Floor(Agent("mina"), Agent("noor"))
        .Available("mina").Started("chat", "ana").Accepted(1);

    [Fact]
    public void A_note_stands_beside_the_conversation_and_leaves_no_gap_in_it()
    {
        var floor = MinaTalks.Given(Note(Mina), Say(Mina, 1, "hello"));

        var note = Assert.Single(floor.Lines, line => line.Kind == LineKind.Note);
        Assert.Equal((1, Mina), (note.Sequence, note.Author));
        Assert.Equal(BodyShelf.Asides, note.Shelf);
        Assert.Equal(3, floor.State.Chats[1].LastLine);
    }

    [Fact]
    public void A_note_may_be_written_in_wrap_up() =>
        Assert.Equal(1, MinaTalks.Given(End(Ana, 1), Note(Mina)).State.Chats[1].LastAside);

    [Fact]
    public void A_note_is_for_the_agents_of_the_chat()
    {
        MinaTalks.When(Note(Ana)).Refused("not-permitted");
        MinaTalks.When(Note(Noor)).Refused("not-permitted");
        MinaTalks.When(Note(Boss)).Refused("not-permitted");
    }

    [Fact]
    public void Whoever_handed_the_chat_on_writes_nothing_into_it_any_more() =>
        MinaTalks.Given(new TransferChat(Mina, 1, "chat", null)).When(Note(Mina)).Refused("not-allowed");

    private static WriteNote Note(Actor by) => new(by, 1, Body("she has called before"));
}
