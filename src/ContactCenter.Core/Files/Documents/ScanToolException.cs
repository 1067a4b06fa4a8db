namespace ContactCenter.Files;

/// <summary>What the host has given to read files with does not work: a fault of the machine, not of a file.</summary>
internal sealed class ScanToolException(Exception cause)
    : Exception($"A tool of the scanner failed: {cause.GetType().Name}.");
