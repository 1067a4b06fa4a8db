using System.Collections;
using System.Reflection;
using System.Text;
using ContactCenter.Runtime;

namespace ContactCenter.Tests.Canaries;

/// <summary>All that an answer tells: in its words, and in everything that hangs on it.</summary>
internal static class Told
{
    private const int Deepest = 10;

    internal static async Task<string> ByAsync(object? answer)
    {
        var told = new StringBuilder();
        Tell(await DoneAsync(answer), told, 0);
        return told.ToString();
    }

    /// <summary>What a verb gives once it is done, whatever it gave at first.</summary>
    private static async Task<object?> DoneAsync(object? answer)
    {
        if (answer is IAsyncEnumerable<FeedBatch> feed)
        {
            await foreach (var batch in feed)
            {
                return batch;
            }
        }

        if (answer is ValueTask plain)
        {
            await plain;
            return null;
        }

        if (answer?.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(ValueTask<>))
        {
            var task = (Task)type.GetMethod(nameof(ValueTask<>.AsTask))!.Invoke(answer, null)!;
            await task;
            return task.GetType().GetProperty(nameof(Task<>.Result))!.GetValue(task);
        }

        return answer;
    }

    private static void Tell(object? one, StringBuilder told, int depth)
    {
        if (one is null or FloorHost or IAsyncEnumerable<FeedBatch> || depth > Deepest)
        {
            return;
        }

        told.Append(one is Stream content ? new StreamReader(content).ReadToEnd() : one.ToString()).Append('\n');
        if (one is string or Stream)
        {
            return;
        }

        if (one is IEnumerable several)
        {
            foreach (var each in several)
            {
                Tell(each, told, depth + 1);
            }
        }

        if (one.GetType() is { IsEnum: false, IsPrimitive: false } type
            && type.FullName!.StartsWith("ContactCenter.", StringComparison.Ordinal))
        {
            foreach (var member in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            {
                if (member.GetIndexParameters().Length == 0)
                {
                    Tell(ValueOf(member, one), told, depth + 1);
                }
            }
        }
    }

    /// <summary>The value of a member; or what it says where it has none.</summary>
    private static object? ValueOf(PropertyInfo member, object of)
    {
        try
        {
            return member.GetValue(of);
        }
        catch (TargetInvocationException exception)
        {
            return exception.ToString();
        }
    }
}
