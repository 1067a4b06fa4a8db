using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace ContactCenter.Tests.Conventions;

/// <summary>Reflection's names as C# writes them.</summary>
internal static class CSharp
{
    private static readonly NullabilityInfoContext Nullability = new();

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(char)] = "char",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    public static string FullName(Type type) =>
        $"{type.Namespace}.{(type.DeclaringType is { } outer ? Name(outer) + "." : "")}{Name(type)}";

    /// <summary>The name without type parameters, as a constructor has it.</summary>
    public static string Bare(Type type) => type.Name.Split('`')[0];

    public static string Name(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword))
        {
            return keyword;
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Name(underlying) + "?";
        }

        if (type.HasElementType)
        {
            return Name(type.GetElementType()!) + (type.IsArray ? $"[{new string(',', type.GetArrayRank() - 1)}]" : "");
        }

        var arguments = type.GetGenericArguments().Select(Name).ToArray();
        return type.IsAssignableTo(typeof(ITuple)) && arguments.Length > 1 ? $"({string.Join(", ", arguments)})" :
            arguments.Length > 0 ? $"{Bare(type)}<{string.Join(", ", arguments)}>" : Bare(type);
    }

    public static string Name(PropertyInfo property) => Name(property.PropertyType, Nullability.Create(property));

    public static string Name(FieldInfo field) => Name(field.FieldType, Nullability.Create(field));

    public static string Name(ParameterInfo parameter) => Name(parameter.ParameterType, Nullability.Create(parameter));

    public static string TypeParameters(MethodInfo method) => method.IsGenericMethod
        ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>"
        : "";

    public static string Parameters(MethodBase method) =>
        (method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "") + Parameters(method.GetParameters());

    public static string Parameters(ParameterInfo[] parameters) => string.Join(", ", parameters.Select(parameter =>
        $"{Passing(parameter)}{Name(parameter)} {parameter.Name}" +
        $"{(parameter.HasDefaultValue ? " = " + Literal(parameter.RawDefaultValue) : "")}"));

    public static string Literal(object? value) => value switch
    {
        null => "default",
        string text => $"\"{text}\"",
        bool truth => truth ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Passing(ParameterInfo parameter) =>
        parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " :
        parameter.IsDefined(typeof(ParamCollectionAttribute)) ? "params " :
        !parameter.ParameterType.IsByRef ? "" :
        parameter.IsOut ? "out " :
        parameter.IsIn ? "in " : "ref ";

    // Type arguments keep their question marks too: Task<string?> is another promise than Task<string>.
    private static string Name(Type type, NullabilityInfo nullability)
    {
        var mark = !type.IsValueType && nullability.ReadState == NullabilityState.Nullable ? "?" : "";
        var known = nullability.GenericTypeArguments;
        if (known.Length == 0 || known.Length != type.GetGenericArguments().Length ||
            Nullable.GetUnderlyingType(type) is not null)
        {
            return Name(type) + mark;
        }

        var arguments = string.Join(", ", type.GetGenericArguments().Zip(known, Name));
        return (type.IsAssignableTo(typeof(ITuple)) ? $"({arguments})" : $"{Bare(type)}<{arguments}>") + mark;
    }
}
