using System.Reflection;
using System.Reflection.Emit;

namespace ContactCenter.Tests.Conventions;

/// <summary>What a type names: in its declarations, and in the IL of its method bodies.</summary>
internal static class Mentions
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static |
        BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodes =
        typeof(OpCodes).GetFields().Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    /// <summary>Every type that a type has to do with.</summary>
    public static IEnumerable<Type> Of(Type type) =>
    [
        .. Parts(type.BaseType),
        .. type.GetInterfaces().SelectMany(Parts),
        .. MethodsOf(type).SelectMany(Signature).SelectMany(Parts),
        .. AroundBodiesOf(type),
        .. InBodiesOf(type).SelectMany(TypesOf),
    ];

    /// <summary>The members that the method bodies of a type call, read, write or merely name.</summary>
    public static IEnumerable<MemberInfo> InBodiesOf(Type type) =>
        from method in MethodsOf(type)
        let body = method.GetMethodBody()
        where body is not null
        from member in Operands(method, body.GetILAsByteArray()!)
        select member;

    /// <summary>What a type holds, and what its methods with a body take, give back or keep for a while.</summary>
    public static IEnumerable<Type> AroundBodiesOf(Type type) =>
    [
        .. type.GetFields(Declared).SelectMany(field => Parts(field.FieldType)),
        .. from method in MethodsOf(type)
           let body = method.GetMethodBody()
           where body is not null
           from used in Signature(method).Concat(body.LocalVariables.Select(local => local.LocalType))
           from part in Parts(used)
           select part,
    ];

    /// <summary>The types that a member belongs to, takes and gives back.</summary>
    public static IEnumerable<Type> TypesOf(MemberInfo member) => member switch
    {
        Type type => Parts(type),
        FieldInfo field => [.. Parts(field.DeclaringType), .. Parts(field.FieldType)],
        MethodBase method => [.. Parts(method.DeclaringType), .. Signature(method).SelectMany(Parts)],
        _ => [],
    };

    private static IEnumerable<MethodBase> MethodsOf(Type type) =>
        [.. type.GetMethods(Declared), .. type.GetConstructors(Declared)];

    private static IEnumerable<Type> Signature(MethodBase method) =>
    [
        .. method.GetParameters().Select(parameter => parameter.ParameterType),
        .. method is MethodInfo { ReturnType: var result } ? [result] : Type.EmptyTypes,
        .. method.IsGenericMethod ? method.GetGenericArguments() : [],
    ];

    // List<Task[]> is made of List<> and Task.
    private static IEnumerable<Type> Parts(Type? type) => type switch
    {
        null or { IsGenericParameter: true } => [],
        { HasElementType: true } => Parts(type.GetElementType()),
        { IsConstructedGenericType: true } =>
            [type.GetGenericTypeDefinition(), .. type.GetGenericArguments().SelectMany(Parts)],
        _ => [type],
    };

    private static IEnumerable<MemberInfo> Operands(MethodBase method, byte[] code)
    {
        var ofType = method.DeclaringType!.GetGenericArguments();
        var ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : [];
        for (var at = 0; at < code.Length;)
        {
            var opcode = OpCodes[code[at] == 0xFE ? (short)(0xFE00 | code[at + 1]) : code[at]];
            at += opcode.Size;
            if (opcode.OperandType is
                OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
            {
                yield return method.Module.ResolveMember(BitConverter.ToInt32(code, at), ofType, ofMethod)!;
            }

            at += opcode.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
                _ => 4,
            };
        }
    }
}
