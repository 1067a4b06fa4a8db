namespace ContactCenter.Statistics;

/// <summary>
/// Which part of a queue's contacts was answered soon enough, by the two definitions in use. They differ by the
/// contacts that were never answered, so a report has to say which one it shows.
/// </summary>
/// <param name="Threshold">
/// How soon is soon enough: at most this long in line. The queue's as it is now; contacts that were answered under
/// another one are counted by that.
/// </param>
/// <param name="OfOffered">
/// Answered in time ÷ offered (<c>sl20_offered</c> with a threshold of 20 s), the strict one: a contact that left
/// without an answer counts against it, except for short abandons where the queue leaves those out. Contacts that wait
/// still are in neither number. From 0 to 1; null where nothing was offered.
/// </param>
/// <param name="OfAnswered">
/// Answered in time ÷ answered (<c>sl20_answered</c>). From 0 to 1; null where nothing was answered.
/// </param>
/// <remarks>Immutable, safe for any thread.</remarks>
public sealed record ServiceLevel(TimeSpan Threshold, double? OfOffered, double? OfAnswered);
