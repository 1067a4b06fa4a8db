namespace ContactCenter.Files;

/// <summary>A file is bigger, deeper or fuller than one may be that is scanned.</summary>
internal sealed class ScanLimitException() : Exception("The file goes beyond a bound of the scan.");
