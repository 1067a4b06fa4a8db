namespace ContactCenter.Tests.Simulation.Hosted;

/// <summary>What is wrong on purpose between a running floor and its journal.</summary>
public enum HostedMistake
{
    None,

    /// <summary>Some of what people read is not written.</summary>
    DropsBodies,

    /// <summary>An append is answered before it is written.</summary>
    AnswersBeforeWriting,

    /// <summary>Whoever was replaced goes on writing.</summary>
    IgnoresTheFence,

    /// <summary>What was erased comes back, as from a copy.</summary>
    BringsBackWhatWasErased,
}
