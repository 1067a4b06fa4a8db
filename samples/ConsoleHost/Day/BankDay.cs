using ConsoleHost.Screens;
using ContactCenter;
using ContactCenter.Responses;
using ContactCenter.Runtime;

namespace ConsoleHost.Day;

/// <summary>
/// A morning at the bank, told in verbs. It only does what people do; what they see of it is on their screens.
/// </summary>
internal sealed partial class BankDay(FloorHost floor, TimeProvider time, ScreenWall screens)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly QueueName Cards = "cards";
    private static readonly QueueName Loans = "loans";
    private static readonly AgentId Mina = "mina";
    private static readonly AgentId Jun = "jun";
    private static readonly AgentId Kai = "kai";
    private static readonly AgentId Sora = "sora";
    private static readonly CustomerId Ada = "c-77";
    private static readonly CustomerId Bo = "c-78";

    /// <summary>Who looks on.</summary>
    internal static Party[] Parties { get; } =
    [
        new(Actor.Customer(Ada), "Ada"),
        new(Actor.Customer(Bo), "Bo"),
        new(Actor.Agent(Mina), "Mina", HasButtons: true),
        new(Actor.Agent(Jun), "Jun", HasButtons: true),
        new(Actor.Agent(Kai), "Kai", HasButtons: true),
        new(Actor.Supervisor(Sora), "Sora"),
    ];

    /// <summary>What agents need not type.</summary>
    internal static PredefinedResponse[] Responses { get; } =
    [
        new()
        {
            Id = "courier-missed",
            Title = "Courier: nobody at home",
            Text = "Do not worry, {customer.name}: if nobody opens, the courier comes again the day after.",
        },
        new()
        {
            Id = "courier-papers",
            Title = "Courier: what to have ready",
            Text = "Please have your passport ready, {customer.name}.",
        },
    ];

    /// <summary>Plays the day to its end, or until Ctrl+C.</summary>
    internal async Task PlayAsync(CancellationToken stopping)
    {
        try
        {
            await PlayAsync().WaitAsync(Patience, TimeProvider.System, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Whoever pressed the keys has seen enough.
        }
    }

    private async Task PlayAsync()
    {
        foreach (var agent in (AgentId[])[Mina, Jun, Kai])
        {
            Done(await floor.Agents.SignInAsync(agent));
            Done(await floor.Agents.SetAvailableAsync(agent));
        }

        var adas = await AdaIsAnsweredAsync();
        await SoraWhispersAsync(adas);
        var bos = await BoIsSentToLoansAsync();
        await AdaIsWrappedUpAsync(adas);
        await AdaComesBackAsync();
        await KaiMissesAndComesBackAsync();
        await BoSendsFilesAsync(bos);
        await KaiAsksJunToJoinAsync(bos);

        // The supervisor sends Jun to lunch.
        Done(await floor.Supervisors.SetIdleAsync(Sora, Jun, "lunch", "shift-plan"));
        await BoIsGivenToMinaAsync(bos);

        // And so ends our day.
        foreach (var agent in (AgentId[])[Jun, Kai, Mina])
        {
            Done(await floor.Agents.SignOutAsync(agent));
        }
    }
}
