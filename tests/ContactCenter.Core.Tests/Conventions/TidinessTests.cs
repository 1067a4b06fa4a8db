using System.Text.RegularExpressions;
using static ContactCenter.Tests.Conventions.Offenders;

namespace ContactCenter.Tests.Conventions;

public sealed class TidinessTests
{
    private static readonly string[] Everywhere = ["src", "tests", "benchmarks", "samples"];

    private static readonly string[] EmptyWords =
        ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Impl", "Data", "Info", "Processor", "Base"];

    // What a file without a namespace may hold: usings, attributes of the assembly, comments.
    private static readonly Regex OutsideNamespaces = new(@"^\s*(global using |using |\[assembly:|//|$)");

    [Fact]
    public void A_source_file_is_short_enough_to_read_at_once() =>
        None(from file in Repository.Sources("src")
             let lines = file.Lines.Count(line => !string.IsNullOrWhiteSpace(line))
             where lines > 300
             select $"{file}: {lines} lines");

    [Fact]
    public void A_line_fits_the_screen() =>
        None(from file in Repository.Sources(Everywhere)
             from line in file.Lines.Index()
             where line.Item.TrimEnd('\r').Length > 120
             select $"{file}:{line.Index + 1}: {line.Item.Length} columns");

    [Fact]
    public void A_file_has_one_namespace_and_no_indentation_for_it() =>
        None(from file in Repository.Sources("src")
             let namespaces = file.Lines.Where(line => line.StartsWith("namespace ", StringComparison.Ordinal)).ToList()
             where namespaces is not [var only] || !only.TrimEnd().EndsWith(';')
             where !file.Lines.All(line => OutsideNamespaces.IsMatch(line))
             select file.Path);

    [Fact]
    public void A_type_is_named_for_what_it_is_not_for_being_in_the_way() =>
        None(from type in Shipped.Types
             from suffix in EmptyWords
             where type.Name.Split('`')[0].EndsWith(suffix, StringComparison.Ordinal)
             select type.FullName);

    [Fact]
    public void A_class_is_sealed_or_abstract() =>
        None(from type in Shipped.Types where type.IsClass && !type.IsSealed && !type.IsAbstract select type.FullName);

    [Fact]
    public void Every_folder_of_the_core_is_on_the_map()
    {
        var map = Repository.Read("src/README.md");
        var folders = Repository.Sources("src").Select(file => Path.GetDirectoryName(file.Path)!).Distinct();

        None(folders.Where(folder => !Regex.IsMatch(map, $@"\b{Regex.Escape(Path.GetFileName(folder))}\b")));
    }

    [Fact]
    public void The_top_level_holds_what_was_agreed_and_nothing_else()
    {
        string[] agreed =
        [
            "src", "tests", "benchmarks", "samples", "ContactCenter.Core.sln",
            "Directory.Build.props", "Directory.Packages.props", "global.json", "README.md", "CHANGELOG.md", "LICENSE",
            ".build", ".ci", ".github", ".editorconfig", ".gitattributes", ".gitignore",
        ];
        string[] byproducts =
            [".git", ".vs", ".vscode", ".idea", "artifacts", "TestResults", "BenchmarkDotNet.Artifacts"];

        var found = Directory.EnumerateFileSystemEntries(Repository.Root).Select(Path.GetFileName).ToHashSet();

        None(found.Except(agreed).Except(byproducts));
        None(agreed.Except(found));
    }

    [Fact]
    public void No_test_waits_for_a_while() =>
        NowhereIn(["tests"], "Thread" + ".Sleep", "Task" + ".Delay", "Spin" + "Wait");

    [Fact]
    public void No_promise_is_left_in_the_code() => NowhereIn(Everywhere, "TO" + "DO", "FIX" + "ME", "HA" + "CK");

    private static void NowhereIn(string[] folders, params string[] words) =>
        None(from file in Repository.Sources(folders)
             from line in file.Lines.Index()
             from word in words
             where Regex.IsMatch(line.Item, $@"\b{Regex.Escape(word)}\b")
             select $"{file}:{line.Index + 1}: {word}");
}
