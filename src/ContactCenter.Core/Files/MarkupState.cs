namespace ContactCenter.Files;

/// <summary>Where in a text with tags a reader is, by the names of the HTML standard's tokenizer.</summary>
internal enum MarkupState
{
    Text,
    TagOpen,
    EndTagOpen,
    TagName,
    BeforeAttribute,
    Attribute,
    AfterAttribute,
    BeforeValue,
    DoubleQuoted,
    SingleQuoted,
    Unquoted,
    Declaration,
    Comment,
    Bogus,
    Instruction,
    Verbatim,
    Hidden,
}
