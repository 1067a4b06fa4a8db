using BenchmarkDotNet.Attributes;
using ContactCenter.Benchmarks.Baselines;
using ContactCenter.Runtime;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Benchmarks.Classes;

/// <summary>One verb through the engine, one caller; <c>compare engine</c> has many.</summary>
[MemoryDiagnoser]
public class EngineBenchmarks
{
    private readonly ChannelEcho _echo = new();
    private ServiceProvider _provider = null!;
    private FloorHost _floor = null!;
    private ChatId _chat;

    [GlobalSetup]
    public async Task SetupAsync()
    {
        _provider = new ServiceCollection()
            .AddContactCenter(floor => floor.AddQueue("cards").MaxLines = 10_000_000)
            .Services.BuildServiceProvider();
        _floor = _provider.GetRequiredService<FloorHost>();
        await _floor.StartAsync();
        var chat = await _floor.Chats.StartAsync(new StartChat { Queue = "cards", Customer = "c-1" });
        _chat = chat.ValueOrThrow().Id;
    }

    [GlobalCleanup]
    public async Task CleanupAsync()
    {
        await _provider.DisposeAsync();
        await _echo.DisposeAsync();
    }

    [Benchmark(Baseline = true)]
    public ValueTask<int> Echo() => _echo.AskAsync();

    [Benchmark]
    public ValueTask<Outcome<MessageReceipt>> Say() =>
        _floor.Chats.SayAsync(_chat, Actor.Customer("c-1"), "Thanks, that's all.");
}
