using ContactCenter.Files;
using ContactCenter.Journals;
using ContactCenter.Redaction;
using ContactCenter.Responses;
using ContactCenter.Routing;
using ContactCenter.Vaults;
using Microsoft.Extensions.Logging;

namespace ContactCenter.Runtime;

/// <summary>What a floor runs on: the host's choices, made once.</summary>
internal sealed record FloorRuntime
{
    public required IJournal Journal { get; init; }

    /// <summary>Has the keys of what the journal keeps of contacts; null where that is not encrypted.</summary>
    public IPersonalDataProtector? Protector { get; init; }

    public required RedactionPipeline Redaction { get; init; }

    /// <summary>The pipeline has rules of the host's.</summary>
    public bool HasHostRules { get; init; }

    /// <summary>The pipeline runs code of the host's, which gets a thread and a deadline.</summary>
    public bool HasHostCode => HasHostRules || Redaction.AsksHost;

    public IChatBot? Bot { get; init; }

    /// <summary>Where attachments are kept; null for a floor without any.</summary>
    public IAttachmentStore? Store { get; init; }

    public IReadOnlyList<IAttachmentScanner> Scanners { get; init; } = [];

    /// <summary>Keeps what tokens stand for; null where there are none.</summary>
    public ITokenVault? Vault { get; init; }

    /// <summary>Plain texts with card data are delivered masked, and not blocked.</summary>
    public bool MasksTexts { get; init; }

    public IResponseSource? Responses { get; init; }

    public IReadOnlyList<IHistorySource> HistorySources { get; init; } = [];

    /// <summary>What queues can be told to choose by.</summary>
    public KnownStrategies Strategies { get; init; } = KnownStrategies.Shipped;

    /// <summary>Who owns the configuration.</summary>
    public ConfigurationChanges Changes { get; init; }

    public required TimeProvider Time { get; init; }

    /// <summary>What a thread at work is timed by, however fast a test lets the floor's own time go by.</summary>
    public TimeProvider Machine { get; init; } = TimeProvider.System;

    public required ILogger Logger { get; init => field = new HostLogger(value); }

    public FloorLimits Limits { get; init; } = new();
}
