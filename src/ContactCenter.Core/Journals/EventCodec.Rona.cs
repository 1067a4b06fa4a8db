using ContactCenter.Agents;

namespace ContactCenter.Journals;

/// <summary>Writes the fields of what agents have let pass.</summary>
internal static partial class EventCodec
{
    private static void WriteRona(RecordWriter to, AgentEvent happened)
    {
        switch (happened)
        {
            case RonaCounted e:
                to.Byte((byte)EventKind.RonaCounted);
                to.Text(e.Agent.Value);
                to.Byte((byte)e.Cause);
                to.Number(e.Count);
                to.Byte((byte)e.Consequence);
                to.Instant(e.Until);
                to.Number(e.Channel is { } stopped ? (int)stopped : -1);
                break;
            case CoolOffEnded e:
                to.Byte((byte)EventKind.CoolOffEnded);
                to.Text(e.Agent.Value);
                to.Number(e.Channel is { } channel ? (int)channel : -1);
                to.Actor(e.By);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(happened), happened, "An event without a form.");
        }
    }
}
