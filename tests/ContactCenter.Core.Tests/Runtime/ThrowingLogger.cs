using Microsoft.Extensions.Logging;

namespace ContactCenter.Tests.Runtime;

/// <summary>A host's logger that is out of order.</summary>
internal sealed class ThrowingLogger : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => throw new InvalidOperationException();

    public bool IsEnabled(LogLevel logLevel) => throw new InvalidOperationException();

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter) => throw new InvalidOperationException();
}
