using ContactCenter.Floors;

namespace ContactCenter.Runtime;

/// <summary>
/// What a caller is told once the log holds it: refused, or the reply and the position it is durable at.
/// </summary>
/// <param name="IsNew">This very command did it, and not one before under the same id.</param>
internal readonly record struct Answer(Rejection? Rejection, Reply Reply, long Sequence, bool IsNew = false);
