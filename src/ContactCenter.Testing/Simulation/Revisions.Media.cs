using ContactCenter.Agents;
using ContactCenter.Routing;

namespace ContactCenter.Testing;

/// <summary>How many contacts of which channels agents take, and which go together.</summary>
internal sealed partial class Revisions
{
    private MediaProfile NewMedia()
    {
        // Only what leaves no room for a call gives way to it.
        var givesWay = draw.Percent(40);
        var mode = givesWay
            ? draw.Of(MediaMode.Exclusive, MediaMode.Exclusive, MediaMode.Blended)
            : draw.Of(MediaMode.Blended, MediaMode.Blended, MediaMode.BlendedRealTime, MediaMode.Exclusive);
        var isRealTime = mode == MediaMode.BlendedRealTime;
        return new MediaProfile
        {
            Mode = mode,
            Voice = isRealTime || givesWay ? 1 : draw.Below(2),
            Chat = Math.Max(isRealTime || givesWay ? 1 : 0, draw.Of(0, 1, 1, 2, 3, 5)),
            Email = draw.Of(0, 1, 2),
            Social = draw.Of(0, 1, 2),
            BesideVoice = NewBeside(),
            BesideChat = NewBeside(),
            BesideEmail = NewBeside(),
            Interruptible = givesWay ? draw.Of(Channels.Chat, Channels.Chat | Channels.Email, Channels.Email) : default,
            InterruptedBy = givesWay ? draw.Of(Channels.Voice, Channels.Voice | Channels.Social) : default,
            Turns = draw.Percent(70) ? null : NewTurns(),
        };
    }

    /// <summary>Room for many: beside each other, or calls come before the others in one of two ways.</summary>
    private MediaProfile AllTheRoom()
    {
        var room = new MediaProfile { Voice = 1, Chat = 5, Email = 5, Social = 5 };
        return draw.Below(10) switch
        {
            < 2 => room with
            {
                Mode = MediaMode.Exclusive,
                Interruptible = Channels.Chat | Channels.Email | Channels.Social,
                InterruptedBy = Channels.Voice,
            },
            < 5 => room with { Mode = MediaMode.BlendedRealTime, Turns = NewTurns() },
            _ => room,
        };
    }

    private ChannelTurns NewTurns() => new()
    {
        Voice = draw.Of(1, 1, 2, 10),
        Chat = draw.Of(1, 1, 3, 7),
        Email = draw.Of(1, 2),
    };

    private Channels NewBeside() => draw.Percent(75) ? Channels.All : (Channels)draw.Below(16);
}
