using CommerceBot.Catalog;
using CommerceBot.Orders;
using CsCheck;
using Xunit;

namespace CommerceBot.Tests.Orders;

public sealed class OrderShippingTests
{
    private static readonly Sku Mug = new("mug-1");

    [Fact]
    public void An_order_of_two_pieces_leaves_in_two_parcels()
    {
        var first = Accepted(Some.Order(OrderState.Paid).Ship(new Parcel("BRT", "1", [new StockLine(Mug, 1)]), [], Some.Noon));
        Assert.Equal((OrderState.PartlyShipped, "BRT 1"), (first.State, first.Tracking));
        Assert.Equal([new StockLine(Mug, 1)], first.LeftToShip([]));
        var second = Accepted(first.Ship(new Parcel(null, "2", null), [], Some.Noon));
        Assert.Equal((OrderState.Shipped, "2", 2), (second.State, second.Tracking, second.Shipments.Count));
    }

    [Fact]
    public void Nobody_waits_for_a_piece_whose_money_went_back()
    {
        var refunded = new[] { new StockLine(Mug, 1) };
        var order = Some.Order(OrderState.Paid);
        Assert.Equal([new StockLine(Mug, 1)], order.LeftToShip(refunded));
        Assert.Equal(OrderState.Shipped, Accepted(order.Ship(new Parcel(null, null, null), refunded, Some.Noon)).State);
        var part = Accepted(order.Ship(new Parcel(null, null, [new StockLine(Mug, 1)]), [], Some.Noon));
        Assert.Equal(OrderState.PartlyShipped, part.CompletedBy([], Some.Noon).State);
        Assert.Equal(OrderState.Shipped, part.CompletedBy(refunded, Some.Noon).State);
    }

    [Theory]
    [InlineData("mug-1", 3)]
    [InlineData("mug-1", 0)]
    [InlineData("mug-1", -1)]
    [InlineData("other", 1)]
    public void A_parcel_holds_only_what_is_left(string sku, int pieces) =>
        Assert.Equal(
            TransitionRefusal.WrongPieces,
            Assert.IsType<TransitionResult.Refused>(
                Some.Order(OrderState.Paid).Ship(new Parcel(null, null, [new StockLine(new Sku(sku), pieces)]), [], Some.Noon)).Reason);

    [Fact]
    public void A_disputed_order_sends_no_further_parcel()
    {
        var part = Accepted(Some.Order(OrderState.Paid).Ship(new Parcel(null, null, [new StockLine(Mug, 1)]), [], Some.Noon));
        var disputed = (part with { Flags = OrderFlags.Disputed, Lines = [part.Lines[0] with { Quantity = 9 }] })
            .Ship(new Parcel(null, null, [new StockLine(Mug, 1)]), [], Some.Noon);
        Assert.Equal(TransitionRefusal.Disputed, Assert.IsType<TransitionResult.Refused>(disputed).Reason);
    }

    [Fact]
    public void Whatever_is_sent_in_whatever_parcels_no_piece_leaves_twice()
    {
        Gen.Int[1, 12]
            .SelectMany(pieces => Gen.Select(Gen.Const(pieces), Gen.Int[-1, 5].Array[1, 12]))
            .Sample(
                (pieces, parcels) =>
                {
                    var order = Some.Order(OrderState.Paid);
                    order = order with { Lines = [order.Lines[0] with { Quantity = pieces }] };
                    foreach (var size in parcels)
                    {
                        var before = order.ShippedOf(order.Lines[0]);
                        if (order.Ship(new Parcel(null, null, [new StockLine(Mug, size)]), [], Some.Noon) is TransitionResult.Accepted
                            {
                                Order: var after
                            }
                        )
                            order = after;
                        Assert.InRange(order.ShippedOf(order.Lines[0]), before, pieces);
                        Assert.Equal(order.ShippedOf(order.Lines[0]) == pieces, order.State == OrderState.Shipped);
                    }
                }
            );
    }

    [Fact]
    public void A_parcels_number_is_corrected_in_its_place_also_where_parcels_were_not_kept_yet()
    {
        var old = Some.Order(OrderState.Shipped) with { Tracking = "WRONG" };
        var corrected = Accepted(old.CorrectTracking(null, "GLS", "RIGHT", Some.Noon));
        Assert.Equal("GLS RIGHT", corrected.Tracking);
        Assert.IsType<TransitionResult.AlreadySo>(corrected.CorrectTracking(0, "GLS", "RIGHT", Some.Noon));
        Assert.IsType<TransitionResult.Refused>(corrected.CorrectTracking(1, "GLS", "RIGHT", Some.Noon));
        Assert.IsType<TransitionResult.Refused>(Some.Order(OrderState.Paid).CorrectTracking(null, null, "X", Some.Noon));
    }

    [Fact]
    public void A_typing_error_is_put_right_by_the_rules_of_the_chat_and_the_address_only_until_the_parcel_leaves()
    {
        var terms = Some.Checkout();
        var order = Some.Order(OrderState.Paid);
        var corrected = Accepted(order.Correct(
            new ContactChange(Email: " Anna@Example.com ", Phone: "333 765 4321", Street: "Via Torino 12"), terms, Some.Noon));
        Assert.Equal(("+393337654321", "Via Torino 12"), (corrected.Contact.Phone, corrected.Address.Street));
        Assert.Contains("@example.com", corrected.Contact.Email, StringComparison.Ordinal);
        Assert.IsType<TransitionResult.AlreadySo>(order.Correct(new ContactChange(Email: order.Contact.Email), terms, Some.Noon));
        Assert.Equal(
            TransitionRefusal.WrongEntry,
            Assert.IsType<TransitionResult.Refused>(order.Correct(new ContactChange(Email: "anna"), terms, Some.Noon)).Reason);
        var gone = order with { State = OrderState.Shipped };
        Assert.IsType<TransitionResult.Refused>(gone.Correct(new ContactChange(Street: "Via Torino 12"), terms, Some.Noon));
        Assert.IsType<TransitionResult.Accepted>(gone.Correct(new ContactChange(Email: "new@example.com"), terms, Some.Noon));
    }

    [Fact]
    public void A_corrected_town_brings_its_own_province_and_the_note_for_the_courier_stays()
    {
        var order = Some.Order(OrderState.Paid);
        order = order with
        {
            Address = order.Address with { Postcode = "20121", City = "Milano", Province = "MI", CourierNote = "Suonare forte" },
        };
        var corrected = Accepted(order.Correct(new ContactChange(Postcode: "00184", City: "Roma"), Some.Checkout(), Some.Noon)).Address;
        Assert.Equal(("00184 Roma (RM)", "Suonare forte"), (corrected.Place, corrected.CourierNote));
        Assert.Equal(
            "MI", Accepted(order.Correct(new ContactChange(Street: "Via Torino 12"), Some.Checkout(), Some.Noon)).Address.Province);
    }

    private static Order Accepted(TransitionResult result) => Assert.IsType<TransitionResult.Accepted>(result).Order;
}
