namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Where extensions add to a contact centre: floors, rules, a journal, a bot.</summary>
public interface IContactCenterBuilder
{
    /// <summary>The services that everything is added to.</summary>
    IServiceCollection Services { get; }
}
