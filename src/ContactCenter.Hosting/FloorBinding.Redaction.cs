using ContactCenter.Redaction;

namespace ContactCenter.Hosting;

internal static partial class FloorBinding
{
    private static void Bind(SectionReader section, RedactionOptions redaction) => section
        .Choice<RedactionPreset>(nameof(redaction.Preset), value => redaction.Preset = value)
        .Flag(nameof(redaction.PersonalData), value => redaction.PersonalData = value)
        .Choice<RedactionMode>(nameof(redaction.Mode), value => redaction.Mode = value)
        .Choice<RedactionMode>(nameof(redaction.OutboundMode), value => redaction.OutboundMode = value)
        .Kinds<RedactionAction>(nameof(redaction.Kinds), (kind, value) => redaction.Kinds[kind] = value)
        .Children(nameof(redaction.Policies), policy => Bind(policy, redaction.Policies))
        .Kinds<MaskFormat>(nameof(redaction.Masks), (kind, value) => redaction.Masks[kind] = value)
        .Kinds(nameof(redaction.Tokens), redaction.Tokens.Add)
        .Period(nameof(redaction.TokenLifetime), value => redaction.TokenLifetime = value)
        .Flag(nameof(redaction.AllowUnmaskedCardNumbers), value => redaction.AllowUnmaskedCardNumbers = value)
        .Choice<RuleFailureHandling>(nameof(redaction.WhenRuleFails), value => redaction.WhenRuleFails = value)
        .Choice<Confidence>(nameof(redaction.MinimumConfidence), value => redaction.MinimumConfidence = value)
        .Number(nameof(redaction.WorkPerCharacter), value => redaction.WorkPerCharacter = value)
        .End();

    private static void Bind(SectionReader section, IList<RedactionPolicy> policies)
    {
        var policy = new RedactionPolicy();
        var faults = section.FaultCount;
        section
            .Kind(nameof(policy.Kind), value => policy = policy with { Kind = value })
            .Choice<RedactionDirection>(nameof(policy.Direction), value => policy = policy with { Direction = value })
            .Choice<ActorKind>(nameof(policy.Author), value => policy = policy with { Author = value })
            .Queue(nameof(policy.Queue), value => policy = policy with { Queue = value })
            .Choice<RedactionAction>(nameof(policy.Action), value => policy = policy with { Action = value })
            .End();

        // Without what cannot be read it would be another policy, with faults of its own.
        if (section.FaultCount == faults)
        {
            policies.Add(policy);
        }
    }
}
