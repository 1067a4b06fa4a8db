namespace ContactCenter.Files;

/// <summary>Does what may fail on a disk, and tells of failures without the paths that the framework adds.</summary>
internal static class Disk
{
    // The exception itself is not kept as the cause of the other: whoever logs that one would log the path.
    internal static bool IsFailure(Exception exception) => exception is IOException or UnauthorizedAccessException;

    internal static bool IsAbsence(Exception exception) =>
        exception is FileNotFoundException or DirectoryNotFoundException;

    internal static IOException Failure(Exception exception) =>
        new("The attachment store failed to read or write.", exception.HResult);

    internal static T Try<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception exception) when (IsFailure(exception))
        {
            throw IsAbsence(exception) ? Missing.Attachment() : Failure(exception);
        }
    }
}
