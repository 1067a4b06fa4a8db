namespace ConsoleHost;

/// <summary>The command line or a file is wrong: one line for the user, exit code 2.</summary>
internal sealed class UsageException(string message) : Exception(message);
