using System.Globalization;
using System.Text;

namespace CommerceBot.Bench.Search;

/// <summary>A feed of as many products as asked for, in words that shops use and shoppers ask for: always the same.</summary>
internal static class ManyProducts
{
    private static readonly string[] Things =
        [
            "Mug", "Cup", "Teapot", "Plate", "Bowl", "Jug", "Carafe", "Vase", "Lamp", "Candle", "Candlestick", "Cushion", "Blanket",
            "Towel", "Napkin", "Tablecloth", "Apron", "Knife", "Chopping board", "Colander", "Grater", "Saucepan", "Frying pan",
            "Rolling pin", "Coffee grinder", "Moka pot", "Umbrella", "Notebook", "Fountain pen", "Postcard", "Tote bag", "Puzzle",
            "Playing cards", "Wall clock", "Soap", "Honey", "Olive oil", "Spaghetti", "Pesto", "Chocolate", "Biscuits", "Panettone",
            "Herbal tea", "Sugar bowl", "Wine glass", "Tumbler", "Cutlery set", "Serving platter", "Gift box", "Picture frame",
        ];

    private static readonly string[] Materials =
        ["Linen", "Cotton", "Wool", "Ceramic", "Stoneware", "Porcelain", "Terracotta", "Glass", "Copper", "Brass", "Steel", "Iron", "Beech",
            "Olive wood", "Walnut", "Marble", "Paper", "Leather", "Rattan", "Silk"];

    private static readonly string[] Colours =
        ["White", "Red", "Blue", "Green", "Yellow", "Black", "Grey", "Pink", "Orange", "Brown", "Sage", "Cream", "Mustard", "Turquoise"];

    private static readonly string[] Traits =
        ["Striped", "Dotted", "Painted", "Embroidered", "Round", "Tall", "Small", "Large", "Classic", "Rustic", "Nordic", "Vintage",
            "Hand-made", "Folding", "Scented", "Enamelled", "Woven", "Glazed", "Engraved", "Fluted"];

    private static readonly string[] Sentences =
        ["Made by a family of craftsmen who have done nothing else for three generations.", "Goes in the dishwasher and comes out as new.",
            "Comes in a box with a ribbon, ready to be given.", "For coffee, for tea, and for everything in between.",
            "Light enough to carry, sturdy enough to last.", "Wipe with a damp cloth and dry at once.", "Inspired by the Amalfi coast."];

    private static readonly string[] Categories = ["Kitchen", "Table", "Home", "Pantry", "Garden", "Bath", "Children", "Office", "Gifts"];

    public static Stream Feed(int count)
    {
        var feed = new StringBuilder("id,title,description,availability,price,brand,color,material,product_type\n", 200 * count);
        var random = new Random(1);
        string Any(string[] of) => of[random.Next(of.Length)];
        for (var number = 0; number < count; number++)
        {
            var (colour, material) = (Any(Colours), Any(Materials));
            feed.Append(CultureInfo.InvariantCulture,
                $"p{number},\"{Any(Traits)} {colour} {material} {Any(Things)}\",\"{Any(Sentences)} {Any(Sentences)}\",in stock,"
                + $"{random.Next(300, 20_000) / 100m:0.00} EUR,Brand {random.Next(200)},{colour},{material},{Any(Categories)}\n");
        }

        return new MemoryStream(Encoding.UTF8.GetBytes(feed.ToString()));
    }
}
