using System.Collections.Frozen;
using System.Reflection;
using System.Reflection.Emit;

namespace CommerceBot.Tests.Architecture.BotApi;

/// <summary>
/// What compiled types use of other assemblies: read from their method bodies and signatures, so that a member reached
/// without its type's name is seen too. Names are those of the additions' list: <c>Namespace.Type</c> and <c>Namespace.Type.Member</c>.
/// </summary>
internal static class UsedMembers
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly FrozenDictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToFrozenDictionary(code => code.Value);

    public static IEnumerable<(string User, MemberInfo Member)> Of(IEnumerable<Type> users) =>
        from user in users
        from member in Members(user)
        select (user.FullName ?? user.Name, member);

    /// <summary>The name of a member or type as the list of additions writes it.</summary>
    public static string NameOf(MemberInfo member) =>
        member switch
        {
            Type type => TypeName(type),
            { Name: ".ctor" } => TypeName(member.DeclaringType!) + ".ctor",
            MethodBase { IsSpecialName: true } =>
                $"{TypeName(member.DeclaringType!)}.{member.Name[(member.Name.IndexOf('_', StringComparison.Ordinal) + 1)..]}",
            _ => $"{TypeName(member.DeclaringType!)}.{member.Name}",
        };

    private static IEnumerable<MemberInfo> Members(Type user) =>
        Signatures(user)
            .SelectMany(Parts)
            .Concat(
                Bodies(user)
                    .SelectMany(Read)
                    .SelectMany(member => member is Type type ? Parts(type) : Parts(member.DeclaringType).Prepend(member)));

    private static IEnumerable<Type?> Signatures(Type user) =>
        [
            user.BaseType,
            .. user.GetInterfaces(),
            .. user.GetFields(Everything).Select(field => field.FieldType),
            .. user.GetMethods(Everything)
                .SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType)),
            .. user.GetConstructors(Everything).SelectMany(maker => maker.GetParameters().Select(parameter => parameter.ParameterType)),
            .. Bodies(user).SelectMany(method => method.GetMethodBody()?.LocalVariables.Select(local => local.LocalType) ?? []),
        ];

    private static IEnumerable<MethodBase> Bodies(Type user) => [.. user.GetMethods(Everything), .. user.GetConstructors(Everything)];

    /// <summary>A type with what it is made of: elements and arguments.</summary>
    private static IEnumerable<MemberInfo> Parts(Type? type)
    {
        if (type is null || type.IsGenericParameter)
            return [];
        if (type.HasElementType)
            return Parts(type.GetElementType());
        return type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Prepend(type.GetGenericTypeDefinition()) : [type];
    }

    private static IEnumerable<MemberInfo> Read(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } il)
            yield break;
        for (var at = 0; at < il.Length;)
        {
            var code = il[at] == 0xFE ? Codes[(short)(0xFE00 | il[at + 1])] : Codes[il[at]];
            at += code.Size;
            if (code.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok
                && Resolve(method, BitConverter.ToInt32(il, at)) is { } member)
                yield return member;
            at += OperandSize(code.OperandType, il, at);
        }
    }

    private static MemberInfo? Resolve(MethodBase method, int token) => method.Module.ResolveMember(
        token,
        method.DeclaringType is { IsGenericType: true } owner ? owner.GetGenericArguments() : null,
        method is { IsGenericMethod: true, IsConstructor: false } ? method.GetGenericArguments() : null);

    private static int OperandSize(OperandType operand, byte[] il, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
        _ => 4,
    };

    private static string TypeName(Type type)
    {
        var name = type.Name.Split('`')[0];
        return type.IsNested ? $"{TypeName(type.DeclaringType!)}.{name}" : $"{type.Namespace}.{name}";
    }
}
