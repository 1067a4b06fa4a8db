namespace ContactCenter.Runtime;

/// <summary>What redaction has found since the floor was started: drift shows in how the figures move.</summary>
/// <param name="Since">When it began to count.</param>
/// <param name="Texts">
/// How many texts it has judged, whether or not the floor took them: what is said, written beside chats or given as a
/// reason, names and addresses, names of files, answers of the bot, predefined responses, what other sources of history
/// tell, and what is masked in files. A text that is read anew is judged anew.
/// </param>
/// <param name="Late">How many texts were refused because rules of the host's were not done in time.</param>
/// <param name="Rules">One for each rule of the floor, in the order that settles ties.</param>
/// <remarks>
/// Counted in memory: they begin anew with every start. What scanners find in attachments is told by what becomes of
/// the files. Immutable, safe for any thread.
/// </remarks>
public sealed record RedactionCounters(
    DateTimeOffset Since, long Texts, long Late, IReadOnlyList<RuleCounter> Rules);
