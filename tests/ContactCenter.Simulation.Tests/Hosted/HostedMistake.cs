namespace ContactCenter.Tests.Simulation.Hosted;

/// <summary>What is wrong on purpose around a running floor.</summary>
public enum HostedMistake
{
    None,

    /// <summary>Some of what people read is not written.</summary>
    DropsBodies,

    /// <summary>An append is answered, and shown, before it is written.</summary>
    AnswersBeforeWriting,

    /// <summary>Whoever was replaced goes on writing.</summary>
    IgnoresTheFence,

    /// <summary>What was erased comes back, as from a copy.</summary>
    BringsBackWhatWasErased,

    /// <summary>A feed leaves a batch out.</summary>
    FeedSkipsABatch,

    /// <summary>Somebody who comes back asks for what is after the record after the last they had.</summary>
    ResumesOneTooFar,

    /// <summary>The floor reads the wall clock where it should read the monotonic one.</summary>
    GoesByTheWall,

    /// <summary>Alarms ring by the wall clock.</summary>
    RingsByTheWall,

    /// <summary>A record that the other system has taken is delivered once more, as if nobody had noted it.</summary>
    LosesAnAcknowledgement,

    /// <summary>A record is noted as delivered, and was not.</summary>
    DeliversAllButOne,

    /// <summary>A record is delivered before it is in the log.</summary>
    DeliversAhead,
}
