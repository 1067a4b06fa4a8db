using System.Globalization;
using ContactCenter;

namespace ConsoleHost.Play;

/// <summary>What is told about a play: a table for people, and one line for programs.</summary>
internal static class PlayReport
{
    private static readonly Dictionary<string, string> OwnReasons = new(StringComparer.Ordinal)
    {
        [BotPart.NotAsked] = "The bot speaks first and after its customer, at no other time.",
        [BotPart.NotHeard] = "The bot's text was refused, so the chat went to its queue.",
    };

    internal static IEnumerable<string> Table(Tally tally, TimeSpan floorTime, TimeSpan wallTime)
    {
        yield return Row("chats", $"{tally.Chats:N0} begun, {tally.Completed:N0} wrapped up");
        yield return Row("messages", $"{tally.Messages:N0} read back, {tally.Redacted:N0} of them masked");
        yield return Row(string.Empty, $"{tally.Retried:N0} sent twice with one command id");
        if (tally.Joined + tally.LeftOut > 0)
        {
            yield return Row(string.Empty, $"{tally.Joined:N0} of the bot joined to the one before");
            yield return Row(string.Empty, $"{tally.LeftOut:N0} of the bot left out: an agent had come");
        }

        foreach (var (code, count) in tally.Refused)
        {
            var reason = Rejections.All.FirstOrDefault(one => one.Code == code)?.Reason ?? OwnReasons[code];
            yield return Row(string.Empty, $"{count:N0} not sent, {code}: {reason}");
        }

        yield return Row("faults", $"{tally.Lost} lost, {tally.Duplicated} twice, {tally.OutOfOrder} out of order");
        yield return Row("offers", $"{tally.Offers:N0} made, {tally.Missed:N0} missed");
        yield return Row("wait", $"{Seconds(tally.WaitPercentile(50))} p50, {Seconds(tally.WaitPercentile(99))} p99");
        yield return Row("time", $"{floorTime:d\\.hh\\:mm\\:ss} on the floor, {wallTime.TotalSeconds:N1} s here");
    }

    internal static string Line(Tally tally) => string.Create(
        CultureInfo.InvariantCulture,
        $"chats={tally.Chats} completed={tally.Completed} messages={tally.Messages} redacted={tally.Redacted} "
        + $"offers={tally.Offers} rona={tally.Missed} lost={tally.Lost} duplicated={tally.Duplicated} "
        + $"p50_wait_ms={tally.WaitPercentile(50)} p99_wait_ms={tally.WaitPercentile(99)}");

    private static string Row(string name, FormattableString value) =>
        $"{name,-10}{value.ToString(CultureInfo.InvariantCulture)}";

    private static string Seconds(long milliseconds) =>
        string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 1_000.0:N1} s");
}
