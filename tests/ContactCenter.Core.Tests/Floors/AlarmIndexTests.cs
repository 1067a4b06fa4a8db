using ContactCenter.Floors;
using ContactCenter.Testing;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Floors;

/// <summary>The alarm index beside a plain sorted list of what stands.</summary>
public sealed class AlarmIndexTests
{
    private static readonly AlarmKind[] Kinds = Enum.GetValues<AlarmKind>();

    [Theory]
    [InlineData(1, 1, 400)]
    [InlineData(2, 3, 3_000)]
    [InlineData(3, 40, 12_000)]
    [InlineData(4, 1_000, 15_000)]
    [InlineData(5, 4_000, 12_000)]
    public void Alarms_fall_due_as_in_a_sorted_list(int seed, int atOnce, int outstanding)
    {
        var (random, diary) = (new Random(seed), new Diary());
        for (var step = 0; step < 200; step++)
        {
            var count = random.Next(1, atOnce + 1);
            for (var each = 0; each < count; each++)
            {
                switch (random.Next(10))
                {
                    case < 6:
                        diary.Set(random, diary.Standing < outstanding ? random.Next(4) : 0);
                        break;
                    case 6:
                        diary.Move(random, isTold: random.Next(2) == 0);
                        break;
                    default:
                        diary.Cancel(random);
                        break;
                }
            }

            if (random.Next(100) == 0)
            {
                diary.Index.Rebuild();
            }

            diary.Advance(TimeSpan.FromMilliseconds(random.Next(500)));
            Assert.Equal(diary.First, diary.Index.Next());
        }

        diary.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, diary.Standing);
        Assert.Equal(0, diary.Index.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Alarms_of_one_instant_in_any_number_ring_by_kind_and_number(bool isRebuilt)
    {
        var diary = new Diary();
        for (var number = 0; number < 20_000; number++)
        {
            // 7,919 and 20,000 have no common divisor: every number once, in no order.
            diary.SetAt(diary.Now + Seconds(30), AlarmKind.Offer, (number * 7_919L) % 20_000);
        }

        if (isRebuilt)
        {
            diary.Index.Rebuild();
        }

        diary.Advance(Seconds(30));
        Assert.Equal(0, diary.Standing);
    }

    [Fact]
    public void What_was_cancelled_takes_no_more_room_than_what_stands()
    {
        var (random, diary) = (new Random(1), new Diary());
        for (var number = 0; number < 20_000; number++)
        {
            diary.Set(random, 0);
        }

        var most = 0;
        for (var step = 0; step < 200_000; step++)
        {
            diary.Cancel(random);
            diary.Set(random, 0);
            most = Math.Max(most, diary.Index.Count);
        }

        Assert.InRange(most, 20_000, (20_000 * 5 / 2) + (9 * AlarmRuns.Length));
    }

    [Fact]
    public void An_alarm_that_is_set_whenever_it_moves_stands_once()
    {
        var diary = new Diary();
        for (var step = 0; step < 20_000; step++)
        {
            diary.SetAt(diary.Now + TimeSpan.FromMilliseconds(step), AlarmKind.Silence, 1);
        }

        Assert.InRange(diary.Index.Count, 1, AlarmRuns.Length);
    }

    [Fact]
    public void Whom_an_alarm_concerns_comes_back_with_it()
    {
        var diary = new Diary();
        Actor[] people = [Actor.Agent("noor"), Actor.Agent("mina"), Actor.Customer("ana")];
        foreach (var who in people)
        {
            diary.SetAt(diary.Now + Seconds(1), AlarmKind.Grace, 0, 0, who);
        }

        diary.SetAt(diary.Now + Seconds(1), AlarmKind.WrapUp, 3, long.MaxValue);
        diary.SetAt(diary.Now + Seconds(1), AlarmKind.WrapUp, 2, 77);

        Assert.Equal(77, diary.Index.Next()!.Value.Chat);
        diary.Advance(Seconds(1));
        Assert.Equal(0, diary.Index.Count);
    }

    /// <summary>What stands, in a sorted list, and the index over it.</summary>
    private sealed class Diary
    {
        private readonly Dictionary<Alarm, DateTimeOffset> _due = [];
        private readonly SortedSet<Alarm> _sorted = [];
        private readonly List<Alarm> _causes = [];
        private long _last;

        internal Diary() => Index = new AlarmIndex(
            alarm => _due.TryGetValue(alarm with { DueAt = default }, out var due) ? due : null,
            () => _sorted.Reverse());

        internal AlarmIndex Index { get; }

        internal DateTimeOffset Now { get; private set; } = ManualTimeProvider.DefaultStart;

        internal int Standing => _sorted.Count;

        internal Alarm? First => _sorted.Count == 0 ? null : _sorted.Min;

        internal void Set(Random random, int more)
        {
            for (var each = 0; each <= more; each++)
            {
                var kind = Kinds[random.Next(Kinds.Length)];
                var dueAt = Now + (random.Next(3) == 0
                    ? TimeSpan.FromTicks(random.NextInt64(TimeSpan.TicksPerMinute))
                    : Seconds(10 * random.Next(1, 5)));
                var number = ++_last;
                if (kind is AlarmKind.Grace or AlarmKind.Inactivity)
                {
                    SetAt(dueAt, kind, 0, 0, Actor.Agent($"agent-{number % 5_000}"));
                }
                else
                {
                    SetAt(dueAt, kind, random.Next(2) == 0 ? number : -number, kind == AlarmKind.WrapUp ? number : 0);
                }
            }
        }

        internal void SetAt(DateTimeOffset dueAt, AlarmKind kind, long subject, long chat = 0, Actor who = default)
        {
            var cause = new Alarm(default, kind, subject, chat, who);
            if (_due.TryGetValue(cause, out var before))
            {
                _sorted.Remove(cause with { DueAt = before });
            }
            else
            {
                _causes.Add(cause);
            }

            _due[cause] = dueAt;
            _sorted.Add(cause with { DueAt = dueAt });
            Index.Set(cause with { DueAt = dueAt });
        }

        internal void Move(Random random, bool isTold)
        {
            if (Any(random) is not { } cause)
            {
                return;
            }

            // One that is due later moves by itself; one that is due earlier has to be set.
            var dueAt = _due[cause];
            var moved = isTold ? Now + ((dueAt - Now) / 2) : dueAt + Seconds(random.Next(20));
            _sorted.Remove(cause with { DueAt = dueAt });
            _sorted.Add(cause with { DueAt = moved });
            _due[cause] = moved;
            if (isTold)
            {
                Index.Set(cause with { DueAt = moved });
            }
        }

        internal void Cancel(Random random)
        {
            if (Any(random) is { } cause)
            {
                Drop(cause);
            }
        }

        internal void Advance(TimeSpan time)
        {
            Now += time;
            while (Index.Next(Now) is { } alarm)
            {
                Assert.Equal(First, alarm);
                Drop(alarm with { DueAt = default });
            }

            Assert.False(First?.DueAt <= Now);
        }

        private Alarm? Any(Random random)
        {
            while (_causes.Count > 0)
            {
                var place = random.Next(_causes.Count);
                var cause = _causes[place];
                if (_due.ContainsKey(cause))
                {
                    return cause;
                }

                _causes[place] = _causes[^1];
                _causes.RemoveAt(_causes.Count - 1);
            }

            return null;
        }

        private void Drop(Alarm cause)
        {
            _due.Remove(cause, out var dueAt);
            _sorted.Remove(cause with { DueAt = dueAt });
        }
    }
}
