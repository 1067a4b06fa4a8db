using ContactCenter.Routing;

namespace ContactCenter.Floors;

/// <summary>What is wrong with the rules by which contacts are classified.</summary>
internal static partial class ConfigurationFaults
{
    private static IEnumerable<string> Classifications(FloorConfiguration configuration)
    {
        var queues = Names(configuration.Queues.Select(queue => queue.Name));
        foreach (var name in Twice(configuration.Classifications.Select(one => one.Name)))
        {
            yield return $"classification {name} is there twice";
        }

        if (configuration.Classifications.Length > ClassificationProfile.Most)
        {
            yield return $"{configuration.Classifications.Length} classifications are more than "
                + $"{ClassificationProfile.Most}";
        }

        foreach (var one in configuration.Classifications)
        {
            if (!Identifier.IsValid(one.Name))
            {
                yield return $"classification '{one.Name}' is no name";
            }

            foreach (var fault in Faults(one.Policy, queues))
            {
                yield return $"classification {one.Name}: {fault}";
            }
        }
    }

    private static IEnumerable<string> Faults(ClassificationPolicy policy, HashSet<string> queues)
    {
        if (policy.FallbackQueue is { } fallback && !queues.Contains(fallback))
        {
            yield return $"it falls back to queue '{fallback}', which is not there";
        }

        if (policy.Rules.Length > ClassificationPolicy.MostRules)
        {
            yield return $"{policy.Rules.Length} rules are more than {ClassificationPolicy.MostRules}";
        }

        var asked = policy.Rules.Sum(rule => rule.Requirements.Length + rule.AgentMatches.Length);
        if (asked > Classifier.MostRequirements)
        {
            yield return $"{asked} requirements are more than {Classifier.MostRequirements}";
        }

        foreach (var rule in policy.Rules)
        {
            if (rule.Queue is { } queue && !queues.Contains(queue) && policy.FallbackQueue is null)
            {
                yield return $"it names queue '{queue}', which is not there, and has none to fall back to";
            }

            foreach (var fault in rule.Faults())
            {
                yield return fault;
            }
        }
    }
}
