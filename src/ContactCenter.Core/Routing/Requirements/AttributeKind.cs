namespace ContactCenter.Routing;

/// <summary>What an <see cref="AttributeValue"/> is.</summary>
public enum AttributeKind : byte
{
    /// <summary>True or false: a skill without a level, a flag.</summary>
    Boolean,

    /// <summary>A finite number: the level of a skill, a cost, a limit.</summary>
    Number,

    /// <summary>A text: a department, a language, a segment.</summary>
    Text,
}
