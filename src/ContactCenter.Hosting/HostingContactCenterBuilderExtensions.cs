using ContactCenter;
using ContactCenter.DependencyInjection;
using ContactCenter.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Lets a generic host run a contact centre, described in its configuration.</summary>
public static class HostingContactCenterBuilderExtensions
{
    /// <summary>
    /// Lets the generic host start all floors when it starts, in the order in which they were added, and stop them in
    /// reverse. Calling it again is harmless.
    /// </summary>
    /// <param name="builder">The contact centre.</param>
    /// <remarks>
    /// Hosted services start in the order in which they were added: what needs the floors is added after this. When
    /// one floor cannot start, those that had are stopped, and the host does not start.
    /// </remarks>
    public static IContactCenterBuilder AddHostedFloors(this IContactCenterBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddHostedService<HostedFloors>();
        return builder;
    }

    /// <summary>
    /// Adds the floors that a configuration section describes: one for each child, whose key is the floor's id and
    /// whose content is that of <see cref="FloorOptions"/>.
    /// </summary>
    /// <param name="builder">The contact centre.</param>
    /// <param name="floors">The section, by custom <c>ContactCenter:Floors</c>.</param>
    /// <remarks>
    /// A key that means nothing, or a value that cannot be read, is a fault like any other: the host does not start,
    /// and is told all of them at once. Where the file owns the configuration, which is the default, the floors of a
    /// generic host follow it: a quarter of a second after a reload each takes the new revision in one batch, or keeps
    /// what it has and all that is wrong is logged at once, as <c>FloorHost.Configuration.Status</c> says too. Reloads
    /// that come while one is taken are taken together. A floor that is added or removed, and what a floor reads when
    /// it is made (<see cref="FloorOptions.Limits"/>, <see cref="FloorOptions.Redaction"/>), need a new start.
    /// </remarks>
    /// <exception cref="ArgumentException">
    /// The section describes no floor, or one under a key that is no id.
    /// </exception>
    public static IContactCenterBuilder BindFloors(this IContactCenterBuilder builder, IConfigurationSection floors)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(floors);
        IConfigurationSection[] described = [.. floors.GetChildren()];
        if (described.Length == 0)
        {
            throw new ArgumentException($"{floors.Path} describes no floor.", nameof(floors));
        }

        var strange = described.Where(floor => !FloorId.TryParse(floor.Key, out _))
            .Select(floor => floor.Path).ToArray();
        if (strange.Length > 0)
        {
            throw new ArgumentException($"No id of a floor: {string.Join(", ", strange)}.", nameof(floors));
        }

        foreach (var floor in described)
        {
            builder.AddFloor(floor.Key, options => FloorBinding.Bind(floor, options));
            builder.Services.AddSingleton<IValidateOptions<FloorOptions>>(new FloorSectionValidator(floors, floor));
            builder.Services.AddSingleton(new BoundFloor(floors, floor.Key));
        }

        builder.Services.AddHostedService<ConfigurationReload>();

        return builder;
    }
}
