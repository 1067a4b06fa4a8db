namespace ContactCenter;

/// <summary>
/// Something that must happen outside: pending in the state until its answer is in the log, so that it is carried out
/// again after a crash.
/// </summary>
internal abstract record Effect(long Number);
