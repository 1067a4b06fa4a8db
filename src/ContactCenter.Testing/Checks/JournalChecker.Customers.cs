using ContactCenter.Customers;

namespace ContactCenter.Testing;

/// <summary>What is kept of customers: every entry once, nothing destroyed that is held or still open.</summary>
internal sealed partial class JournalChecker
{
    private readonly HashSet<CustomerId> _held = [];
    private readonly Dictionary<long, CustomerId> _erasures = [];
    private readonly Dictionary<long, CustomerId> _past = [];
    private RescanBegan? _rescan;
    private long _rescanned;
    private (long Chat, int Line) _rescannedFile;
    private long _lastAudit;
    private long _erased;

    private void Fold(CustomerEvent happened)
    {
        switch (happened)
        {
            case AuditNoted e:
                Require(e.Number == _lastAudit + 1, "S30", $"audit entry {e.Number} follows entry {_lastAudit}");
                _lastAudit = e.Number;
                break;
            case HoldSet e:
                Require(
                    e.Holds ? _held.Add(e.Customer) : _held.Remove(e.Customer), "S30", $"{e} changes nothing");
                Require(!e.Holds || !_erasures.ContainsValue(e.Customer), "S30", $"{e} comes during an erasure");
                break;
            case ErasureBegan e:
                Require(e.Effect == _lastEffect + 1, "S38", $"effect {e.Effect} follows effect {_lastEffect}");
                Require(!_held.Contains(e.Customer), "S30", $"{e.Customer} is under legal hold and is erased");
                Require(!_erasures.ContainsValue(e.Customer), "S30", $"{e.Customer} is erased twice at a time");
                Require(
                    e.Customer == default || _chats.Values.All(chat => chat.Customer != e.Customer),
                    "S30",
                    $"{e.Customer} has an open contact and is erased");
                _lastEffect = e.Effect;
                _erasures[e.Effect] = e.Customer;
                ForgetPlaces(place => place.Customer == e.Customer);
                ForgetLastAgents(e.Customer, e.Before);
                break;
            case ContactsErased e:
                Require(_erasures.ContainsKey(e.Effect), "S38", $"{e} belongs to no erasure");
                Require(e.Chats.All(chat => !_chats.ContainsKey(chat)), "S30", $"{e} destroys an open contact");
                _erased += e.Chats.Length;
                foreach (var chat in e.Chats)
                {
                    Require(
                        !_past.Remove(chat, out var of) || !_held.Contains(of),
                        "S30",
                        $"chat {chat} is destroyed, and its customer is under legal hold");
                }

                if (e.IsLast)
                {
                    _erasures.Remove(e.Effect);
                }

                break;
            case RescanBegan e:
                Require(e.Effect == _lastEffect + 1, "S38", $"effect {e.Effect} follows effect {_lastEffect}");
                Require(_rescan is null, "S50", $"{e} begins during another");
                Require(e.UpTo == _lastChat, "S50", $"{e} leaves contacts out");
                (_lastEffect, _rescan, _rescanned, _rescannedFile) = (e.Effect, e, 0, default);
                break;
            case LinesRescanned e:
                Require(_rescan?.Effect == e.Effect, "S38", $"{e} belongs to no rescan");
                Require(e.Chat >= _rescanned && e.Chat <= _rescan?.UpTo, "S50", $"{e} goes back, or too far");
                (_rescan, _rescanned) = (e.Chat == _rescan?.UpTo ? null : _rescan, e.Chat);
                break;
            case CardRedacted e:
                Require(_rescan is not null && e.Chat <= _rescan.UpTo, "S50", $"{e} masks what nobody reads again");
                break;
            case FileRescanned e:
                Require(_rescan?.Effect == e.Effect, "S38", $"{e} belongs to no rescan");
                Require(
                    e.Chat > _rescanned && e.Chat <= _rescan?.UpTo
                        && (e.Chat, e.Sequence).CompareTo(_rescannedFile) > 0,
                    "S50",
                    $"{e} goes back, or too far");
                _rescannedFile = (e.Chat, e.Sequence);
                break;
            default:
                Report("S36", $"{happened} has no rule");
                break;
        }
    }
}
