namespace ContactCenter.Files;

/// <summary>Where a file is in its life. Sealed into it: what is in quarantine cannot pass for clean.</summary>
internal enum FileStage : byte
{
    Quarantined = 1,
    Delivered = 2,
}
