using System.Reflection;
using System.Runtime.CompilerServices;
using ContactCenter.Runtime;
using ContactCenter.Tests.Conventions;

namespace ContactCenter.Tests.Canaries;

/// <summary>Every verb of the public surface, found by reflection.</summary>
internal static class PublicVerbs
{
    /// <summary>The parts of a floor that hold verbs.</summary>
    internal static IReadOnlyList<PropertyInfo> Groups { get; } =
    [
        .. from part in typeof(FloorHost).GetProperties()
           where part.PropertyType.Name.EndsWith("Verbs", StringComparison.Ordinal)
           select part,
    ];

    internal static IReadOnlyDictionary<string, MethodInfo> All { get; } =
        Own.Concat(Extensions).ToDictionary(Name, StringComparer.Ordinal);

    private static IEnumerable<MethodInfo> Own =>
        from part in Groups
        from method in part.PropertyType.GetMethods(
            BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where !method.IsSpecialName
        select method;

    private static IEnumerable<MethodInfo> Extensions =>
        from type in Shipped.Core.GetExportedTypes()
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static)
        where method.IsDefined(typeof(ExtensionAttribute))
            && (method.GetParameters()[0].ParameterType == typeof(FloorHost)
                || Groups.Any(part => part.PropertyType == method.GetParameters()[0].ParameterType))
        select method;

    /// <summary>The object of a floor that a verb is called on.</summary>
    internal static object TargetOf(MethodInfo verb, FloorHost host)
    {
        var on = verb.IsStatic ? verb.GetParameters()[0].ParameterType : verb.DeclaringType!;
        return on == typeof(FloorHost) ? host : Groups.Single(part => part.PropertyType == on).GetValue(host)!;
    }

    private static string Name(MethodInfo verb) =>
        $"{verb.DeclaringType!.Name}.{verb.Name}({string.Join(", ", verb.GetParameters().Select(one => one.Name))})";
}
