using ContactCenter.DependencyInjection;
using ContactCenter.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ContactCenter.Hosting.Tests.Sockets;

/// <summary>
/// A small host that carries the wire format over WebSockets of its own, on a free port of this machine.
/// </summary>
internal sealed class ChatServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ChatServer(WebApplication app) => _app = app;

    internal FloorHost Floor => _app.Services.GetRequiredService<FloorHost>();

    private Uri Address => new(_app.Urls.Single().Replace("http://", "ws://", StringComparison.Ordinal));

    /// <summary>Mina takes two chats of the one queue; the rest is as the test says.</summary>
    internal static async Task<ChatServer> StartAsync(Action<FloorOptions>? configure = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        builder.Services
            .AddContactCenter(floor =>
            {
                floor.AddQueue("cards").AddAgent("mina", agent => agent.Serves("cards").ChatCapacity = 2);
                configure?.Invoke(floor);
            })
            .AddHostedFloors();
        var app = builder.Build();
        app.UseWebSockets();
        app.Map("/{party}", ServeAsync);
        await app.StartAsync();
        return new ChatServer(app);
    }

    internal Task<Client> AgentAsync(string agent, string? from = null) => ConnectAsync("agent", agent, from);

    internal Task<Client> CustomerAsync(string customer, string? from = null) =>
        ConnectAsync("customer", customer, from);

    internal Task<Client> SupervisorAsync(string supervisor, string? from = null) =>
        ConnectAsync("supervisor", supervisor, from);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private Task<Client> ConnectAsync(string party, string person, string? from)
    {
        var query = from is null ? string.Empty : $"?from={Uri.EscapeDataString(from)}";
        return Client.ConnectAsync(new Uri(Address, $"/{party}{query}"), person, from);
    }

    private static async Task ServeAsync(HttpContext http, FloorHost floor, IHostApplicationLifetime lifetime)
    {
        // Whom the host has proved somebody to be: never taken from what they send.
        var person = http.Request.Headers[Client.Person].ToString();
        var actor = http.Request.RouteValues["party"] switch
        {
            "agent" => Actor.Agent(person),
            "customer" => Actor.Customer(person),
            _ => Actor.Supervisor(person),
        };
        using var over = CancellationTokenSource.CreateLinkedTokenSource(
            http.RequestAborted, lifetime.ApplicationStopping);
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        await using var connection = new Connection(
            socket, floor, (await floor.Sessions.OpenAsync(actor)).ValueOrThrow());
        await connection.RunAsync(FeedPosition.TryParse(http.Request.Query["from"]), over);
    }
}
