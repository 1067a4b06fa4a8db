using ContactCenter.Agents;
using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Customers;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Sessions;

namespace ContactCenter.Journals;

/// <summary>Reads an event's fields, in the order in which they were written.</summary>
internal static partial class EventCodec
{
    internal static Event Read(ref RecordReader from, byte format, OldForms old)
    {
        var kind = (EventKind)from.Byte();
        return format != BatchCodec.Format && old.Find(format, kind) is { } read
            ? read(ref from)
            : Read(ref from, kind);
    }

    private static Event Read(ref RecordReader from, EventKind kind) => kind switch
    {
        EventKind.AvailabilityChanged => new AvailabilityChanged(
            from.Agent(), from.Choice<AvailabilityTrigger>(), from.OptionalText(), from.Actor(), from.OptionalText(),
            from.OptionalChoice<Channel>()),
        EventKind.AgentHeld => new AgentHeld(from.Agent(), from.Queue()),
        EventKind.AgentLetGo => new AgentLetGo(from.Agent()),
        EventKind.QueuePaused => new QueuePaused(
            from.Agent(), from.Queue(), from.Choice<Availability>(), from.OptionalText(), from.OptionalInstant(),
            from.Actor(), from.OptionalText()),
        EventKind.QueueResumed => new QueueResumed(from.Agent(), from.Queue(), from.Actor()),
        EventKind.AgentActive => new AgentActive(from.Agent()),
        EventKind.RonaCounted => new RonaCounted(
            from.Agent(), from.Choice<RonaCause>(), from.SmallNumber(), from.Choice<RonaConsequence>(),
            from.OptionalInstant(), from.OptionalChoice<Channel>()),
        EventKind.CoolOffEnded => new CoolOffEnded(from.Agent(), from.OptionalChoice<Channel>(), from.Actor()),
        EventKind.PaceEased => new PaceEased(from.Agent()),
        EventKind.OfferMade => new OfferMade(
            from.Number(), from.Number(), from.Agent(), from.Instant(), from.Text(), from.Choice<OfferKind>(),
            from.OptionalPeriod(), from.OptionalPeriod()),
        EventKind.OfferPresented => new OfferPresented(from.Number(), from.Instant()),
        EventKind.OfferExpiring => new OfferExpiring(from.Number()),
        EventKind.OfferClosed => new OfferClosed(from.Number(), from.Choice<OfferTrigger>()),
        EventKind.ChatStarted => new ChatStarted(
            from.Number(), from.Customer(), from.Queue(), from.Choice<Channel>()),
        EventKind.ChatQueued => new ChatQueued(from.Number()),
        EventKind.ContactWished => new ContactWished(from.Number(), ReadWishes(ref from), from.Flag()),
        EventKind.ContactAged => new ContactAged(from.Number(), from.Period()),
        EventKind.PositionAsked => new PositionAsked(from.Number(), from.SmallNumber()),
        EventKind.ContactPlaced => new ContactPlaced(from.Number(), new AskedPlace(from.Number(), from.Number())),
        EventKind.ContactWithheld => new ContactWithheld(from.Number(), from.Agent(), from.Instant()),
        EventKind.ContactOfferable => new ContactOfferable(from.Number(), from.Agent()),
        EventKind.ContactLabelled => new ContactLabelled(from.Number(), ReadAttributes(ref from)),
        EventKind.ContactClassified => new ContactClassified(from.Number(), from.Text(), from.SmallNumber()),
        EventKind.ContactScheduled => new ContactScheduled(from.Number(), from.Instant(), from.Flag(), from.Actor()),
        EventKind.ContactSuspended => new ContactSuspended(from.Number(), from.Actor()),
        EventKind.ContactActivated => new ContactActivated(from.Number(), from.Actor()),
        EventKind.CallbackAsked => new CallbackAsked(from.Number(), from.Actor()),
        EventKind.ContactCancelled => new ContactCancelled(from.Number(), from.Texts(), from.Actor()),
        EventKind.MessagePosted => new MessagePosted(
            from.Number(), from.SmallNumber(), from.Actor(), from.SmallNumber(), from.Wide(), from.Flag()),
        EventKind.NoticeShown => new NoticeShown(from.Number(), from.SmallNumber(), from.Text(), from.Text()),
        EventKind.AsidePosted => new AsidePosted(
            from.Number(), from.SmallNumber(), from.Actor(), from.SmallNumber(), from.Wide(), from.Flag()),
        EventKind.AsideShown => new AsideShown(from.Number(), from.SmallNumber(), from.Text(), from.Text()),
        EventKind.MessageRedacted => new MessageRedacted(
            from.Number(), from.SmallNumber(), from.Flag(), from.SmallNumber(), from.Wide()),
        EventKind.MaskingTurned => new MaskingTurned(from.Number(), from.Flag()),
        EventKind.LinesMarked => new LinesMarked(
            from.Number(), from.Actor(), from.SmallNumber(), from.SmallNumber()),
        EventKind.SilenceNoticed => new SilenceNoticed(from.Number()),
        EventKind.ChatEnded => new ChatEnded(from.Number(), from.Choice<ChatTrigger>(), from.Actor()),
        EventKind.ChatTransferred => new ChatTransferred(
            from.Number(), from.Choice<ChatTrigger>(), from.Queue(), from.OptionalAgent(), from.Actor()),
        EventKind.TransferCalledOff => new TransferCalledOff(from.Number()),
        EventKind.ChatRequeued => new ChatRequeued(from.Number()),
        EventKind.WaitRuleFired => new WaitRuleFired(from.Number(), from.Queue(), from.Period()),
        EventKind.ContactOverdue => new ContactOverdue(from.Number(), from.Period()),
        EventKind.ChatSleeps => new ChatSleeps(from.Number(), from.Flag()),
        EventKind.WorkInterrupted => new WorkInterrupted(
            from.Number(), from.Number(), from.Agent(), from.Number()),
        EventKind.WorkResumed => new WorkResumed(from.Number(), from.Number(), from.Agent()),
        EventKind.NoAgentRuleFired => new NoAgentRuleFired(from.Number(), from.Queue()),
        EventKind.PlaceRegained => new PlaceRegained(from.Number(), from.Instant()),
        EventKind.ConferenceReduced => new ConferenceReduced(from.Number()),
        EventKind.PartReleased => new PartReleased(from.Number(), from.Number(), from.Agent()),
        EventKind.WrapUpStarted => new WrapUpStarted(
            from.Number(), from.Number(), from.Agent(), from.OptionalInstant(), from.Flag()),
        EventKind.WrapUpHeld => new WrapUpHeld(from.Number(), from.Number(), from.Agent()),
        EventKind.WrapUpCompleted => new WrapUpCompleted(
            from.Number(), from.Number(), from.Agent(), from.Texts(), from.Actor()),
        EventKind.ObserverMoved => new ObserverMoved(
            from.Number(), from.Agent(), from.Choice<ObserverTrigger>()),
        EventKind.OffersWidened => new OffersWidened(from.Number()),
        EventKind.ChatClosed => new ChatClosed(from.Number()),
        EventKind.BotAsked => new BotAsked(from.Number(), from.Number(), from.SmallNumber(), from.Instant()),
        EventKind.BotEffectClosed => new BotEffectClosed(from.Number(), from.Number()),
        EventKind.SessionOpened => new SessionOpened(from.Number(), from.Actor()),
        EventKind.SessionClosed => new SessionClosed(from.Number(), from.Actor(), from.Choice<SessionEnd>()),
        EventKind.PresenceLost => new PresenceLost(from.Actor(), from.Instant()),
        EventKind.PresenceEnded => new PresenceEnded(from.Actor(), from.Flag()),
        EventKind.AuditNoted => new AuditNoted(
            from.Number(), from.Actor(), from.Choice<AuditAction>(), from.Number(),
            from.OptionalCustomer().GetValueOrDefault()),
        EventKind.FileSent => new FileSent(
            from.Number(), from.Number(), from.Guid(), from.Actor(), from.Number(), from.Instant()),
        EventKind.FileMasked => new FileMasked(from.Number(), from.Number(), from.Number()),
        EventKind.FileCleared => new FileCleared(from.Number(), from.Number(), from.Instant()),
        EventKind.FileDelivered => new FileDelivered(
            from.Number(), from.Number(), from.SmallNumber(), from.Actor(), from.SmallNumber(), from.Wide(),
            from.Flag()),
        EventKind.FileBlocked => new FileBlocked(from.Number(), from.Number(), from.Text()),
        EventKind.FileDestroyed => new FileDestroyed(from.Number(), from.Number()),
        EventKind.FileWithdrawn => new FileWithdrawn(
            from.Number(), from.Number(), from.SmallNumber(), from.Actor(), from.Guid(), from.Guid(), from.Text()),
        EventKind.HoldSet => new HoldSet(from.Customer(), from.Flag()),
        EventKind.ErasureBegan => new ErasureBegan(
            from.Number(), from.OptionalCustomer().GetValueOrDefault(), from.Instant(), from.Actor()),
        EventKind.ContactsErased => new ContactsErased(
            from.Number(), from.Numbers(), from.SmallNumber(), from.Flag()),
        EventKind.RescanBegan => new RescanBegan(from.Number(), from.Instant(), from.Number(), from.Actor()),
        EventKind.LinesRescanned => new LinesRescanned(
            from.Number(), from.Number(), from.SmallNumber(), from.SmallNumber(), from.SmallNumber()),
        EventKind.FileRescanned => new FileRescanned(
            from.Number(), from.Number(), from.SmallNumber(), from.Choice<FileFinding>()),
        EventKind.CardRedacted => new CardRedacted(from.Number(), from.Number()),
        EventKind.HoursBegan => new HoursBegan(from.Queue(), from.OptionalInstant()),
        EventKind.HoursEnded => new HoursEnded(from.Queue(), from.OptionalInstant()),
        EventKind.FloorConfigured => new FloorConfigured(Read(from.Text(), ConfigurationJson.Read), from.Text()),
        EventKind.ConfigurationEdited => new ConfigurationEdited(
            new ConfigurationEdit(
                from.Choice<EditKind>(), from.Text(), ReadOptional(from.OptionalText(), ConfigurationJson.ReadQueue),
                ReadOptional(from.OptionalText(), ConfigurationJson.ReadAgent)),
            from.Text()),
        EventKind.StrategyFailed => new StrategyFailed(from.Queue(), from.Text()),
        EventKind.QueueClosed => new QueueClosed(from.Queue()),
        EventKind.ChatMoved => new ChatMoved(from.Number(), from.Queue(), from.Queue()),
        EventKind.ChatDiverted => new ChatDiverted(
            from.Number(), from.Queue(), from.Queue(), from.Choice<Diversion>()),
        _ => throw RecordReader.Broken("event kind"),
    };

    private static T? ReadOptional<T>(string? json, Func<string, T> read)
        where T : class => json is null ? null : Read(json, read);

    private static T Read<T>(string json, Func<string, T> read)
    {
        try
        {
            return read(json);
        }
        catch (FormatException)
        {
            throw RecordReader.Broken("configuration");
        }
    }
}
