using System.Reflection;
using System.Runtime.CompilerServices;

namespace ContactCenter.Tests.Conventions;

/// <summary>What the packages of this repository contain.</summary>
internal static class Shipped
{
    public static Assembly Core { get; } = Assembly.Load("ContactCenter.Core");

    public static IReadOnlyList<Assembly> Assemblies { get; } =
        [
            Core, Assembly.Load("ContactCenter.Hosting"), Assembly.Load("ContactCenter.Sqlite"),
            Assembly.Load("ContactCenter.Testing"),
        ];

    /// <summary>Every type that somebody wrote.</summary>
    public static IEnumerable<Type> Types => Assemblies.SelectMany(WrittenIn);

    public static IEnumerable<Type> WrittenIn(Assembly assembly) => assembly.GetTypes().Where(IsWritten);

    /// <summary>Whether a person wrote it, rather than the compiler or one of its generators.</summary>
    public static bool IsWritten(Type type) =>
        !type.Name.Contains('<', StringComparison.Ordinal) &&
        type.Namespace?.StartsWith("ContactCenter", StringComparison.Ordinal) == true &&
        !type.IsDefined(typeof(CompilerGeneratedAttribute)) &&
        type.GetCustomAttribute<System.CodeDom.Compiler.GeneratedCodeAttribute>() is null &&
        (type.DeclaringType is null || IsWritten(type.DeclaringType));
}
