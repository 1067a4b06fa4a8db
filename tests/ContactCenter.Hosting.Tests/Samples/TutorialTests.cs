using System.Runtime.CompilerServices;

namespace ContactCenter.Hosting.Tests.Samples;

public sealed class TutorialTests
{
    [Fact]
    public void The_host_fits_on_a_page()
    {
        var lines = File.ReadAllLines(Path.Combine(Folder(), "Program.cs"));
        var start = Array.IndexOf(lines, "#region host");
        var end = Array.IndexOf(lines, "#endregion");

        Assert.InRange(end - start - 1, 25, 40);
    }

    private static string Folder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(here, "../../../../samples/ConsoleHost"));
}
