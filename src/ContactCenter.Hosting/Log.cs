using Microsoft.Extensions.Logging;

namespace ContactCenter.Hosting;

/// <summary>What hosted floors write to a log: ids, hashes, and faults, which name the places they are in.</summary>
internal static partial class Log
{
    [LoggerMessage(101, LogLevel.Information, "Floor {Floor} has taken revision {Revision} of its configuration.")]
    internal static partial void Reloaded(ILogger logger, string floor, string revision);

    [LoggerMessage(102, LogLevel.Error, "Floor {Floor} keeps its configuration, for the new one is refused: {Faults}")]
    internal static partial void Refused(ILogger logger, string floor, string faults);

    [LoggerMessage(103, LogLevel.Error, "The configuration of floor {Floor} could not be reloaded ({Error}).")]
    internal static partial void ReloadFailed(ILogger logger, string floor, string error);
}
