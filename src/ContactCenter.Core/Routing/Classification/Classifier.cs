using System.Collections.Immutable;

namespace ContactCenter.Routing;

/// <summary>What the rules have come to for a contact.</summary>
/// <param name="Queue">Its queue; null where no rule has found one and there is no fallback.</param>
/// <param name="Priority">How urgent it is; null where no rule says so.</param>
/// <param name="Requirements">What its agent must be.</param>
internal sealed record Classified(
    string? Queue, int? Priority, ImmutableArray<(Requirement Requirement, TimeSpan? For)> Requirements);

/// <summary>A policy whose texts have been read.</summary>
internal sealed class Classifier
{
    internal const int MostRequirements = 20;

    private readonly string? _fallback;
    private readonly Rule[] _rules;

    /// <param name="policy">One without faults.</param>
    internal Classifier(ClassificationPolicy policy)
    {
        _fallback = policy.FallbackQueue;
        _rules = [.. policy.Rules.Select(rule => new Rule(
            rule,
            rule.When is null ? null : Requirement.Parse(rule.When),
            rule.QueueLabels is null ? null : Requirement.Parse(rule.QueueLabels),
            [.. rule.Requirements.Select(one => (Requirement.Parse(one.Text), one.For))]))];
        AsksForAgents = policy.Rules.Any(rule => rule.Requirements.Length + rule.AgentMatches.Length > 0);
    }

    /// <summary>Some rule says what agents must be: what one said before no longer counts.</summary>
    internal bool AsksForAgents { get; }

    /// <summary>What the rules come to.</summary>
    /// <param name="contact">What is said of the contact.</param>
    /// <param name="queues">The queues that are there, in order, and what is said of them.</param>
    internal Classified Classify(AttributeBag contact, IReadOnlyCollection<(string Name, AttributeBag Labels)> queues)
    {
        var (named, priority) = (default(string?), default(int?));
        var labels = new List<Requirement>();
        var requirements = ImmutableArray.CreateBuilder<(Requirement, TimeSpan?)>();
        foreach (var (rule, when, ofQueue, ofAgent) in _rules)
        {
            if (when?.Matches(contact) == false)
            {
                continue;
            }

            named ??= queues.Any(queue => queue.Name == rule.Queue) ? rule.Queue : null;
            priority ??= rule.Priority;
            if (ofQueue is not null)
            {
                labels.Add(ofQueue);
            }

            labels.AddRange(Passed(rule.QueueMatches, contact));
            requirements.AddRange(ofAgent);
            requirements.AddRange(Passed(rule.AgentMatches, contact).Select(one => (one, default(TimeSpan?))));
        }

        return new Classified(
            named ?? Labelled(labels, queues) ?? queues.FirstOrDefault(queue => queue.Name == _fallback).Name,
            priority,
            requirements.ToImmutable());
    }

    private static string? Labelled(
        List<Requirement> labels, IReadOnlyCollection<(string Name, AttributeBag Labels)> queues) =>
        labels.Count == 0
            ? null
            : queues.FirstOrDefault(queue => labels.TrueForAll(label => label.Matches(queue.Labels))).Name;

    private static IEnumerable<Requirement> Passed(ImmutableArray<string> names, AttributeBag contact)
    {
        foreach (var name in names)
        {
            if (contact.TryGet(name, out var value))
            {
                yield return Requirement.That(name, value);
            }
        }
    }

    private sealed record Rule(
        ClassificationRule Said,
        Requirement? When,
        Requirement? OfQueue,
        ImmutableArray<(Requirement, TimeSpan?)> OfAgent);
}
