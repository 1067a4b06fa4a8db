namespace ContactCenter.Files;

internal sealed partial class DocumentScan
{
    private async ValueTask ReadContactsAsync(ReadOnlyMemory<byte> content, int depth)
    {
        budget.GoDown(depth);

        // As it stands as well: what its lines hide, and a reader may yet see.
        await ReadTextAsync(Open(content), TextFormat.Plain).ConfigureAwait(false);
        using var text = new StoryText(pipeline);
        foreach (var line in ContactLines.Of(content, budget.Token))
        {
            budget.Inflate(line.Length);
            var (bytes, length, isFile) = ContactLines.ValueOf(line);
            using var held = HeldContent.Of((bytes, length), budget);
            if (isFile)
            {
                budget.Enter();
                await ReadAsync(string.Empty, held.Content, depth, isEmbedded: true).ConfigureAwait(false);
            }
            else
            {
                // With its name, or two telephone numbers below each other are one long number.
                var words = ContactLines.CharsetOf(line).GetString(held.Content.Span);
                words = words.Replace("\\n", " ", StringComparison.OrdinalIgnoreCase).Replace("\\", "");
                text.Add($"{ContactLines.NameOf(line)}: {words}\n");
            }
        }

        _findings.Add(text.End());
    }
}
