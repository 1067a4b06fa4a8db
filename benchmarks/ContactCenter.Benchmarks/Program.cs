using BenchmarkDotNet.Running;
using ContactCenter.Benchmarks.Compare;
using ContactCenter.Benchmarks.Evaluations;
using ContactCenter.Benchmarks.Proofs;

// compare NAME   baseline and ours in turn in one process: medians, ratios, one machine-readable last line
// model-check    every state of small floors: [FLOOR]…; exit code 1 when something does not hold in one of them
// simulate       many seeds of the simulator: --seeds N --steps M [--seed S] [--agents N] [--customers N] [--planted]
// soak           1,000,000 chats through a running floor, and what is left of them: [--chats N]
// redaction-eval what the built-in rules find in labelled texts: FILE… [--predictions FILE] [--misses]
// rush           10,000 agents become available at once where 100,000 wait
// anything else  BenchmarkDotNet: --filter '*Transition*', --list flat …
if (args is ["compare", ..])
{
    return await Comparisons.RunAsync(args[1..]);
}

if (args is ["model-check", ..])
{
    return await ModelChecks.RunAsync(args[1..]);
}

if (args is ["simulate", ..])
{
    return Simulations.Run(args.AsSpan(1));
}

if (args is ["soak", ..])
{
    return await Soaks.RunAsync(args[1..]);
}

if (args is ["redaction-eval", ..])
{
    return await RedactionEvaluation.RunAsync(args[1..]);
}

if (args is ["rush"])
{
    return Rush.Run();
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
