using ContactCenter.Agents;

namespace ContactCenter.Journals;

/// <summary>What happens to agents beside their availability.</summary>
internal static partial class EventCodec
{
    private static void WriteTurn(RecordWriter to, AgentEvent happened)
    {
        if (happened is AgentHeld held)
        {
            to.Byte((byte)EventKind.AgentHeld);
            to.Text(held.Agent.Value);
            to.Text(held.Queue.Value);
        }
        else
        {
            to.Byte((byte)EventKind.AgentLetGo);
            to.Text(happened.Agent.Value);
        }
    }
}
