using System.Globalization;
using ContactCenter.Testing;

namespace ContactCenter.Tests.Simulation;

/// <summary>Simulates a seed in a process of its own, and says on its output what its trace is.</summary>
internal static class Program
{
    private static void Main(string[] arguments) => Console.Out.Write(Simulator.Run(
        ulong.Parse(arguments[0], CultureInfo.InvariantCulture),
        int.Parse(arguments[1], CultureInfo.InvariantCulture)).Trace);
}
