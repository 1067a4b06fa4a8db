using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.DependencyInjection;

internal sealed record ContactCenterBuilder(IServiceCollection Services) : IContactCenterBuilder;

/// <summary>A floor that was registered, so that a generic host can start all of them.</summary>
internal sealed record FloorRegistration(string Id);

/// <summary>Something a host may choose once, and by which call it did.</summary>
internal sealed record FilledSlot(string Slot, string By);
