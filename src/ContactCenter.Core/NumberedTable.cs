using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace ContactCenter;

/// <summary>
/// What has a number, such as chats and offers, by its number; gone through in the order of the numbers.
/// </summary>
/// <remarks>
/// Numbers count up, so those in use lie close together: they stand side by side in pages, which takes some ten bytes
/// each. One that is far from all others takes a page. A page is given back with the last number in it, and one is
/// kept for the next: in a steady state nothing is allocated.
/// </remarks>
internal sealed class NumberedTable<T> : IReadOnlyDictionary<long, T>
    where T : class
{
    private const int PageBits = 5;
    private const int PageLength = 1 << PageBits;
    private const ulong GoldenRatio = 0x9E37_79B9_7F4A_7C15;

    // A table of lists of pages, of which hardly any is longer than one.
    private Page?[] _pages = new Page?[4];
    private int _pageCount;
    private Page? _spare;
    private int _version;

    public int Count { get; private set; }

    public IEnumerable<long> Keys => this.Select(numbered => numbered.Key);

    public IEnumerable<T> Values
    {
        get
        {
            var version = _version;
            foreach (var page in InOrder())
            {
                for (var place = 0; place < PageLength; place++)
                {
                    if (page.Values[place] is { } value)
                    {
                        yield return value;
                        ThrowIfChanged(version);
                    }
                }
            }
        }
    }

    /// <summary>What has a number; another may take its place.</summary>
    public T this[long number]
    {
        get => GetValueOrDefault(number) ?? throw Missing(number);
        internal set
        {
            if (!ContainsKey(number))
            {
                throw Missing(number);
            }

            Find(number >> PageBits)!.Values[PlaceOf(number)] = value;
        }
    }

    internal T? GetValueOrDefault(long number) =>
        Find(number >> PageBits) is { } page ? page.Values[PlaceOf(number)] : null;

    public bool TryGetValue(long number, [MaybeNullWhen(false)] out T value) =>
        (value = GetValueOrDefault(number)) is not null;

    public bool ContainsKey(long number) => GetValueOrDefault(number) is not null;

    internal void Add(long number, T value)
    {
        var page = Find(number >> PageBits) ?? NewPage(number >> PageBits);
        ref var place = ref page.Values[PlaceOf(number)];
        if (place is not null)
        {
            throw new ArgumentException($"Number {number} is in use.", nameof(number));
        }

        place = value;
        page.Count++;
        Count++;
        _version++;
    }

    internal bool Remove(long number, [MaybeNullWhen(false)] out T value)
    {
        var page = Find(number >> PageBits);
        value = page?.Values[PlaceOf(number)];
        if (value is null)
        {
            return false;
        }

        page!.Values[PlaceOf(number)] = null;
        Count--;
        _version++;
        if (--page.Count == 0)
        {
            Drop(page);
        }

        return true;
    }

    public IEnumerator<KeyValuePair<long, T>> GetEnumerator()
    {
        var version = _version;
        foreach (var page in InOrder())
        {
            for (var place = 0; place < PageLength; place++)
            {
                if (page.Values[place] is { } value)
                {
                    yield return new KeyValuePair<long, T>((page.Number << PageBits) + place, value);
                    ThrowIfChanged(version);
                }
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void ThrowIfChanged(int version)
    {
        if (version != _version)
        {
            throw new InvalidOperationException("The table was changed while it was gone through.");
        }
    }

    private static int PlaceOf(long number) => (int)number & (PageLength - 1);

    private static KeyNotFoundException Missing(long number) => new($"Nothing has number {number}.");

    private Page? Find(long number)
    {
        var page = ListOf(number);
        while (page is not null && page.Number != number)
        {
            page = page.Next;
        }

        return page;
    }

    // Spread like this, neighbours meet hardly ever, and neither do numbers that are far apart by equal steps.
    private ref Page? ListOf(long number) =>
        ref _pages[(int)(((ulong)number * GoldenRatio) >> (64 - BitOperations.Log2((uint)_pages.Length)))];

    private Page NewPage(long number)
    {
        if (_pageCount == _pages.Length)
        {
            var pages = _pages;
            _pages = new Page?[2 * pages.Length];
            foreach (var list in pages)
            {
                for (var (page, next) = (list, list?.Next); page is not null; (page, next) = (next, next?.Next))
                {
                    Link(page);
                }
            }
        }

        var added = _spare ?? new Page();
        (added.Number, _spare) = (number, null);
        Link(added);
        _pageCount++;
        return added;
    }

    private void Link(Page page)
    {
        ref var list = ref ListOf(page.Number);
        (page.Next, list) = (list, page);
    }

    private void Drop(Page page)
    {
        ref var link = ref ListOf(page.Number);
        while (link != page)
        {
            link = ref link!.Next;
        }

        link = page.Next;
        (page.Next, _spare) = (null, page);
        _pageCount--;
    }

    private Page[] InOrder()
    {
        var (pages, count) = (new Page[_pageCount], 0);
        foreach (var list in _pages)
        {
            for (var page = list; page is not null; page = page.Next)
            {
                pages[count++] = page;
            }
        }

        if (count > 1)
        {
            Array.Sort(pages, static (one, other) => one.Number.CompareTo(other.Number));
        }

        return pages;
    }

    private sealed class Page
    {
        internal long Number;
        internal Page? Next;
        internal int Count;
        internal Slots Values;
    }

    [InlineArray(PageLength)]
    private struct Slots
    {
        private T? _first;
    }
}
