using System.Globalization;
using ContactCenter.Tests.Canaries;

namespace ContactCenter.Sqlite.Tests.Kills;

/// <summary>
/// What one customer's lane asks next of the floor: to begin a contact, to say something in it, to end it. What is said
/// follows from the place alone, so that it can be asked again, and looked for, by anybody.
/// </summary>
/// <param name="Lane">Whose turn.</param>
/// <param name="Number">How many there were in this lane.</param>
/// <param name="Id">The command id: a retry has the same.</param>
/// <param name="Chat">The contact; none while it has not begun.</param>
/// <param name="Agent">The agent who asks it; null for the customer.</param>
internal sealed record Step(int Lane, int Number, CommandId Id, ChatId? Chat, string? Agent)
{
    /// <summary>How many steps a contact has.</summary>
    internal const int OfContact = 10;

    internal bool Begins => Number % OfContact == 0;

    internal bool Ends => Number % OfContact == OfContact - 1;

    internal bool Says => !Begins && !Ends;

    internal string Customer => $"customer-{Lane}-{Number / OfContact}";

    /// <summary>People type into any field.</summary>
    internal string Name => $"Kim {Canaries.Numbers[Lane]}";

    internal Actor Who => Agent is null ? Actor.Customer(Customer) : Actor.Agent(Agent);

    /// <summary>What is said, up to where it may hold a card number.</summary>
    internal string Words => $"{Lane}/{Number}: thank you, and ";

    /// <summary>The card number that follows; null in most.</summary>
    internal string? Card => Number % 4 == 1
        ? Canaries.Forms[Number % Canaries.Forms.Count](Canaries.Numbers[(Lane + Number) % Canaries.Numbers.Count])
        : null;

    internal string Text => Words + (Card is null ? "that is all" : $"my card is {Card}");

    internal static Step Parse(ReadOnlySpan<string> words) => new(
        int.Parse(words[0], CultureInfo.InvariantCulture),
        int.Parse(words[1], CultureInfo.InvariantCulture),
        CommandId.Parse(words[2]),
        words[3] == "-" ? null : ChatId.Parse(words[3]),
        words[4] == "-" ? null : words[4]);

    public override string ToString() => $"{Lane} {Number} {Id} {Chat?.ToString() ?? "-"} {Agent ?? "-"}";
}
