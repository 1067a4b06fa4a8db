using ContactCenter.Agents;
using ContactCenter.Routing;

namespace ContactCenter.Hosting;

/// <summary>Media profiles of teams and sites, and the parts of them that agents have for themselves.</summary>
internal static partial class FloorBinding
{
    private static MediaProfile Media(SectionReader section)
    {
        var media = new MediaProfile();
        section
            .Choice<MediaMode>(nameof(media.Mode), value => media = media with { Mode = value })
            .Number(nameof(media.Voice), value => media = media with { Voice = value })
            .Number(nameof(media.Chat), value => media = media with { Chat = value })
            .Number(nameof(media.Email), value => media = media with { Email = value })
            .Number(nameof(media.Social), value => media = media with { Social = value })
            .Several(nameof(media.BesideVoice), value => media = media with { BesideVoice = value })
            .Several(nameof(media.BesideChat), value => media = media with { BesideChat = value })
            .Several(nameof(media.BesideEmail), value => media = media with { BesideEmail = value })
            .Several(nameof(media.BesideSocial), value => media = media with { BesideSocial = value })
            .Several(nameof(media.Interruptible), value => media = media with { Interruptible = value })
            .Several(nameof(media.InterruptedBy), value => media = media with { InterruptedBy = value })
            .Child(nameof(media.Turns), turns => media = media with { Turns = Turns(turns, media.Turns ?? new()) })
            .End();
        return media;
    }

    private static ChannelTurns Turns(SectionReader section, ChannelTurns turns)
    {
        section
            .Number(nameof(turns.Voice), value => turns = turns with { Voice = value })
            .Number(nameof(turns.Chat), value => turns = turns with { Chat = value })
            .Number(nameof(turns.Email), value => turns = turns with { Email = value })
            .Number(nameof(turns.Social), value => turns = turns with { Social = value })
            .End();
        return turns;
    }

    /// <summary>A list of channels; one that is not there says nothing.</summary>
    private static SectionReader Several(this SectionReader section, string key, Action<Channels> take)
    {
        var channels = default(Channels?);
        section.Choices<Channels>(key, value => channels = (channels ?? Channels.None) | value);
        if (channels is { } chosen)
        {
            take(chosen);
        }

        return section;
    }
}
