namespace ContactCenter.Runtime;

/// <summary>Who owns a floor's configuration: the host says so, once.</summary>
public enum ConfigurationChanges
{
    /// <summary>
    /// The host's file or code: what it says is the wanted state, at every start and at every reload. Verbs edit
    /// nothing.
    /// </summary>
    FromFile,

    /// <summary>Verbs: the file or code only seeds a floor that has no configuration yet.</summary>
    FromVerbs,
}
