using System.Diagnostics.CodeAnalysis;
using ContactCenter;
using ContactCenter.DependencyInjection;
using ContactCenter.Files;
using ContactCenter.Journals;
using ContactCenter.Redaction;
using ContactCenter.Responses;
using ContactCenter.Routing;
using ContactCenter.Runtime;
using ContactCenter.Vaults;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds a contact centre to a host's services.</summary>
public static class ContactCenterServiceCollectionExtensions
{
    /// <summary>The id of the floor that <see cref="AddContactCenter"/> configures.</summary>
    public const string DefaultFloor = "default";

    /// <summary>
    /// Adds a contact centre. <paramref name="configure"/> describes a floor called <c>default</c>; resolve it as
    /// <see cref="FloorHost"/>. Add more floors with <see cref="AddFloor"/>. Calling it again is harmless.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Describes the default floor; null for a contact centre without one.</param>
    public static IContactCenterBuilder AddContactCenter(
        this IServiceCollection services, Action<FloorOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions();
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<FloorOptions>, FloorOptionsValidator>());
        services.TryAddSingleton<IJournal>(_ => new InMemoryJournal());
        services.TryAddSingleton<IAttachmentStore>(_ => new InMemoryAttachmentStore());
        var builder = new ContactCenterBuilder(services);
        return configure is null ? builder : builder.AddFloor(DefaultFloor, configure);
    }

    /// <summary>
    /// Adds a floor, resolved as a <see cref="FloorHost"/> keyed by its id; the first one added also without a key.
    /// Floors share nothing but the process. Adding one again configures it further.
    /// </summary>
    /// <param name="builder">The contact centre.</param>
    /// <param name="id">The floor's id.</param>
    /// <param name="configure">Describes the floor.</param>
    /// <exception cref="FormatException"><paramref name="id"/> is no id.</exception>
    /// <exception cref="ArgumentException"><paramref name="id"/> reads as a card number.</exception>
    public static IContactCenterBuilder AddFloor(
        this IContactCenterBuilder builder, string id, Action<FloorOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        FloorId.Parse(id);
        if (CardLikeId.Is(id))
        {
            throw new ArgumentException("The id of a floor is in every log, and reads as a card number.", nameof(id));
        }

        var services = builder.Services;
        services.AddOptions<FloorOptions>(id).Configure(configure).ValidateOnStart();
        if (!services.Any(service => service.ImplementationInstance is FloorRegistration floor && floor.Id == id))
        {
            services.AddSingleton(new FloorRegistration(id));
            services.AddKeyedSingleton(id, (provider, _) => FloorFactory.Make(provider, id));
            services.TryAddSingleton(provider => provider.GetRequiredKeyedService<FloorHost>(id));
        }

        return builder;
    }

    /// <summary>Sets who owns the configuration of all floors; the last call wins.</summary>
    /// <param name="builder">The contact centre.</param>
    /// <param name="changes">
    /// From file, which is the default: code and configuration are the wanted state. From verbs: they only seed a floor
    /// that has no configuration yet, and <see cref="FloorHost.Configuration"/> edits it.
    /// </param>
    public static IContactCenterBuilder ApplyChanges(this IContactCenterBuilder builder, ConfigurationChanges changes)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.ConfigureAll<FloorOptions>(options => options.Changes = changes);
        return builder;
    }

    /// <summary>Adds a redaction rule of the host's beside the built-in ones.</summary>
    /// <typeparam name="TRule">The rule; made once, shared by all floors.</typeparam>
    /// <param name="builder">The contact centre.</param>
    public static IContactCenterBuilder AddRedactionRule<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TRule>(
        this IContactCenterBuilder builder)
        where TRule : class, IRedactionRule =>
        builder.AddBeside<IRedactionRule, TRule>();

    /// <summary>Adds a routing strategy of the host's, which queues choose by its name.</summary>
    /// <typeparam name="TStrategy">The strategy; made once, shared by all floors.</typeparam>
    /// <param name="builder">The contact centre.</param>
    /// <remarks>
    /// A name that is not kebab-case, that one which ships has, or that is there twice, refuses the start, with
    /// everything else that is wrong.
    /// </remarks>
    public static IContactCenterBuilder AddRoutingStrategy<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TStrategy>(
        this IContactCenterBuilder builder)
        where TStrategy : class, IRoutingStrategy =>
        builder.AddBeside<IRoutingStrategy, TStrategy>();

    /// <summary>Adds a routing strategy that is there already; several of one type may differ in name.</summary>
    /// <param name="builder">The contact centre.</param>
    /// <param name="strategy">The strategy; shared by all floors.</param>
    public static IContactCenterBuilder AddRoutingStrategy(
        this IContactCenterBuilder builder, IRoutingStrategy strategy)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(strategy);
        builder.Services.AddSingleton(strategy);
        return builder;
    }

    /// <summary>Adds another source of contact history, beside the floor's own.</summary>
    /// <typeparam name="TSource">The source; made once, shared by all floors.</typeparam>
    /// <param name="builder">The contact centre.</param>
    public static IContactCenterBuilder AddHistorySource<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSource>(
        this IContactCenterBuilder builder)
        where TSource : class, IHistorySource =>
        builder.AddBeside<IHistorySource, TSource>();

    /// <summary>Sets the bot.</summary>
    /// <param name="builder">The contact centre.</param>
    /// <param name="bot">Makes the bot, once.</param>
    /// <exception cref="InvalidOperationException">There is a bot already.</exception>
    public static IContactCenterBuilder UseBot(
        this IContactCenterBuilder builder, Func<IServiceProvider, IChatBot> bot) =>
        builder.Fill("bot", bot, nameof(UseBot));

    /// <summary>Sets the source of predefined responses. Without one, agents have none.</summary>
    /// <param name="builder">The contact centre.</param>
    /// <param name="responses">Makes their source, once; shared by all floors.</param>
    /// <exception cref="InvalidOperationException">There are responses already.</exception>
    public static IContactCenterBuilder UseResponses(
        this IContactCenterBuilder builder, Func<IServiceProvider, IResponseSource> responses) =>
        builder.Fill("source of responses", responses, nameof(UseResponses));

    /// <summary>Sets the journal. Without one, the journal is in memory.</summary>
    /// <param name="builder">The contact centre.</param>
    /// <param name="journal">Makes the journal, once.</param>
    /// <exception cref="InvalidOperationException">There is a journal already.</exception>
    public static IContactCenterBuilder UseJournal(
        this IContactCenterBuilder builder, Func<IServiceProvider, IJournal> journal) =>
        builder.Fill("journal", journal, nameof(UseJournal));

    /// <summary>
    /// Encrypts what any journal keeps of contacts beside the log. Without a protector, it is kept unencrypted.
    /// </summary>
    /// <param name="builder">The contact centre.</param>
    /// <param name="protector">Makes the protector, once; shared by all floors.</param>
    /// <exception cref="InvalidOperationException">There is a protector already.</exception>
    public static IContactCenterBuilder UsePersonalDataProtector(
        this IContactCenterBuilder builder, Func<IServiceProvider, IPersonalDataProtector> protector) =>
        builder.Fill("personal data protector", protector, nameof(UsePersonalDataProtector));

    /// <summary>Sets the attachment store. Without one, attachments are in memory, whatever the journal is.</summary>
    /// <param name="builder">The contact centre.</param>
    /// <param name="store">Makes the store, once; it is shared by all floors.</param>
    /// <exception cref="InvalidOperationException">There is a store already.</exception>
    public static IContactCenterBuilder UseAttachmentStore(
        this IContactCenterBuilder builder, Func<IServiceProvider, IAttachmentStore> store) =>
        builder.Fill("attachment store", store, nameof(UseAttachmentStore));

    /// <summary>
    /// Sets the vault, which keeps the values behind tokens (<see cref="RedactionOptions.Tokens"/>). Without one, there
    /// can be no tokens.
    /// </summary>
    /// <param name="builder">The contact centre.</param>
    /// <param name="vault">Makes the vault, once; it is shared by all floors.</param>
    /// <exception cref="InvalidOperationException">There is a vault already.</exception>
    public static IContactCenterBuilder UseTokenVault(
        this IContactCenterBuilder builder, Func<IServiceProvider, ITokenVault> vault) =>
        builder.Fill("token vault", vault, nameof(UseTokenVault));

    /// <summary>Sets the engine that reads pictures. Without one, a policy decides what happens to pictures.
    /// </summary>
    /// <param name="builder">The contact centre.</param>
    /// <param name="engine">Makes the engine, once; shared by all floors.</param>
    /// <exception cref="InvalidOperationException">There is an engine already.</exception>
    public static IContactCenterBuilder UseOcrEngine(
        this IContactCenterBuilder builder, Func<IServiceProvider, IOcrEngine> engine) =>
        builder.Fill("OCR engine", engine, nameof(UseOcrEngine));

    /// <summary>
    /// Adds a scanner of attachments, beside the library's own of texts and documents. All of them look at every file,
    /// and the worst verdict wins.
    /// </summary>
    /// <typeparam name="TScanner">The scanner; made once, shared by all floors.</typeparam>
    /// <param name="builder">The contact centre.</param>
    public static IContactCenterBuilder AddAttachmentScanner<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TScanner>(
        this IContactCenterBuilder builder)
        where TScanner : class, IAttachmentScanner =>
        builder.AddBeside<IAttachmentScanner, TScanner>();

    private static IContactCenterBuilder AddBeside<
        TService, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TOne>(
        this IContactCenterBuilder builder)
        where TService : class
        where TOne : class, TService
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<TService, TOne>());
        return builder;
    }

    private static IContactCenterBuilder Fill<TService>(
        this IContactCenterBuilder builder, string slot, Func<IServiceProvider, TService> make, string by)
        where TService : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(make);
        foreach (var service in builder.Services)
        {
            if (service.ImplementationInstance is FilledSlot filled && filled.Slot == slot)
            {
                throw new InvalidOperationException($"The {slot} is there already, by {filled.By}.");
            }
        }

        builder.Services.AddSingleton(new FilledSlot(slot, by));
        builder.Services.Replace(ServiceDescriptor.Singleton(make));
        return builder;
    }
}
