using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace ContactCenter.Files;

/// <summary>Has the host's program tell the text of a PDF: bounded, and killed with its children.</summary>
/// <remarks>The content goes through pipes and is never a file on a disk. Safe for any thread.</remarks>
internal sealed class PdfTextTool(string path, TimeSpan timeout, TimeProvider time)
{
    private static readonly string[] Arguments = ["-q", "-enc", "UTF-8", "-", "-"];

    /// <summary>The text of the pages, a form feed after each; null where it could not be told.</summary>
    /// <exception cref="ScanLimitException">There is more text than may be.</exception>
    /// <exception cref="ScanToolException">The program cannot be run.</exception>
    internal async ValueTask<string?> ReadAsync(ReadOnlyMemory<byte> content, ScanBudget budget)
    {
        using var late = new CancellationTokenSource(timeout, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(late.Token, budget.Token);
        using var process = Start();
        try
        {
            var beside = Task.WhenAll(
                WriteAsync(process.StandardInput.BaseStream, content, end.Token),
                process.StandardError.BaseStream.CopyToAsync(Stream.Null, end.Token));
            Forget(beside);
            using var output = new InflatedStream(process.StandardOutput.BaseStream, budget);
            var reading = HeldContent.OfAsync(output, budget).AsTask();
            Forget(reading);
            using var text = await reading.WaitAsync(end.Token).ConfigureAwait(false);
            await beside.WaitAsync(end.Token).ConfigureAwait(false);
            await process.WaitForExitAsync(end.Token).ConfigureAwait(false);
            return process.ExitCode == 0 ? Encoding.UTF8.GetString(text.Content.Span) : null;
        }
        catch (OperationCanceledException) when (!budget.Token.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            Kill(process);
        }
    }

    private Process Start()
    {
        var start = new ProcessStartInfo(path)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        foreach (var argument in Arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // What the host's environment holds is none of its business.
        foreach (var name in start.Environment.Keys.Where(name => name is not ("PATH" or "SystemRoot")).ToArray())
        {
            start.Environment.Remove(name);
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (Exception exception) when (exception is ExternalException or IOException or UnauthorizedAccessException)
        {
            throw new ScanToolException(exception);
        }
    }

    // One that has read enough closes its end; its exit code says whether that was all right.
    private static async Task WriteAsync(
        Stream input, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        try
        {
            await using (input.ConfigureAwait(false))
            {
                await input.WriteAsync(content, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (IOException)
        {
        }
    }

    // What comes of it after it was given up is nobody's business, and must not come up as unobserved.
    private static void Forget(Task task) => _ = task.ContinueWith(
        static late => late.Exception,
        CancellationToken.None,
        TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
        TaskScheduler.Default);

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ExternalException
            or AggregateException)
        {
            // It has ended already.
        }
    }
}
