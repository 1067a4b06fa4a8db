using System.Reflection;

namespace ContactCenter.Tests.Conventions;

/// <summary>
/// A change of what hosts can call is a change of a committed file. With <c>CONTACTCENTER_APPROVE=1</c> in the
/// environment the files are written anew.
/// </summary>
public sealed class PublicApiTests
{
    [Theory]
    [InlineData("ContactCenter.Core")]
    [InlineData("ContactCenter.Hosting")]
    [InlineData("ContactCenter.Sqlite")]
    [InlineData("ContactCenter.Testing")]
    public void The_public_surface_is_what_was_approved(string package)
    {
        var folder = Path.Combine(Repository.Root, "src", package);
        var approved = Path.Combine(folder, "PublicApi.txt");
        var received = Path.Combine(folder, "PublicApi.received.txt");
        var actual = PublicSurface.Of(Assembly.Load(package));
        if (Environment.GetEnvironmentVariable("CONTACTCENTER_APPROVE") == "1")
        {
            Write(approved, actual);
        }

        var expected = File.Exists(approved) ? File.ReadAllLines(approved) : [];
        if (expected.SequenceEqual(actual))
        {
            File.Delete(received);
            return;
        }

        Write(received, actual);
        string[] differences =
        [
            .. Qualified(expected).Except(Qualified(actual)).Select(line => "- " + line),
            .. Qualified(actual).Except(Qualified(expected)).Select(line => "+ " + line),
        ];
        Assert.Fail(string.Join('\n', differences.Take(10).Prepend($"src/{package}/PublicApi.received.txt differs:")));
    }

    [Fact]
    public void Whoever_waits_for_a_verb_can_stop_waiting() => Offenders.None(
        from type in Shipped.Types
        where type.IsVisible && type.Assembly.GetName().Name != "ContactCenter.Testing"
        from method in type.GetMethods()
        where method.DeclaringType == type && method.Name.EndsWith("Async", StringComparison.Ordinal)
            && method.Name != nameof(IAsyncDisposable.DisposeAsync)
            && method.GetParameters().LastOrDefault()?.ParameterType != typeof(CancellationToken)
        select $"{type.Name}.{method.Name}");

    private static IEnumerable<string> Qualified(string[] lines)
    {
        var type = "";
        foreach (var line in lines)
        {
            type = line.StartsWith(' ') ? type : line;
            yield return line == type ? line : $"{type}: {line.Trim()}";
        }
    }

    private static void Write(string path, string[] lines) =>
        File.WriteAllText(path, string.Concat(lines.Select(line => line + "\n")));
}
