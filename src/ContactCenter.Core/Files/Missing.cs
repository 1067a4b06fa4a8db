namespace ContactCenter.Files;

/// <summary>The one way to say that there is no such file: without saying which, or where it was looked for.</summary>
internal static class Missing
{
    internal static FileNotFoundException Attachment() => new("There is no such attachment.");
}
