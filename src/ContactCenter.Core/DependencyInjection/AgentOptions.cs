using ContactCenter.Agents;

namespace ContactCenter.DependencyInjection;

/// <summary>What a host says about an agent.</summary>
public sealed class AgentOptions
{
    /// <summary>What to call the agent.</summary>
    /// <value>Default: nothing; the id is shown.</value>
    public string? Name { get; set; }

    /// <summary>The queues the agent serves.</summary>
    public IList<string> Queues { get; } = [];

    /// <summary>How the channels share the agent.</summary>
    /// <value>Default: blended.</value>
    public MediaMode Media { get; set; }

    /// <summary>Chats at a time.</summary>
    /// <value>Default: 1. 0 to 5.</value>
    public int ChatCapacity { get; set; } = 1;

    /// <summary>Calls at a time.</summary>
    /// <value>Default: 0. 0 or 1.</value>
    public int VoiceCapacity { get; set; }

    /// <summary>E-mails at a time.</summary>
    /// <value>Default: 0. 0 to 5.</value>
    public int EmailCapacity { get; set; }

    /// <summary>Social messages at a time.</summary>
    /// <value>Default: 0. 0 to 5.</value>
    public int SocialCapacity { get; set; }

    /// <summary>The idle codes the agent may choose.</summary>
    /// <value>Default: none listed, which means all.</value>
    public IList<string> IdleCodes { get; } = [];

    /// <summary>Adds queues to those the agent serves.</summary>
    /// <param name="queues">Names of the floor's queues.</param>
    /// <returns>The same options, to go on with.</returns>
    public AgentOptions Serves(params ReadOnlySpan<string> queues)
    {
        foreach (var queue in queues)
        {
            Queues.Add(queue);
        }

        return this;
    }
}
