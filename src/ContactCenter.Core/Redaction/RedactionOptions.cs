namespace ContactCenter.Redaction;

/// <summary>How strict a pipeline is and what it does with what it finds.</summary>
/// <remarks>
/// <para>
/// What is done with a finding is one table: <see cref="Mode"/> is its last line, <see cref="OutboundMode"/> one for a
/// direction, <see cref="Kinds"/> one for each kind, and <see cref="Policies"/> have lines for everything else. The
/// line that names most decides (<see cref="RedactionPolicy"/>); what a preset does with doubtful findings comes after
/// the lines that name a kind and before those that do not.
/// </para>
/// <para>
/// Security codes, tracks, PINs and PIN blocks (<see cref="RedactionKind.MustErase"/>) are never passed, flagged, shown
/// in part or replaced. Read once, when the pipeline is built, which names every fault at once; later changes have no
/// effect on it.
/// </para>
/// </remarks>
public sealed class RedactionOptions
{
    /// <summary>What the built-in rules are, and what is done with doubtful findings.</summary>
    /// <value><see cref="RedactionPreset.PciStrict"/> by default.</value>
    public RedactionPreset Preset { get; set; }

    /// <summary>Whether personal data is looked for: accounts, documents, telephones, addresses.</summary>
    /// <value>
    /// <see langword="false"/> by default: only the kinds that <see cref="Kinds"/> or <see cref="Policies"/> name.
    /// </value>
    public bool PersonalData { get; set; }

    /// <summary>What happens to a message that holds something.</summary>
    /// <value><see cref="RedactionMode.Redact"/> by default.</value>
    public RedactionMode Mode { get; set; } = RedactionMode.Redact;

    /// <summary>The same for what leaves the contact centre, when it differs.</summary>
    /// <value><see langword="null"/> by default: as <see cref="Mode"/>.</value>
    public RedactionMode? OutboundMode { get; set; }

    /// <summary>What is done with one kind, wherever it is found.</summary>
    /// <value>Empty by default. A kind that no rule finds is refused.</value>
    public IDictionary<RedactionKind, RedactionAction> Kinds { get; } =
        new Dictionary<RedactionKind, RedactionAction>();

    /// <summary>What is done by kind, author, direction and queue.</summary>
    /// <value>Empty by default; at most 1,000.</value>
    public IList<RedactionPolicy> Policies { get; } = [];

    /// <summary>What stands where something was masked, by kind.</summary>
    /// <value>
    /// Empty by default: card numbers, suspected ones too, as <see cref="MaskFormat.FirstSixLastFour"/>, all else
    /// erased. Card numbers and suspected ones have one format, unless one of them is not shown at all: two truncations
    /// of one number tell more than one (PCI DSS 3.5.1.1).
    /// </value>
    public IDictionary<RedactionKind, MaskFormat> Masks { get; } = new Dictionary<RedactionKind, MaskFormat>();

    /// <summary>The host's own replacements, by kind, in place of a mask.</summary>
    /// <value>Empty by default.</value>
    public IDictionary<RedactionKind, IRedactionReplacer> Replacers { get; } =
        new Dictionary<RedactionKind, IRedactionReplacer>();

    /// <summary>
    /// Of which kinds a token stands in what is said, instead of a mask: the value is in the floor's vault, and comes
    /// out for whoever has the right and a purpose (<c>Redaction.RevealAsync</c>). Card numbers and personal data only.
    /// </summary>
    /// <value>
    /// Empty by default. Where there can be no token - in names, in files, in what is disguised or told in parts, in
    /// what the bot or a source of the host's says - it is erased. One who has tokens of card numbers shows no part of
    /// suspected ones either, nor the other way round.
    /// </value>
    public IList<RedactionKind> Tokens { get; } = [];

    /// <summary>How long a token can be revealed.</summary>
    /// <value>1 day by default; 1 minute to 400 days. It is destroyed earlier with what is kept of its contact.</value>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromDays(1);

    /// <summary>Whether a policy may flag or pass card numbers, which leaves them to be read and stored.</summary>
    /// <value>
    /// <see langword="false"/> by default: such a policy is refused. A floor that allows it logs so when it starts.
    /// </value>
    public bool AllowUnmaskedCardNumbers { get; set; }

    /// <summary>What becomes of a text that a rule could not judge.</summary>
    /// <value>
    /// <see cref="RuleFailureHandling.RefuseTheText"/> by default. A floor that chooses otherwise logs so when it
    /// starts and each time.
    /// </value>
    public RuleFailureHandling WhenRuleFails { get; set; }

    /// <summary>Findings below this confidence are ignored.</summary>
    /// <value>
    /// <see cref="Confidence.Medium"/> by default. <see cref="Confidence.Low"/> also masks numbers that look like a
    /// card number only by length and checksum.
    /// </value>
    public Confidence MinimumConfidence { get; set; } = Confidence.Medium;

    /// <summary>How much work one rule may do for each character of a text before it is stopped.</summary>
    /// <value>64 by default, 8 to 4,096. Every text has a further 4,096 units, so short ones are never tight.</value>
    public int WorkPerCharacter { get; set; } = 64;

    internal IList<Allowance> Allowances { get; } = [];

    /// <summary>Leaves what a validator of the host's knows: its own order numbers, by their check digit.</summary>
    /// <param name="kind">For findings of which kind. Of card numbers, see the remarks.</param>
    /// <param name="name">What it is called in findings; 1 to 64 characters in kebab-case.</param>
    /// <param name="validator">Says whether a value may stay. By a check, never by a list of shapes.</param>
    /// <returns>The same options, to go on with.</returns>
    /// <remarks>
    /// Under <see cref="RedactionPreset.PciStrict"/> a card number of <see cref="Confidence.High"/> is masked whatever
    /// a validator says; under <see cref="RedactionPreset.Balanced"/> it may stay. What was left so is reported under
    /// the name (<see cref="RedactedText.Unmasked"/>).
    /// </remarks>
    public RedactionOptions Allow(RedactionKind kind, string name, RedactionValidator validator)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(validator);
        Allowances.Add(new Allowance(kind, name, validator));
        return this;
    }

    /// <summary>The built-in rules that these options ask for, for a pipeline that has others beside them.</summary>
    /// <returns>New rules, card data before personal data.</returns>
    public IReadOnlyList<IRedactionRule> BuiltInRules() => Redaction.BuiltInRules.Of(this);

    internal bool Names(RedactionKind kind) =>
        Kinds.ContainsKey(kind) || Policies.Any(policy => policy?.Kind == kind);

    internal MaskFormat FormatOf(RedactionKind kind) =>
        Masks.TryGetValue(kind, out var format) ? format
        : Truncation.IsOfCards(kind) && !Tokens.Any(Truncation.IsOfCards) ? MaskFormat.FirstSixLastFour
        : MaskFormat.Erase;

    /// <summary>The whole table, in no order.</summary>
    internal IEnumerable<RedactionPolicy> AllPolicies()
    {
        var kinds = Kinds.Select(one => new RedactionPolicy { Kind = one.Key, Action = one.Value });
        RedactionPolicy[] modes = OutboundMode is { } outbound
            ? [new() { Direction = RedactionDirection.Outbound, Action = ActionOf(outbound) }]
            : [];
        return [.. Policies, .. kinds, .. modes, new() { Action = ActionOf(Mode) }];
    }

    private static RedactionAction ActionOf(RedactionMode mode) =>
        mode == RedactionMode.Drop ? RedactionAction.Drop : RedactionAction.Redact;
}
