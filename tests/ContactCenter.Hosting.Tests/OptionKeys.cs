using System.Collections;
using System.Reflection;

namespace ContactCenter.Hosting.Tests;

/// <summary>The keys that a section can have, by the public properties of the options it tunes.</summary>
internal static class OptionKeys
{
    /// <summary>The path of each property that can be set, of one element of each list among them.</summary>
    internal static IEnumerable<string> Of(Type type, string before = "") =>
        from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where property.CanWrite || !IsValue(property.PropertyType)
        from key in Paths(property.PropertyType, before + property.Name)
        select key;

    private static IEnumerable<string> Paths(Type type, string path)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (IsValue(type))
        {
            return [path];
        }

        if (!type.IsAssignableTo(typeof(IEnumerable)))
        {
            return Of(type, path + ":");
        }

        var of = type.GetGenericArguments();
        return Paths(of[^1], path + ":" + (of.Length == 1 ? "0" : NameOf(of[0])));
    }

    private static bool IsValue(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsPrimitive || type.IsEnum || type == typeof(string) || type.Namespace == nameof(System);
    }

    /// <summary>A key of a section whose keys are names.</summary>
    private static string NameOf(Type key) =>
        key.IsEnum ? Enum.GetNames(key)[0] : key == typeof(DateOnly) ? "2026-01-01" : "x";
}
