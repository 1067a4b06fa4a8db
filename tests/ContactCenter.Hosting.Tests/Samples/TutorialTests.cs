namespace ContactCenter.Hosting.Tests.Samples;

public sealed class TutorialTests
{
    [Fact]
    public void The_host_fits_on_a_page()
    {
        var lines = File.ReadAllLines(Path.Combine(Root(), "samples/ConsoleHost/Program.cs"));
        var start = Array.IndexOf(lines, "#region host");
        var end = Array.IndexOf(lines, "#endregion");

        Assert.InRange(end - start - 1, 25, 40);
    }

    // Not the compiler's caller path: a deterministic build maps that to a folder that does not exist.
    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ContactCenter.Core.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside of their repository.");
        }

        return folder.FullName;
    }
}
