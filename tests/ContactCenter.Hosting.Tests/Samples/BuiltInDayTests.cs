namespace ContactCenter.Hosting.Tests.Samples;

/// <summary>
/// What each party sees comes in order; between two of them, whoever is faster comes first. So each is looked at alone.
/// The lists that somebody asks for come beside their feed, before whatever they do with them.
/// </summary>
public sealed class BuiltInDayTests(BuiltInDay day) : IClassFixture<BuiltInDay>
{
    private const string Whisper = "Jun, we may send hers by courier.";

    [Fact]
    public void The_day_ends_by_itself_and_nothing_goes_wrong()
    {
        Assert.Equal((0, string.Empty), (day.ExitCode, day.Errors));
        Assert.DoesNotContain('\e', day.Output);
        Assert.DoesNotContain("4111 1111", day.Output, StringComparison.Ordinal);
        foreach (var agent in (string[])["Mina", "Jun", "Kai"])
        {
            AssertSees(agent, "available", "signed out");
            AssertSees("Sora", $"{agent}: available", $"{agent}: signed out");
        }
    }

    [Fact]
    public void The_bot_hands_over_and_what_looks_like_a_card_is_masked()
    {
        AssertSees(
            "Ada",
            "bot: Hello",
            "I: What are your opening hours?",
            "bot: We are here from 9 to 18",
            "* waiting for an agent",
            "  waiting 0:",
            "* Jun joined the chat",
            "I: It is 411111******1111.  [masked]",
            "* Jun left the chat");
        AssertSees(
            "Jun",
            "REQUEST: Ada, cards, 0:30 to answer",
            "Ada: with me, queued 0:",
            "Ada: It is 411111******1111.  [masked]",
            "* I left the chat",
            "idle, lunch, set by Sora (shift-plan)");
    }

    [Fact]
    public void Who_misses_a_request_chooses_between_available_and_idle()
    {
        AssertSees(
            "Mina",
            "REQUEST: Ada, cards, 0:30 to answer",
            "  Ada waits for an answer 0:",
            "request missed: Ada",
            "RONA, no more requests  [Go Available] [Go Idle]",
            "available",
            "REQUEST: Bo, cards, 0:30 to answer",
            "Bo: with me");
        AssertSees(
            "Kai",
            "REQUEST: Bo, loans, 0:30 to answer",
            "request missed: Bo",
            "RONA, no more requests  [Go Available] [Go Idle]",
            "idle, away",
            "available",
            "REQUEST: Bo, loans, 0:30 to answer",
            "Bo: with me");
        AssertSees(
            "Sora",
            "Ada is offered to Mina",
            "Mina missed Ada",
            "Mina: RONA",
            "Ada is offered to Jun",
            "Jun answered Ada in 0:",
            "Mina: available",
            "Kai missed Bo",
            "Kai: RONA",
            "Kai: idle, away",
            "Kai: available",
            "Bo is offered to Kai");
    }

    [Fact]
    public void A_supervisor_reads_along_and_whispers_and_goes_and_the_customer_sees_none_of_it()
    {
        AssertSees("Jun", $"(Sora whispers: {Whisper})", "I: It is blocked. A courier", "Ada: That is kind");
        AssertSees(
            "Sora",
            "Ada: with Jun, I read along",
            $"(I whisper: {Whisper})",
            "Jun: It is blocked. A courier",
            "Ada: with Jun",
            "Ada: chat over, wrap-up due");
        AssertSees("Ada", "Jun: It is blocked. A courier", "I: That is kind", "* Jun left the chat");

        foreach (var other in (string[])["Ada", "Bo", "Mina", "Kai"])
        {
            AssertNeverSees(other, Whisper);
            AssertNeverSees(other, "Sora");
        }

        // Before Sora comes, and once she has gone, what is said is not hers to read.
        AssertNeverSees("Sora", "Which card is it?");
        AssertNeverSees("Sora", "That is kind");
    }

    [Fact]
    public void A_chat_is_given_to_a_queue()
    {
        AssertSees(
            "Mina",
            "Bo: with me",
            "I: I will give you to our loans desk, Bo.",
            "* I left the chat",
            "Bo: passed on, wrap-up due",
            "Bo: wrapped up, passed-on",
            "available");
        AssertSees(
            "Bo",
            "Mina: I will give you to our loans desk, Bo.",
            "* Mina left the chat",
            "* waiting for an agent",
            "* Kai joined the chat");
        AssertSees("Sora", "Bo: with Mina", "Bo waits in loans", "Bo is offered to Kai", "Bo: with Kai");
    }

    [Fact]
    public void A_second_agent_is_invited_and_joins_and_is_released()
    {
        AssertSees(
            "Kai",
            "(Jun is invited)",
            "Bo: Jun is invited  [End] [Withdraw Invitation]",
            "I: Let me ask.",
            "Bo: conference with me and Jun  [End] [End Conference]",
            "* Jun joined the chat",
            "Jun: Hello Bo, yes",
            "* Jun left the chat",
            "Bo: with me  [End] [Transfer] [Invite]",
            "Bo: Fine.");
        AssertSees(
            "Jun",
            "INVITATION: Bo, loans, 0:30 to answer",
            "Bo: conference with Kai and me  [Exit Conference]",
            "I: Hello Bo, yes",
            "* I left the chat",
            "available");
        AssertSees(
            "Bo",
            "Kai: Let me ask.",
            "* Jun joined the chat",
            "Jun: Hello Bo, yes",
            "* Jun left the chat",
            "I: Fine.");
        AssertSees("Sora", "Bo: Jun is invited", "Bo: conference with Kai and Jun", "Bo: with Kai");
        AssertNeverSees("Bo", "invited");
        AssertNeverSees("Jun", "Let me ask.");
        AssertNeverSees("Jun", "Bo: Fine.");
        AssertNeverSees("Jun", "Bo: wrapped up");
    }

    [Fact]
    public void A_chat_is_given_to_an_agent_whom_the_directory_shows_to_be_free()
    {
        AssertSees(
            "Kai",
            "DIRECTORY, queues: cards (0 waiting, 1 free), loans (0 waiting, 0 free)",
            "DIRECTORY, agents: Mina (available), Jun (idle, lunch)",
            "* I left the chat",
            "Bo: passed on, wrap-up due",
            "Bo: wrapped up, answered, passed-on");
        AssertSees(
            "Mina",
            "Bo: wrapped up, passed-on",
            "TRANSFER: Bo, loans, 0:30 to answer",
            "Bo: with me",
            "* the customer left the chat",
            "Bo: wrapped up, answered");
        AssertSees(
            "Bo", "* Kai left the chat", "* waiting for an agent", "* Mina joined the chat", "Mina: Me again, Bo.");
        AssertSees("Sora", "Bo is offered to Mina", "Bo: with Mina", "Bo: wrapped up by Kai", "Bo: wrapped up by Mina");
    }

    [Fact]
    public void A_wrap_up_takes_both_reasons_that_a_search_has_found()
    {
        AssertSees(
            "Jun",
            "REASONS with 'CARD': Card blocked, New card sent",
            "Ada: wrapped up, card-blocked, card-sent",
            "available");
        AssertSees("Sora", "Ada: wrapped up by Jun, card-blocked, card-sent");
    }

    [Fact]
    public void Who_takes_over_from_the_bot_reads_what_was_said_with_it()
    {
        AssertSees(
            "Jun",
            "REQUEST: Ada, cards, 0:30 to answer",
            "BEFORE, bot: Hello",
            "BEFORE, Ada: What are your opening hours?",
            "BEFORE, bot: We are here from 9 to 18",
            "BEFORE, Ada: And my card was stolen",
            "BEFORE, * waiting for an agent",
            "I: Good morning Ada");
        foreach (var other in (string[])["Ada", "Bo", "Mina", "Kai", "Sora"])
        {
            AssertNeverSees(other, "BEFORE");
        }
    }

    [Fact]
    public void A_customer_who_comes_back_has_a_history()
    {
        AssertSees(
            "Mina",
            "REQUEST: Ada, cards, 0:30 to answer",
            "request missed: Ada",
            "REQUEST: Ada, cards, 0:30 to answer",
            "HISTORY of Ada: 09:0",
            "Ada: What if I am out",
            "Ada: wrapped up, answered");

        // The minute is the machine's: the day begins when its program has started.
        Assert.Single(day.SeenBy("Mina"), line => line.EndsWith("card-blocked, card-sent", StringComparison.Ordinal));
        AssertNeverSees("Ada", "HISTORY");
        AssertNeverSees("Ada", "card-sent");
    }

    [Fact]
    public void A_predefined_response_is_searched_and_picked_and_then_sent()
    {
        const string Filled = "Do not worry, Ada: if nobody opens, the courier comes again the day after.";
        AssertSees(
            "Mina",
            "Ada: What if I am out",
            "RESPONSES with 'COURIER': Courier: nobody at home, Courier: what to have ready",
            $"I: {Filled}",
            "* the customer left the chat");
        AssertSees("Ada", "I: What if I am out", $"Mina: {Filled}", "* the customer left the chat");

        // Picking it has said nothing: it is said once, by Mina.
        Assert.Single(day.SeenBy("Ada"), line => line.Contains(Filled, StringComparison.Ordinal));
        AssertNeverSees("Ada", "RESPONSES");
        Assert.DoesNotContain("{customer", day.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_is_delivered_and_one_with_a_card_number_is_known_to_its_sender_alone()
    {
        const string Delivered = "[payslip.txt, 22 bytes]";
        AssertSees("Bo", "I: Here it is", $"I: {Delivered}", "I: Fine.");
        AssertSees("Bo", "(old-card.txt is scanned)", "(old-card.txt was not sent: card-number)", "I: Fine.");
        AssertSees("Kai", "Bo: Here it is", $"Bo: {Delivered}", "Bo: Fine.");

        Assert.DoesNotContain("5555", day.Output, StringComparison.Ordinal);
        foreach (var other in (string[])["Ada", "Mina", "Jun", "Kai", "Sora"])
        {
            AssertNeverSees(other, "old-card.txt");
            AssertNeverSees(other, "card-number");
        }
    }

    private void AssertSees(string who, params string[] parts)
    {
        using var lines = day.SeenBy(who).GetEnumerator();
        foreach (var part in parts)
        {
            var found = false;
            while (!found && lines.MoveNext())
            {
                found = lines.Current.StartsWith(part, StringComparison.Ordinal);
            }

            Assert.True(found, $"{who} does not see \"{part}\", or too early:{Environment.NewLine}{day.Output}");
        }
    }

    private void AssertNeverSees(string who, string part) =>
        Assert.DoesNotContain(day.SeenBy(who), line => line.Contains(part, StringComparison.Ordinal));
}
