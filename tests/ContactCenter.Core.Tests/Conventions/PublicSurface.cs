using System.Reflection;
using System.Runtime.CompilerServices;
using static System.Reflection.BindingFlags;

namespace ContactCenter.Tests.Conventions;

/// <summary>What an assembly promises to its users: a line for each public type and each of its members.</summary>
internal static class PublicSurface
{
    public static string[] Of(Assembly assembly) =>
    [
        .. from type in assembly.GetExportedTypes()
           orderby type.FullName
           let members = type.IsEnum ? Members(type) : Members(type).Order(StringComparer.Ordinal)
           from line in members.Prepend(Header(type))
           select line,
    ];

    private static string Header(Type type)
    {
        var kind = type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            { IsValueType: true } => type.IsDefined(typeof(IsReadOnlyAttribute)) ? "readonly struct" : "struct",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };
        var parents = string.Join(", ", Parents(type).Select(CSharp.Name));
        return $"{kind} {CSharp.FullName(type)}{(parents.Length > 0 ? " : " + parents : "")}";
    }

    private static IEnumerable<Type> Parents(Type type)
    {
        if (type.IsEnum)
        {
            return [type.GetEnumUnderlyingType()];
        }

        var parent = type.BaseType is { } named && named != typeof(object) && named != typeof(ValueType) ? named : null;
        var faces = from face in type.GetInterfaces().Except(parent?.GetInterfaces() ?? [])
                    where face.IsPublic && !face.GetGenericArguments().Contains(type)
                    orderby face.FullName ?? face.Name
                    select face;
        return parent is null ? faces : faces.Prepend(parent);
    }

    private static IEnumerable<string> Members(Type type) =>
        from member in type.GetMembers(Public | NonPublic | Instance | Static | DeclaredOnly)
        where !member.IsDefined(typeof(CompilerGeneratedAttribute))
        where !member.Name.Contains('<', StringComparison.Ordinal)
        let line = Describe(member)
        where line is not null
        select "    " + line;

    private static string? Describe(MemberInfo member) => member switch
    {
        FieldInfo { IsSpecialName: false } field when field.IsPublic || field.IsFamily => Describe(field),
        PropertyInfo property when property.GetAccessors(true).Any(IsVisible) => Describe(property),
        MethodInfo { IsSpecialName: false } method when IsVisible(method) => Describe(method),
        MethodInfo method when method.Name.StartsWith("op_", StringComparison.Ordinal) => Describe(method),
        EventInfo { AddMethod: { } add } happening when IsVisible(add) =>
            $"{Modifiers(add)}event {CSharp.Name(happening.EventHandlerType!)} {happening.Name}",
        ConstructorInfo constructor when IsVisible(constructor) =>
            $"{CSharp.Bare(constructor.DeclaringType!)}({CSharp.Parameters(constructor)})",
        _ => null,
    };

    private static string Describe(FieldInfo field)
    {
        var value = field.IsLiteral ? $" = {CSharp.Literal(field.GetRawConstantValue())}" : "";
        var kind = field switch
        {
            { IsLiteral: true } => "const ",
            { IsStatic: true, IsInitOnly: true } => "static readonly ",
            { IsStatic: true } => "static ",
            { IsInitOnly: true } => "readonly ",
            _ => "",
        };
        return field.DeclaringType!.IsEnum ? field.Name + value : $"{kind}{CSharp.Name(field)} {field.Name}{value}";
    }

    private static string Describe(PropertyInfo property)
    {
        var accessors = property.GetAccessors(true).Where(IsVisible).ToArray();
        var required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        var index = CSharp.Parameters(property.GetIndexParameters());
        var name = index.Length > 0 ? $"this[{index}]" : property.Name;
        return $"{Modifiers(accessors[0])}{required}{CSharp.Name(property)} {name} " +
            $"{{ {string.Join(' ', accessors.Select(accessor => Accessor(property, accessor)))} }}";
    }

    private static string Accessor(PropertyInfo property, MethodInfo accessor) =>
        accessor == property.GetMethod ? "get;" :
        accessor.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init;" : "set;";

    private static string Describe(MethodInfo method) =>
        $"{Modifiers(method)}{CSharp.Name(method.ReturnParameter)} " +
        $"{method.Name}{CSharp.TypeParameters(method)}({CSharp.Parameters(method)})";

    private static string Modifiers(MethodInfo method) =>
        (method.IsPublic ? "" : "protected ") + (method.IsStatic ? "static " : "") + method switch
        {
            { IsAbstract: true, DeclaringType.IsInterface: false } => "abstract ",
            { IsVirtual: true, IsFinal: false } when method.GetBaseDefinition() != method => "override ",
            { IsVirtual: true, IsFinal: false, IsAbstract: false, DeclaringType.IsSealed: false } => "virtual ",
            _ => "",
        };

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;
}
