using ContactCenter.Redaction;

namespace ContactCenter.Tests.Redaction.Conversations;

/// <summary>A card number told over several messages.</summary>
public sealed class SplitNumberTests
{
    [Fact]
    public void Its_parts_are_hidden_the_earlier_ones_too()
    {
        var conversation = new Conversation().Say(
            "a: what is the card number?", "c: 4012", "c: 8888", "a: go on", "c: ok 8888", "c: 1881");

        Assert.Equal(
            ["what is the card number?", "****", "****", "go on", "ok ****", "****"], conversation.Lines);
        Assert.Equal(0, conversation.Window.HeldDigits);
    }

    [Fact]
    public void From_eight_digits_on_it_is_masked_before_it_is_complete()
    {
        var conversation = new Conversation().Say("a: your card number please", "c: 4012", "c: 8888", "c: 88");

        Assert.Equal(["4012", "****", "**"], conversation.Lines.Skip(1));
        Assert.True(conversation.Window.IsMasking);
    }

    [Fact]
    public void Not_more_than_the_issuer_is_shown_of_one_that_is_never_completed()
    {
        var conversation = new Conversation().Say("a: your card number please", "c: 4012888", "c: 88");

        Assert.Equal(["*******", "**"], conversation.Lines.Skip(1));
    }

    [Theory]
    [InlineData("a: 카드번호 알려주시겠어요?", "c: 네 4012 8888", "c: 88881881이요")]
    [InlineData("a: may I have the long number on the front?", "c: 401288888888", "c: and 1881")]
    [InlineData("a: in groups of four please", "c: 3782", "a: next", "c: 822463", "c: 10005")]
    [InlineData("c: i want to pay by card", "c: 4012", "c: 8888", "c: then 8888", "c: then 1881")]
    [InlineData("c: card starts with 40128888", "a: ending 88881881, correct?")]
    [InlineData("a: カード番号をお願いします", "c: ４０１２", "c: ８８８８８８８８", "c: １８８１です")]
    [InlineData("a: Ihre Kartennummer bitte", "c: 4012 8888", "c: hmm", "a: ja?", "c: 8888 1881")]
    [InlineData("c: 4012", "c: 8888", "c: 8888", "c: 1881")]
    [InlineData("a: card number?", "c: 4012", "a: 4012, ok", "c: 8888", "a: 8888, ok", "c: 8888", "c: 1881")]
    public void It_is_found_however_it_comes(params string[] lines)
    {
        var kept = string.Concat(new Conversation().Say(lines).Lines);

        Assert.DoesNotContain(kept, static character => char.IsDigit(character));
    }

    [Theory]
    [InlineData("a: 카드번호 알려주세요", "c: 앞 8자리 40128888", "c: 뒤 8자리 88881881")]
    [InlineData("a: card number?", "c: 1st: 4012", "c: 2nd: 8888", "c: 3rd: 8888", "c: 4th: 1881")]
    [InlineData("a: 카드번호요", "c: 첫 네자리는 4012 입니다", "c: 그 다음 네자리는 8888 이구요", "c: 마지막 8자리는 88881881")]
    public void What_says_which_part_it_is_is_none(params string[] lines)
    {
        var kept = string.Concat(new Conversation().Say(lines).Lines);

        Assert.DoesNotContain("8888", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("1881", kept, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{0}) {1}")]
    [InlineData("({0}) {1}")]
    [InlineData("part {0}: {1}")]
    [InlineData("{0}/4: {1}")]
    [InlineData("{0}. {1}")]
    [InlineData("{1}/")]
    [InlineData("#{1}")]
    [InlineData("alright so the next four digits on my card are {1}")]
    public void What_is_asked_for_may_be_told_as_a_list(string form)
    {
        var conversation = new Conversation().Say("a: card number please");
        foreach (var (index, part) in ((string[])["4012", "8888", "8888", "1881"]).Index())
        {
            var numbered = form.Replace("{0}", $"{index + 1}", StringComparison.Ordinal);
            conversation.Say($"c: {numbered.Replace("{1}", part, StringComparison.Ordinal)}");
        }

        var kept = string.Join('\n', conversation.Lines);
        Assert.All(["4012", "8888", "1881"], part => Assert.DoesNotContain(part, kept, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("c: 4111 1111 1111", "c: ok the last ones are 1111")]
    [InlineData("c: first half 41111111", "c: second half 11111111")]
    [InlineData("c: 4111 1111 1111 111", "c: 1")]
    public void Unasked_it_is_found_by_how_its_parts_fit(params string[] lines)
    {
        var kept = string.Concat(new Conversation().Say(lines).Lines);

        Assert.DoesNotContain(kept, static character => char.IsDigit(character));
    }

    [Theory]
    [InlineData("c: 4111 1111 1111", "c: for 1111 people")]
    [InlineData("c: 4111 1111 1111", "c: ok the last ones are 1112")]
    [InlineData("c: 41111111", "c: 11111111")]
    [InlineData("c: 411111111111111", "c: 1")]
    [InlineData("c: 1) 4111", "c: 2) 1111 pcs", "c: order 11111111")]
    public void Unasked_others_pass(params string[] lines) =>
        Assert.Equal(lines.Select(line => line[3..]), new Conversation().Say(lines).Lines);

    [Fact]
    public void Digit_by_digit_it_takes_a_while()
    {
        var conversation = new Conversation().Say("a: what is the card number?");
        foreach (var digit in "4012888888881881")
        {
            conversation.Say($"c: {digit}", "a: mhm");
        }

        Assert.DoesNotContain(string.Concat(conversation.Lines), static character => char.IsDigit(character));
    }

    [Theory]
    [InlineData("c: 4012", "a: and the quantity?", "c: qty 8888", "c: order 8888", "c: 1881")]
    [InlineData("a: we sent you a code", "c: 482913", "a: and your order id?", "c: 40012345")]
    [InlineData("c: 010-4111-1111", "c: or 010-1111-1111")]
    [InlineData("c: 4111", "a: that is the item number?", "c: yes and 1111 pcs", "a: zip?", "c: 11111111")]
    [InlineData("c: a table for 4 please", "c: 12:30", "c: 40128888", "c: $8888", "c: 1881")]
    public void Numbers_of_other_things_are_not_joined(params string[] lines) =>
        Assert.Equal(lines.Select(line => line[3..]), new Conversation().Say(lines).Lines);

    [Fact]
    public void A_part_is_forgotten_after_twelve_messages()
    {
        var conversation = new Conversation().Say("c: my card", "c: 40128888");
        for (var message = 0; message < ConversationWindow.Messages; message++)
        {
            Assert.Equal(8, conversation.Window.HeldDigits);
            conversation.Say("a: one moment");
        }

        Assert.Equal(0, conversation.Window.HeldDigits);
        Assert.Equal("88881881", conversation.Say("c: 88881881").Lines[^1]);
    }

    [Fact]
    public void What_a_process_has_masked_the_next_one_goes_on_masking()
    {
        var conversation = new Conversation().Say("a: card number?", "c: 4012", "c: 8888");

        conversation.TakeOver().Say("c: 8888", "a: mhm").TakeOver().Say("c: 1881");

        Assert.Equal(["****", "****", "****", "mhm", "****"], conversation.Lines.Skip(1));
        Assert.False(conversation.Window.IsMasking);
    }

    [Fact]
    public void What_was_not_masked_yet_the_next_process_reads_again()
    {
        var conversation = new Conversation().Say("a: card number?", "c: 4012").TakeOver();

        Assert.Equal(4, conversation.Window.HeldDigits);
        Assert.Equal(["****", "************"], conversation.Say("c: 888888881881").Lines.Skip(1));
    }

    [Fact]
    public void A_masked_code_before_a_take_over_is_no_part()
    {
        var conversation = new Conversation().Say("a: cvv please", "c: 123").TakeOver();

        Assert.Equal("12 minutes", conversation.Say("c: 12 minutes").Lines[^1]);
    }

    [Fact]
    public void A_number_that_a_policy_lets_through_hides_nothing()
    {
        var options = new RedactionOptions { AllowUnmaskedCardNumbers = true };
        options.Kinds[RedactionKind.CardNumber] = RedactionAction.Flag;
        var conversation = new Conversation(new RedactionPipeline(options));

        conversation.Say("c: my card", "c: 40128888", "c: 88881881");

        Assert.Equal(["my card", "40128888", "88881881"], conversation.Lines);
    }

    [Fact]
    public void Without_the_rule_nothing_is_joined()
    {
        var conversation = new Conversation(new RedactionPipeline(new CardNumberRule()));

        Assert.Equal("88881881", conversation.Say("c: my card", "c: 40128888", "c: 88881881").Lines[^1]);
    }

    [Fact]
    public void Looking_changes_nothing()
    {
        var window = new ConversationWindow();
        var (customer, text) = (Actor.Customer("ana"), "my card starts with 4012");

        for (var look = 0; look < 3; look++)
        {
            Assert.False(window.Look(text, customer).IsAboutCards);
        }

        Assert.True(window.IsIdle);
    }

    [Fact]
    public void A_message_that_is_committed_twice_counts_once()
    {
        var window = new ConversationWindow();
        var customer = Actor.Customer("ana");
        for (var attempt = 0; attempt < 2; attempt++)
        {
            var glance = window.Look("4012", customer);
            window.Advance(glance, "4012", new Said(customer, 1), new RedactionPipeline().Redact("4012").Text);
        }

        Assert.Equal(4, window.HeldDigits);
    }
}
