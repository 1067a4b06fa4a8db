using ContactCenter.Routing;

namespace ContactCenter.Tests.Routing;

public sealed class FreeAgentsTests
{
    [Fact]
    public void Whoever_comes_back_stands_between_those_who_have_moved_together_meanwhile()
    {
        var (free, crowd) = (new FreeAgents(), Crowd(130));
        foreach (var member in crowd)
        {
            free.Add(member);
        }

        // So few are left that three blocks become one.
        int[] staying = [0, 64, 100, 128, 129];
        foreach (var place in Enumerable.Range(0, crowd.Length).Except(staying).Reverse())
        {
            free.Remove(crowd[place]);
        }

        free.Add(crowd[80]);

        Assert.Equal([crowd[0], crowd[64], crowd[80], crowd[100], crowd[128], crowd[129]], free.InOrder);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whoever_comes_and_goes_all_of_them_stand_in_order(int seed)
    {
        var (free, crowd, random) = (new FreeAgents(), Crowd(600), new Random(seed));
        for (var step = 0; step < 20_000; step++)
        {
            // It swells and shrinks: a good deal of them are there, and then hardly anybody.
            var share = step / 2_000 % 2 == 0 ? 80 : 5;
            var (member, comes) = (crowd[random.Next(crowd.Length)], random.Next(100) < share);
            if (member.IsFree)
            {
                free.Remove(member);
            }

            if (comes)
            {
                member.Standing = new Standing(1, 0, random.Next(50));
                free.Add(member);
            }

            if (step % 100 == 0)
            {
                Assert.Equal(crowd.Where(one => one.IsFree).OrderBy(one => one.Standing.Since)
                    .ThenBy(one => one.Agent.Id.Value, StringComparer.Ordinal), free.InOrder);
            }
        }
    }

    private static QueueMember[] Crowd(int count) =>
    [
        .. Enumerable.Range(0, count).Select(number => new QueueMember(
            new FreeAgent($"agent-{number:D3}"), queue: null!, new QueueMembership("calls"))),
    ];
}
