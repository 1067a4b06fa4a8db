using System.Text;
using ContactCenter.Files;
using ContactCenter.Testing;
using static ContactCenter.Tests.Files.Documents;

namespace ContactCenter.Tests.Files;

/// <summary>By a tool that the test writes itself: what the real one says is its own business.</summary>
public sealed class ScannedPdfTests : IDisposable
{
    private static readonly byte[] Pdf = [.. "%PDF-1.7 whatever"u8];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Without_a_tool_a_pdf_goes_by_policy()
    {
        Assert.Equal(ScanVerdict.NotRead, await ScanAsync("pdf", Pdf));
        Assert.Equal(
            ScanVerdict.Unread("unreadable"),
            await ScanAsync("pdf", Pdf, new() { Unreadable = UnreadPolicy.DeliverUnread }));
    }

    [Theory]
    [InlineData("cat > /dev/null; printf 'card 4111 1111 1111 1111\\f'", "card-number")]
    [InlineData("cat > /dev/null; printf 'all is well\\fpage two\\f'", "clean")]
    [InlineData("printf 'without reading\\f'", "clean")]
    [InlineData("cat", "clean")]
    [InlineData("cat > /dev/null; printf 'all is well\\f \\n\\fpage three\\f'", "unread image")]
    [InlineData("cat > /dev/null", "unread image")]
    [InlineData("cat > /dev/null; printf 'half a page'; exit 3", "unread unreadable")]
    [InlineData("cat > /dev/null; printf 'x\\f'; test \"$HOME$*\" = '-q -enc UTF-8 - -'", "clean")]
    [InlineData("cat >&2; cat /dev/zero >&2 & printf 'noise beside\\f'; kill $!", "clean")]
    public async Task What_the_tool_says_is_scanned(string script, string expected) => Assert.Equal(
        expected,
        (await ScanAsync("pdf", Pdf, With(script))).ToString());

    [Fact]
    public async Task A_tool_that_never_ends_is_given_up_when_its_time_is_over()
    {
        var time = new ManualTimeProvider();
        var ran = Path.Combine(_folder.FullName, "ran");
        var scan = ScanAsync("pdf", Pdf, With($"echo $$ > {ran}.new; mv {ran}.new {ran}; cat; cat <&1"), time: time);
        await AppearsAsync(ran);

        time.Advance(TimeSpan.FromSeconds(20));

        Assert.Equal(ScanVerdict.Unread("unreadable"), await scan);
    }

    [Fact]
    public async Task A_tool_that_says_too_much_is_given_up()
    {
        var options = With("cat > /dev/null; cat /dev/zero");
        options.MaxInflatedBytes = 1_000_000;

        Assert.Equal(ScanVerdict.NotRead, await ScanAsync("pdf", Pdf, options));
    }

    [Fact]
    public async Task A_tool_ends_with_its_scan()
    {
        using var over = new CancellationTokenSource();
        var ran = Path.Combine(_folder.FullName, "ran");
        var scan = ScanAsync(
            "pdf",
            Pdf,
            With($"echo $$ > {ran}.new; mv {ran}.new {ran}; sleep 1000"),
            cancellationToken: over.Token);
        await AppearsAsync(ran);

        await over.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => scan);
    }

    [Fact]
    public async Task A_tool_that_is_not_there_is_a_fault_of_the_machine_and_no_verdict()
    {
        var options = new DocumentScanOptions { PdfTextTool = Path.Combine(_folder.FullName, "nothing") };

        await Assert.ThrowsAnyAsync<Exception>(() => ScanAsync("pdf", Pdf, options));
    }

    [Fact]
    public async Task A_pdf_with_files_in_it_is_not_read()
    {
        byte[] content = [.. Pdf, .. "<< /Type /EmbeddedFile >>"u8];

        Assert.Equal(
            ScanVerdict.Unread("unreadable"), await ScanAsync("pdf", content, With("cat > /dev/null; printf 'x\\f'")));
    }

    private DocumentScanOptions With(string script)
    {
        var path = Path.Combine(_folder.FullName, "tool");
        File.WriteAllText(path, $"#!/bin/sh\n{script}\n", new UTF8Encoding(false));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return new DocumentScanOptions
        {
            PdfTextTool = path,
            Images = UnreadPolicy.DeliverUnread,
            Unreadable = UnreadPolicy.DeliverUnread,
        };
    }

    // The script says so itself, by a file that appears whole.
    private async Task AppearsAsync(string path)
    {
        using var watcher = new FileSystemWatcher(_folder.FullName);
        var there = new TaskCompletionSource();
        watcher.Renamed += (_, _) => there.TrySetResult();
        watcher.Created += (_, _) => there.TrySetResult();
        watcher.EnableRaisingEvents = true;
        while (!File.Exists(path))
        {
            await there.Task;
            there = new TaskCompletionSource();
        }
    }
}
