namespace ContactCenter.Chats;

/// <summary>How long an agent was called away from a contact.</summary>
internal sealed class Interruption
{
    /// <summary>Since when they are; null while they are not.</summary>
    internal DateTimeOffset? Since { get; set; }

    /// <summary>For how long they were before.</summary>
    internal TimeSpan Before { get; set; }

    /// <summary>For how long they were in all, up to an instant.</summary>
    internal TimeSpan Until(DateTimeOffset at) => Before + (at > Since ? at - Since.Value : TimeSpan.Zero);
}
