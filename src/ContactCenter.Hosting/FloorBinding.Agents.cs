using ContactCenter.Agents;
using ContactCenter.DependencyInjection;

namespace ContactCenter.Hosting;

/// <summary>Reads what agents and supervisors may do, and how agents work.</summary>
internal static partial class FloorBinding
{
    private static void Bind(SectionReader section, AgentOptions agent) => section
        .Text(nameof(agent.Name), value => agent.Name = value)
        .Texts(nameof(agent.Queues), (_, queue) => agent.Queues.Add(queue))
        .Children(nameof(agent.Memberships), one => Bind(one, In(agent.Memberships, one.Key)))
        .Texts(nameof(agent.Attributes), (name, value) => agent.Attributes[name] = value)
        .Choice<MediaMode>(nameof(agent.Media), value => agent.Media = value)
        .Number(nameof(agent.ChatCapacity), value => agent.ChatCapacity = value)
        .Number(nameof(agent.VoiceCapacity), value => agent.VoiceCapacity = value)
        .Number(nameof(agent.EmailCapacity), value => agent.EmailCapacity = value)
        .Number(nameof(agent.SocialCapacity), value => agent.SocialCapacity = value)
        .Texts(nameof(agent.IdleCodes), (_, code) => agent.IdleCodes.Add(code))
        .Text(nameof(agent.Team), value => agent.Team = value)
        .Texts(nameof(agent.WrapUpReasons), (_, code) => agent.WrapUpReasons.Add(code))
        .Period(nameof(agent.AutoWrapUp), value => agent.AutoWrapUp = value)
        .Choice<ReachKind>(nameof(agent.TransferToQueues), value => agent.TransferToQueues = value)
        .Texts(nameof(agent.TransferQueues), (_, queue) => agent.TransferQueues.Add(queue))
        .Choice<ReachKind>(nameof(agent.TransferToAgents), value => agent.TransferToAgents = value)
        .Texts(nameof(agent.TransferTeams), (_, team) => agent.TransferTeams.Add(team))
        .Flag(nameof(agent.AutoAvailable), value => agent.AutoAvailable = value)
        .Flag(nameof(agent.AutoAccept), value => agent.AutoAccept = value)
        .Period(nameof(agent.InactivityLimit), value => agent.InactivityLimit = value)
        .Child(nameof(agent.Pace), pace => agent.Pace = Pace(pace))
        .Several(nameof(agent.BesideVoice), value => agent.BesideVoice = value)
        .Several(nameof(agent.BesideChat), value => agent.BesideChat = value)
        .Several(nameof(agent.BesideEmail), value => agent.BesideEmail = value)
        .Several(nameof(agent.BesideSocial), value => agent.BesideSocial = value)
        .Several(nameof(agent.Interruptible), value => agent.Interruptible = value)
        .Several(nameof(agent.InterruptedBy), value => agent.InterruptedBy = value)
        .Child(nameof(agent.Turns), turns => agent.Turns = Turns(turns, agent.Turns ?? new()))
        .End();

    private static AgentPace Pace(SectionReader section)
    {
        var pace = new AgentPace();
        section
            .Number(nameof(pace.Contacts), value => pace = pace with { Contacts = value })
            .Period(nameof(pace.Within), value => pace = pace with { Within = value })
            .End();
        return pace;
    }

    private static void Bind(SectionReader section, MembershipOptions membership) => section
        .Number(nameof(membership.Rank), value => membership.Rank = value)
        .Period(nameof(membership.Delay), value => membership.Delay = value)
        .Number(nameof(membership.Tier), value => membership.Tier = value)
        .Number(nameof(membership.Weight), value => membership.Weight = value)
        .Number(nameof(membership.Position), value => membership.Position = value)
        .End();

    private static void Bind(SectionReader section, TeamOptions team) => section
        .Text(nameof(team.Site), value => team.Site = value)
        .Child(nameof(team.Media), media => team.Media = Media(media))
        .End();

    private static void Bind(SectionReader section, SiteOptions site) => section
        .Child(nameof(site.Media), media => site.Media = Media(media))
        .End();

    private static void Bind(SectionReader section, SupervisorOptions supervisor)
    {
        var rights = default(SupervisorRights?);
        section
            .Texts(nameof(supervisor.Teams), (_, team) => supervisor.Teams.Add(team))
            .Choices<SupervisorRights>(
                nameof(supervisor.Rights), value => rights = (rights ?? SupervisorRights.None) | value)
            .End();
        supervisor.Rights = rights ?? supervisor.Rights;
    }
}
