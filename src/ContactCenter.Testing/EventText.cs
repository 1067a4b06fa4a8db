using System.Collections.Concurrent;
using System.Text;
using ContactCenter.Chats;
using ContactCenter.Customers;
using ContactCenter.Floors;

namespace ContactCenter.Testing;

/// <summary>Events by name and in words, and whether two say the same.</summary>
internal static class EventText
{
    private static readonly ConcurrentDictionary<Type, string> Names = new();

    /// <summary>The kind of an event in kebab-case: <c>offer-closed</c>.</summary>
    internal static string NameOf(Event happened) => NameOf(happened.GetType());

    /// <summary>The same of a type of event.</summary>
    internal static string NameOf(Type kind) => Names.GetOrAdd(kind, Spell);

    private static string Spell(Type kind)
    {
        var name = new StringBuilder();
        foreach (var unit in kind.Name)
        {
            if (char.IsUpper(unit) && name.Length > 0)
            {
                name.Append('-');
            }

            name.Append(char.ToLowerInvariant(unit));
        }

        return name.ToString();
    }

    /// <summary>An event in words; of a configuration its name only, for it would drown the rest.</summary>
    internal static string Of(Event happened) => happened switch
    {
        WrapUpCompleted e => $"{e} [{string.Join(", ", e.Reasons)}]",
        ContactCancelled e => $"{e} [{string.Join(", ", e.Reasons)}]",
        ContactsErased e => $"{e} [{string.Join(", ", e.Chats)}]",
        FloorConfigured e => $"{nameof(FloorConfigured)} {{ Hash = {e.Hash} }}",
        ConfigurationEdited e => $"{nameof(ConfigurationEdited)} {{ {e.Edit.Kind} {e.Edit.Name}, Hash = {e.Hash} }}",
        _ => happened.ToString(),
    };

    /// <summary>
    /// Equality by value, lists included: a record that holds an array does not equal a copy of itself.
    /// </summary>
    /// <param name="one">What happened.</param>
    /// <param name="other">What happened as well.</param>
    /// <param name="form">What configurations are compared by; null for the form in which they are logged.</param>
    internal static bool Same(Event one, Event other, Func<FloorConfiguration, string>? form = null) =>
        (one, other) switch
        {
            (WrapUpCompleted a, WrapUpCompleted b) =>
                a with { Reasons = [] } == b with { Reasons = [] } && a.Reasons.SequenceEqual(b.Reasons),
            (ContactCancelled a, ContactCancelled b) =>
                a with { Reasons = [] } == b with { Reasons = [] } && a.Reasons.SequenceEqual(b.Reasons),
            (ContactsErased a, ContactsErased b) =>
                a with { Chats = [] } == b with { Chats = [] } && a.Chats.SequenceEqual(b.Chats),
            (FloorConfigured a, FloorConfigured b) =>
                a.Hash == b.Hash
                && (form ?? ConfigurationJson.Write)(a.Configuration)
                    == (form ?? ConfigurationJson.Write)(b.Configuration),
            (ConfigurationEdited a, ConfigurationEdited b) =>
                a.Hash == b.Hash && Fingerprint.Of(Asked(a.Edit)) == Fingerprint.Of(Asked(b.Edit)),
            _ => one == other,
        };

    private static EditConfiguration Asked(ConfigurationEdit edit) => new(Actor.Host, edit);

    /// <summary>Equality of one event after the other.</summary>
    internal static bool Same(
        IReadOnlyList<Event> some, IReadOnlyList<Event> others, Func<FloorConfiguration, string>? form = null)
    {
        var isSame = some.Count == others.Count;
        for (var index = 0; isSame && index < some.Count; index++)
        {
            isSame = Same(some[index], others[index], form);
        }

        return isSame;
    }
}
