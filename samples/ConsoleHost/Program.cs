using ConsoleHost;
using ConsoleHost.Day;
using ConsoleHost.Screens;
using ContactCenter;
using ContactCenter.Chats;
using ContactCenter.Responses;
using ContactCenter.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

// Without arguments the region is the whole program: a bank's morning. Mina misses an offer (RONA:
// redirection on no answer), Jun takes it, and the card number that the customer types is masked for both.
// What `play` and `chat` do is in the folders beside this file.
var terminal = Terminal.OfProcess();
if (args.Length > 0)
{
    return await Commands.RunAsync(args, terminal, Console.In);
}

#region host
var builder = Host.CreateApplicationBuilder();
builder.Logging.SetMinimumLevel(LogLevel.Warning);
// Ten times as fast as life. Without a TimeProvider in the container the floor goes by the machine's clock.
var time = new FastTimeProvider(start: new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero), factor: 10);
using var journal = new TemporaryJournal();
builder.Services
    .AddSingleton<TimeProvider>(time)
    .AddContactCenter(floor =>
    {
        floor.AddQueue("cards", queue =>
        {
            queue.OfferTimeout = TimeSpan.FromSeconds(30);
            queue.StartsWithBot = true;
        });
        floor.AddQueue("loans");
        floor.AddAgent("mina", agent => agent.Serves("cards"));
        floor.AddAgent("jun", agent => agent.Serves("cards"));
        floor.AddAgent("kai", agent => agent.Serves("loans"));
        floor.IdleCodes["lunch"] = "Lunch";
        floor.IdleCodes["away"] = "Away from the desk";
        floor.WrapUp.Reasons.Add(new WrapUpReason("answered", "Question answered"));
        floor.WrapUp.Reasons.Add(new WrapUpReason("card-blocked", "Card blocked"));
        floor.WrapUp.Reasons.Add(new WrapUpReason("card-sent", "New card sent"));
        floor.WrapUp.Reasons.Add(new WrapUpReason("passed-on", "Passed on"));
    })
    .UseBot(_ => new ScriptedBot(
        greeting: "Hello, I am the bank's bot. What can I do for you?",
        handOver: "A colleague of mine can. One moment, please.",
        new KeyValuePair<string, string>("opening hours", "We are here from 9 to 18, Monday to Friday.")))
    .UseResponses(_ => new InMemoryResponses(BankDay.Responses))
    .UseSqlite(journal.File)        // what is acknowledged is on the disk; without it, the journal is in memory
    .AddHostedFloors();

using var host = builder.Build();
await host.StartAsync();
var floor = host.Services.GetRequiredService<FloorHost>();
var stopping = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
await using var screens = await ScreenWall.OpenAsync(floor, time, terminal, BankDay.Parties);
await new BankDay(floor, time, screens).PlayAsync(stopping);
await host.StopAsync();
#endregion

return 0;
