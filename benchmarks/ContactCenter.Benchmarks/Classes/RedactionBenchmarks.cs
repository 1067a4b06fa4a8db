using BenchmarkDotNet.Attributes;
using ContactCenter.Benchmarks.Baselines;
using ContactCenter.Redaction;

namespace ContactCenter.Benchmarks.Classes;

[MemoryDiagnoser]
public class RedactionBenchmarks
{
    private readonly RedactionPipeline _pipeline = new();

    [Params(
        "Hello, I would like to change the delivery address of my order, please.",
        "my card is 4111 1111 1111 1111, is it still valid?")]
    public string Text { get; set; } = string.Empty;

    [Benchmark(Baseline = true)]
    public string Regex() => RegexRedactor.Redact(Text);

    [Benchmark]
    public RedactionResult Pipeline() => _pipeline.Redact(Text);
}
