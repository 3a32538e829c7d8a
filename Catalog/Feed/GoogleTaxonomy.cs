using System.Collections.Frozen;

namespace CommerceBot.Catalog.Feed;

/// <summary>The top categories of Google's product taxonomy (version 2021-09-21), and a few that shops of one kind use.</summary>
internal static class GoogleTaxonomy
{
    private static readonly FrozenDictionary<int, string> Titles = new Dictionary<int, string>
    {
        [1] = "Animals & Pet Supplies",
        [8] = "Arts & Entertainment",
        [111] = "Business & Industrial",
        [141] = "Cameras & Optics",
        [166] = "Apparel & Accessories",
        [188] = "Jewelry",
        [187] = "Shoes",
        [212] = "Shirts & Tops",
        [222] = "Electronics",
        [412] = "Food, Beverages & Tobacco",
        [436] = "Furniture",
        [469] = "Health & Beauty",
        [536] = "Home & Garden",
        [537] = "Baby & Toddler",
        [632] = "Hardware",
        [638] = "Kitchen & Dining",
        [783] = "Media",
        [888] = "Vehicles & Parts",
        [922] = "Office Supplies",
        [988] = "Sporting Goods",
        [1239] = "Toys & Games",
        [1604] = "Clothing",
        [2092] = "Software",
        [5181] = "Luggage & Bags",
        [5605] = "Religious & Ceremonial",
    }.ToFrozenDictionary();

    public static bool TryFind(int number, out string title) => Titles.TryGetValue(number, out title!);
}
