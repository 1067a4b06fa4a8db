namespace ConsoleHost.Play;

/// <summary>The floor did something that it must not do: the play is over, exit code 1.</summary>
internal sealed class PlayFailedException(string message) : Exception(message);
