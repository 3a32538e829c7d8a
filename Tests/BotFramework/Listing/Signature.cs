using System.Reflection;

namespace CommerceBot.Tests.BotFramework.Listing;

/// <summary>Types and members in the words of the listing. Nullable annotations do not show.</summary>
internal static class Signature
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(string)] = "string",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(bool)] = "bool",
        [typeof(object)] = "object",
        [typeof(double)] = "double",
        [typeof(float)] = "float",
        [typeof(uint)] = "uint",
        [typeof(void)] = "void",
        [typeof(byte)] = "byte",
        [typeof(char)] = "char",
        [typeof(decimal)] = "decimal",
    };

    public static string Kind(Type type) =>
        typeof(Delegate).IsAssignableFrom(type) ? "delegate"
        : type.IsEnum ? "enum"
        : type.IsInterface ? "interface"
        : type.IsValueType ? "struct"
        : type is { IsAbstract: true, IsSealed: true } ? "static class"
        : type.IsAbstract ? "abstract class"
        : "class";

    public static string Name(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword))
            return keyword;
        if (type.IsByRef)
            return Name(type.GetElementType()!);
        if (type.IsArray)
            return Name(type.GetElementType()!) + "[]";
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return Name(inner) + "?";
        if (type.IsGenericMethodParameter)
            return $"!!{type.GenericParameterPosition}";
        return type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : type.Name;
    }

    /// <summary>Everything that others can see of a type, overrides of what is seen elsewhere marked as such.</summary>
    public static IEnumerable<(string Name, string Text, bool Inherited)> Members(Type type)
    {
        if (Kind(type) == "delegate")
            return [("Invoke", $"{Name(type.GetMethod("Invoke")!.ReturnType)} ({Parameters(type.GetMethod("Invoke")!)})", false)];
        if (type.IsEnum)
            return [("values", string.Join(", ", Enum.GetNames(type)), false)];
        return Constructors(type).Concat(Fields(type)).Concat(Properties(type)).Concat(Methods(type));
    }

    private static IEnumerable<(string Name, string Text, bool Inherited)> Constructors(Type type) =>
        from constructor in type.GetConstructors(Declared)
        where !constructor.IsStatic && IsSeen(constructor)
        let seen = constructor.IsPublic || type.IsAbstract ? string.Empty : "protected "
        select ("ctor", $"{seen}.ctor({Parameters(constructor)})", false);

    private static IEnumerable<(string Name, string Text, bool Inherited)> Fields(Type type) =>
        from field in type.GetFields(Declared)
        where field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly
        let text = field.IsLiteral
            ? $"const {Name(field.FieldType)} {field.Name} = {Value(field.GetRawConstantValue(), field.FieldType)}"
            : $"{(field.IsPublic ? string.Empty : "protected ")}{(field.IsStatic ? "static " : string.Empty)}{Name(field.FieldType)} "
                + $"{field.Name}"
        select (field.Name, text, false);

    private static IEnumerable<(string Name, string Text, bool Inherited)> Properties(Type type) =>
        from property in type.GetProperties(Declared)
        let get = property.GetMethod
        let main = get ?? property.SetMethod!
        where IsSeen(main)
        let set = property.SetMethod is { } setter && IsSeen(setter) ? (setter.IsPublic ? " set;" : " protected set;") : string.Empty
        select (property.Name, $"{Modifiers(main)}{Name(property.PropertyType)} {property.Name} {{ get;{set} }}", IsOverride(main));

    private static IEnumerable<(string Name, string Text, bool Inherited)> Methods(Type type) =>
        from method in type.GetMethods(Declared)
        where !method.IsSpecialName && IsSeen(method)
        let generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : string.Empty
        select (
            method.Name, $"{Modifiers(method)}{Name(method.ReturnType)} {method.Name}{generic}({Parameters(method)})", IsOverride(method));

    private static bool IsSeen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsOverride(MethodInfo method) => method.GetBaseDefinition().DeclaringType != method.DeclaringType;

    private static string Modifiers(MethodInfo method)
    {
        var text = method.IsPublic ? string.Empty : "protected ";
        if (method.IsStatic)
            return text + "static ";
        if (method.DeclaringType!.IsInterface || !method.IsVirtual || method.IsFinal)
            return text;
        return text + (method.IsAbstract ? "abstract " : IsOverride(method) ? "override " : "virtual ");
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var before =
            parameter.ParameterType.IsByRef ? "ref "
            : parameter.IsDefined(typeof(ParamArrayAttribute), false) ? "params "
            : string.Empty;
        var after = parameter.HasDefaultValue ? $" = {Value(parameter.RawDefaultValue, parameter.ParameterType)}" : string.Empty;
        return $"{before}{Name(parameter.ParameterType)} {parameter.Name}{after}";
    }

    private static string Value(object? value, Type type) => value switch
    {
        null => type.IsValueType || type.IsGenericParameter ? "default" : "null",
        string text => $"\"{text}\"",
        _ => FormattableString.Invariant($"{value}"),
    };
}
