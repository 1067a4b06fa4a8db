using ContactCenter.Routing;

namespace ContactCenter.Journals;

/// <summary>Writes what becomes of offers.</summary>
internal static partial class EventCodec
{
    private static void WriteOffer(RecordWriter to, RoutingEvent happened)
    {
        switch (happened)
        {
            case OfferMade e:
                Start(to, EventKind.OfferMade, e.Offer);
                to.Number(e.Chat);
                to.Agent(e.Agent);
                to.Instant(e.DueAt);
                to.Text(e.Why);
                to.Byte((byte)e.Kind);
                to.Period(e.AnswerWithin);
                to.Period(e.WarnBefore);
                break;
            case OfferPresented e:
                Start(to, EventKind.OfferPresented, e.Offer);
                to.Instant(e.DueAt);
                break;
            case OfferExpiring e:
                Start(to, EventKind.OfferExpiring, e.Offer);
                break;
            case OfferClosed e:
                Start(to, EventKind.OfferClosed, e.Offer);
                to.Byte((byte)e.Trigger);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(happened), happened, "An event without a form.");
        }
    }
}
