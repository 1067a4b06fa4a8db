using ContactCenter.Files;
using ContactCenter.Journals;
using ContactCenter.Redaction;
using ContactCenter.Responses;
using ContactCenter.Routing;
using ContactCenter.Runtime;
using ContactCenter.Vaults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace ContactCenter.DependencyInjection;

/// <summary>Makes a floor's host of what the container holds.</summary>
internal static class FloorFactory
{
    internal static FloorHost Make(IServiceProvider services, string id)
    {
        var options = services.GetRequiredService<IOptionsMonitor<FloorOptions>>().Get(id);
        IRedactionRule[] rules = [.. services.GetServices<IRedactionRule>()];
        var vault = services.GetService<ITokenVault>();
        var redaction = new RedactionPipeline(
            options.Redaction, vault is not null, [.. options.Redaction.BuiltInRules(), .. rules]);
        IHistorySource[] sources = [.. services.GetServices<IHistorySource>()];
        if (HistorySources.Faults(sources).ToArray() is { Length: > 0 } faults)
        {
            throw new OptionsValidationException(
                id, typeof(FloorOptions), faults.Select(fault => $"Floor {id}: {fault}."));
        }

        var time = services.GetService<TimeProvider>() ?? TimeProvider.System;
        var documents = new DocumentAttachmentScanner(
            redaction, options.Attachments.Documents, services.GetService<IOcrEngine>(), time);
        var (journal, protector) =
            (services.GetRequiredService<IJournal>(), services.GetService<IPersonalDataProtector>());
        return new FloorHost(id, FloorBlueprint.Of(options), new FloorRuntime
        {
            Journal = protector is null ? journal : new ProtectedJournal(journal, protector),
            Protector = protector,
            Redaction = redaction,
            Vault = vault,
            HasHostRules = rules.Length > 0,
            Bot = services.GetService<IChatBot>(),
            Store = services.GetRequiredService<IAttachmentStore>(),
            Scanners =
            [
                new TextAttachmentScanner(redaction), documents, .. services.GetServices<IAttachmentScanner>(),
            ],
            MasksTexts = options.Attachments.Documents.MaskTexts,
            HistorySources = sources,
            Strategies = new KnownStrategies(services.GetServices<IRoutingStrategy>()),
            Responses = services.GetService<IResponseSource>(),
            Time = time,
            Logger = services.GetService<ILoggerFactory>()?.CreateLogger<FloorHost>()
                ?? NullLogger<FloorHost>.Instance,
            Limits = options.Limits,
            Changes = options.Changes,
        });
    }
}
