using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace ContactCenter.Tests.Canaries;

/// <summary>Keeps all that a logging stack could keep: lines, values, scopes, exceptions in full.</summary>
internal sealed class TraceLog : ILogger
{
    private readonly ConcurrentQueue<string> _kept = new();

    internal IReadOnlyCollection<string> Kept => _kept;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        _kept.Enqueue($"scope {ValuesOf(state)}");
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter) =>
        _kept.Enqueue($"{logLevel} {eventId} {formatter(state, exception)} {ValuesOf(state)} {exception}");

    private static string ValuesOf(object? state) => state is IEnumerable<KeyValuePair<string, object?>> values
        ? string.Join(", ", values.Select(value => $"{value.Key} = {value.Value}"))
        : $"{state}";
}
