using BenchmarkDotNet.Attributes;
using ContactCenter.Benchmarks.Baselines;
using ContactCenter.Chats;

namespace ContactCenter.Benchmarks.Classes;

[MemoryDiagnoser]
public class TransitionBenchmarks
{
    private readonly DictionaryMachine _dictionary = new();

    [Benchmark(Baseline = true)]
    public ChatState Dictionary() => _dictionary.Next(ChatState.Offered, ChatTrigger.Accept);

    [Benchmark]
    public ChatState Table() => ChatLifecycle.Table.Next(ChatState.Offered, ChatTrigger.Accept);
}
