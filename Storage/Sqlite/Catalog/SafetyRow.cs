using System.Text.Json;
using CommerceBot.Catalog;

namespace CommerceBot.Storage.Sqlite.Catalog;

internal sealed record SafetyRow
{
    public required string MakerName { get; init; }
    public required string MakerAddress { get; init; }
    public required string MakerContact { get; init; }
    public required string EuName { get; init; }
    public required string EuAddress { get; init; }
    public required string EuContact { get; init; }
    public required string Warnings { get; init; }

    public ProductSafety ToSafety() => new(
        new SafetyContact(MakerName, MakerAddress, MakerContact), new SafetyContact(EuName, EuAddress, EuContact), Warnings);

    /// <summary>For a row that is set aside: the fields in the order of the table, or null where nobody said anything.</summary>
    public static string? Write(ProductSafety said) => said.IsEmpty ? null : JsonSerializer.Serialize((string[])
    [
        said.Maker.Name, said.Maker.Address, said.Maker.Electronic, said.ResponsibleInEu.Name, said.ResponsibleInEu.Address,
        said.ResponsibleInEu.Electronic, said.Warnings,
    ]);
}
