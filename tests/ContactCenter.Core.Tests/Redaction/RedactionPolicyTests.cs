using ContactCenter.Redaction;

namespace ContactCenter.Tests.Redaction;

public sealed class RedactionPolicyTests
{
    private const string Card = "card 4111 1111 1111 1111";
    private const string Phone = "call me: +82 10-9123-4567";

    private static readonly RedactionContext FromAgent =
        new() { Direction = RedactionDirection.Outbound, Author = ActorKind.Agent, Queue = "cards" };

    [Theory]
    [InlineData("cvv 123", "security-code")]
    [InlineData("expires 12/27", "card-expiry")]
    [InlineData("my pin is 4821", "pin")]
    [InlineData(";4111111111111111=27121011234567890?", "track-2")]
    [InlineData("%B4111111111111111^DOE/JANE^27121011234?", "track-1")]
    [InlineData("card number 4111 1111 1111 1112", "suspected-card-number")]
    public void What_goes_with_a_card_is_masked_by_default(string text, string kind) =>
        Assert.Equal(kind, Assert.Single(new RedactionPipeline().Redact(text).Text.Findings).Kind.Code);

    [Theory]
    [InlineData("DE89 3704 0044 0532 0130 00")]
    [InlineData(Phone)]
    [InlineData("write to ana@example.com")]
    public void Personal_data_is_looked_for_where_it_is_asked_for(string text)
    {
        Assert.True(new RedactionPipeline().Redact(text).IsClean);
        Assert.False(new RedactionPipeline(new RedactionOptions { PersonalData = true }).Redact(text).IsClean);
    }

    [Fact]
    public void A_kind_that_is_named_is_looked_for()
    {
        var pipeline = With(options => options.Kinds[RedactionKind.PhoneNumber] = RedactionAction.Drop);

        Assert.Equal([RedactionKind.PhoneNumber], pipeline.Redact(Phone).DroppedKinds);
        Assert.True(pipeline.Redact("write to ana@example.com").IsClean);
        Assert.Equal("card 411111******1111", pipeline.Redact(Card).Text.Text);
    }

    [Fact]
    public void The_policy_that_names_most_decides()
    {
        var pipeline = With(options =>
        {
            options.Mode = RedactionMode.Drop;
            options.Policies.Add(new() { Direction = RedactionDirection.Outbound, Action = RedactionAction.Block });
            options.Policies.Add(new() { Author = ActorKind.Agent, Action = RedactionAction.Redact });
            options.Policies.Add(new() { Queue = "loans", Action = RedactionAction.Drop });
            options.Kinds[RedactionKind.PhoneNumber] = RedactionAction.Flag;
            options.Policies.Add(new()
            {
                Kind = RedactionKind.PhoneNumber,
                Author = ActorKind.Bot,
                Action = RedactionAction.Pass,
            });
        });
        var outbound = new RedactionContext { Direction = RedactionDirection.Outbound };

        Assert.Equal(RedactionVerdict.Dropped, pipeline.Redact(Card).Verdict);
        Assert.False(pipeline.Redact(Card).IsBlocked);
        Assert.True(pipeline.Redact(Card, outbound).IsBlocked);
        Assert.Equal(RedactionVerdict.Passed, pipeline.Redact(Card, FromAgent).Verdict);
        Assert.False(pipeline.Redact(Card, FromAgent with { Queue = "loans" }).IsBlocked);
        Assert.Equal(RedactionVerdict.Dropped, pipeline.Redact(Card, FromAgent with { Queue = "loans" }).Verdict);
        Assert.Single(pipeline.Redact(Phone, FromAgent with { Queue = "loans" }).Text.Unmasked);
        Assert.Empty(pipeline.Redact(Phone, outbound with { Author = ActorKind.Bot }).Text.Unmasked);
    }

    [Fact]
    public void An_inbound_text_of_nobody_in_particular_is_the_customers()
    {
        var pipeline = With(options => options.Policies.Add(
            new() { Author = ActorKind.Customer, Action = RedactionAction.Block }));

        Assert.True(pipeline.Redact(Card).IsBlocked);
        Assert.False(pipeline.Redact(Card, new() { Direction = RedactionDirection.Outbound }).IsBlocked);
    }

    [Fact]
    public void What_is_flagged_stays_and_is_reported_where_it_now_stands()
    {
        var pipeline = With(options => options.Kinds[RedactionKind.PhoneNumber] = RedactionAction.Flag);

        var text = pipeline.Redact(Card + ", " + Phone).Text;

        Assert.Equal("card 411111******1111, " + Phone, text.Text);
        var flagged = Assert.Single(text.Unmasked);
        Assert.Equal((RedactionKind.PhoneNumber, RedactionAction.Flag), (flagged.Kind, flagged.Action));
        Assert.Equal("+82 10-9123-4567", text.Text.Substring(flagged.Start, flagged.Length));
        Assert.Equal(3, flagged.SourceStart - flagged.Start);
        Assert.Same(text.Text, pipeline.Redact(text.Text).Text.Text);
        Assert.True(pipeline.Redact(Phone).IsClean);
    }

    [Fact]
    public void A_text_is_refused_for_the_kinds_that_refuse_it_alone()
    {
        var pipeline = With(options => options.Kinds[RedactionKind.SecurityCode] = RedactionAction.Block);

        var result = pipeline.Redact(Card + " cvv 123");

        var reason = Assert.Single(result.DroppedFor);
        Assert.Equal((RedactionKind.SecurityCode, RedactionAction.Block), (reason.Kind, reason.Action));
        Assert.Equal((29, 3), (reason.Start, reason.Length));
        Assert.True(result.IsBlocked);
    }

    [Fact]
    public void A_doubtful_finding_is_flagged_by_a_balanced_floor_and_a_sure_one_masked()
    {
        var balanced = With(options => options.Preset = RedactionPreset.Balanced);
        const string Suspected = "card number 4111 1111 1111 1112";

        Assert.Equal("card 411111******1111", balanced.Redact(Card).Text.Text);
        Assert.Same(Suspected, balanced.Redact(Suspected).Text.Text);
        Assert.Equal(RedactionKind.SuspectedCardNumber, balanced.Redact(Suspected).Text.Unmasked[0].Kind);
        Assert.Single(balanced.Redact("expires 12/27").Text.Unmasked);
        Assert.Equal("411111******1111 exp *****", balanced.Redact("4111111111111111 exp 12/27").Text.Text);
        Assert.Equal("cvv ***", balanced.Redact("cvv 123").Text.Text);
        Assert.Equal(["preset:balanced"], balanced.Concessions);
        Assert.False(With(options =>
        {
            options.Preset = RedactionPreset.Balanced;
            options.Kinds[RedactionKind.SuspectedCardNumber] = RedactionAction.Redact;
        }).Redact(Suspected).IsClean);
    }

    [Fact]
    public void Card_numbers_are_left_unmasked_only_by_whoever_says_so_twice()
    {
        void Flag(RedactionOptions options) => options.Kinds[RedactionKind.CardNumber] = RedactionAction.Flag;

        Assert.Contains(
            "AllowUnmaskedCardNumbers",
            Assert.Throws<ArgumentException>(() => With(Flag)).Message,
            StringComparison.Ordinal);
        var open = With(options =>
        {
            Flag(options);
            options.AllowUnmaskedCardNumbers = true;
        });

        Assert.Same(Card, open.Redact(Card).Text.Text);
        Assert.Equal(["flag:card-number"], open.Concessions);
        Assert.Equal(
            ["pass:card-expiry"],
            With(options => options.Kinds[RedactionKind.CardExpiry] = RedactionAction.Pass).Concessions);
    }

    [Fact]
    public void All_faults_of_the_options_are_told_at_once()
    {
        var options = new RedactionOptions { WorkPerCharacter = 1, Preset = (RedactionPreset)9 };
        options.Kinds[RedactionKind.Custom("loyalty")] = RedactionAction.Drop;
        options.Kinds[RedactionKind.SecurityCode] = RedactionAction.Pass;
        options.Policies.Add(new() { Queue = "q", Action = RedactionAction.Flag });
        options.Policies.Add(new() { Kind = RedactionKind.SecurityCode, Action = RedactionAction.Drop });
        options.Masks[RedactionKind.Pin] = MaskFormat.LastFour;
        options.Masks[RedactionKind.SuspectedCardNumber] = MaskFormat.LastFour;
        options.Replacers[RedactionKind.TrackTwo] = new Token("x");
        options.Allow(RedactionKind.Pin, "Order", _ => true);

        var told = Assert.Throws<ArgumentException>(() => new RedactionPipeline(options)).Message;

        Assert.All(
            [
                "WorkPerCharacter is 1, not 8 to 4096",
                "Preset is no member of its enumeration",
                "loyalty: no rule finds it",
                "security-code: it is erased, no policy may Pass it",
                "a policy for every kind may not Flag: name the kinds",
                "security-code: 2 policies name the same",
                "pin: it is erased or labelled, never shown in part",
                "card-number, suspected-card-number: one truncation for both",
                "track-2: it is erased, nothing replaces it",
                "pin: an allowance is named in kebab-case",
                "pin: it is erased, nothing allows it",
            ],
            fault => Assert.Contains(fault, told, StringComparison.Ordinal));
    }

    private static RedactionPipeline With(Action<RedactionOptions> configure)
    {
        var options = new RedactionOptions();
        configure(options);
        return new RedactionPipeline(options);
    }
}
