using BenchmarkDotNet.Running;
using ContactCenter.Benchmarks.Compare;

// compare NAME   baseline and ours in turn in one process: medians, ratios, one machine-readable last line
// anything else  BenchmarkDotNet: --filter '*Transition*', --list flat …
if (args is ["compare", ..])
{
    return await Comparisons.RunAsync(args[1..]);
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
