using ContactCenter.Attachments;
using ContactCenter.Chats;

namespace ContactCenter.Testing;

/// <summary>Who is on a floor that is walked through.</summary>
internal static class Cast
{
    internal static readonly AgentId Mina = "mina";
    internal static readonly AgentId Noor = "noor";
    internal static readonly AgentId[] Agents = [Mina, Noor];
    internal static readonly Actor Ana = Actor.Customer("ana");
    internal static readonly Actor Boss = Actor.Supervisor("boss");
    internal static readonly Actor[] Everybody =
        [Actor.Agent(Mina), Actor.Agent(Noor), Ana, Boss, Actor.Host, Actor.Customer("eve"), Actor.System];

    internal static readonly QueueName Queue = "chat";
    internal static readonly Body Words = Specification.Body("hello");

    internal static readonly SentFile File = new(default, Specification.Text("statement.pdf"), "pdf", 1_000);

    internal static int IndexOf(AgentId agent) => agent == Mina ? 0 : 1;
}
