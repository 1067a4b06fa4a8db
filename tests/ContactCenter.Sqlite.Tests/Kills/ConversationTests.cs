using ContactCenter.Chats;
using Xunit.Sdk;

namespace ContactCenter.Sqlite.Tests.Kills;

/// <summary>The kill tests say that nothing was lost; this says that they would have noticed.</summary>
public sealed class ConversationTests
{
    [Theory]
    [InlineData("0 1 2 3 4", true)]
    [InlineData("0 1 2 3", true)]
    [InlineData("0 1 2 4", false)]
    [InlineData("1 2 3 4", false)]
    [InlineData("0 1 3 4", false)]
    [InlineData("0 2 1 3 4", false)]
    [InlineData("0 1 2 2 3 4", false)]
    [InlineData("0 1 2", false)]
    public void What_was_acknowledged_is_there_once_and_in_order(string kept, bool isTrue)
    {
        // The last line was typed into the second process, and its author has not seen it.
        var said = Said(out var conversation);

        void Look() => conversation.IsIn([.. kept.Split(' ').Select(number => said[int.Parse(number, null)])]);
        if (isTrue)
        {
            Look();
        }
        else
        {
            Assert.ThrowsAny<XunitException>(Look);
        }
    }

    [Fact]
    public void What_reads_otherwise_or_is_somebody_elses_is_not_there()
    {
        var said = Said(out var conversation);
        foreach (var other in (TranscriptLine[])
            [said[0] with { Text = "0: hello" }, said[0] with { Author = Actor.Agent("jun") },
                said[0] with { IsRedacted = true }])
        {
            Assert.ThrowsAny<XunitException>(() => conversation.IsIn([other, .. said[1..]]));
        }
    }

    private static TranscriptLine[] Said(out Conversation conversation)
    {
        conversation = new Conversation();
        var said = new List<Conversation.Saying>();
        foreach (var count in (int[])[3, 2])
        {
            conversation.BeginProcess();
            for (var line = 0; line < count; line++)
            {
                said.Add(conversation.Next(Conversation.Customer));
                if (said.Count < 5)
                {
                    conversation.Acknowledge(Conversation.Customer, said[^1].Number);
                }
            }
        }

        return
        [
            .. said.Select(one => new TranscriptLine(
                one.Number + 1,
                DateTimeOffset.UnixEpoch,
                LineKind.Message,
                one.Actor,
                one.Card is null ? one.Text : one.Words + "****",
                IsRedacted: one.Card is not null,
                Notice: null,
                Subject: null,
                Name: null,
                FileLength: null)),
        ];
    }
}
