using ContactCenter.Agents;

namespace ContactCenter.DependencyInjection;

/// <summary>How many contacts of which channels an agent takes, where a host says it of the agent alone.</summary>
internal static partial class FloorBlueprint
{
    /// <summary>The agent's own profile, once anything of it is set; null for the team's or the site's.</summary>
    private static MediaProfile? MediaOf(AgentOptions agent)
    {
        var isOwn = (agent.Media ?? agent.Turns ?? agent.Interruptible ?? agent.InterruptedBy as object) is not null
            || (agent.ChatCapacity ?? agent.VoiceCapacity ?? agent.EmailCapacity ?? agent.SocialCapacity) is not null
            || (agent.BesideVoice ?? agent.BesideChat ?? agent.BesideEmail ?? agent.BesideSocial) is not null;
        return !isOwn ? null : new MediaProfile
        {
            Mode = agent.Media ?? MediaMode.Blended,
            Voice = agent.VoiceCapacity ?? 0,
            Chat = agent.ChatCapacity ?? 1,
            Email = agent.EmailCapacity ?? 0,
            Social = agent.SocialCapacity ?? 0,
            BesideVoice = agent.BesideVoice ?? Channels.All,
            BesideChat = agent.BesideChat ?? Channels.All,
            BesideEmail = agent.BesideEmail ?? Channels.All,
            BesideSocial = agent.BesideSocial ?? Channels.All,
            Turns = agent.Turns,
            Interruptible = agent.Interruptible ?? Channels.None,
            InterruptedBy = agent.InterruptedBy ?? Channels.None,
        };
    }
}
