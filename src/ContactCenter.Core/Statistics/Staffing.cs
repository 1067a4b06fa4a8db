namespace ContactCenter.Statistics;

/// <summary>Who is there for a queue now. An agent who serves several queues is counted for each of them.</summary>
/// <param name="Serving">Agents who serve the queue, at work or not.</param>
/// <param name="SignedIn">Of those, at work.</param>
/// <param name="Available">Of those, available for the queue's channel, with room or without.</param>
/// <param name="Free">Of those, with room for one more contact of the channel, and offers not withheld.</param>
/// <param name="Idle">Signed in and idle, or with this channel paused.</param>
/// <param name="Rona">Signed in and out of rotation because they missed an offer.</param>
/// <param name="Engaged">Signed in with a contact in hand, of whatever queue; counted beside the others.</param>
/// <remarks>Immutable, safe for any thread.</remarks>
public sealed record Staffing(
    int Serving, int SignedIn, int Available, int Free, int Idle, int Rona, int Engaged);
