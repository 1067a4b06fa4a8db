using ContactCenter.Floors;

namespace ContactCenter.Runtime;

/// <summary>
/// What a caller is told once the log holds it: refused, or the reply and the position it is durable at.
/// </summary>
internal readonly record struct Answer(Rejection? Rejection, Reply Reply, long Sequence);
