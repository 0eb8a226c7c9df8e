package io.sextant.execution.routing;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Decimals;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Asks the {@link SmartRouter} about venues whose grids differ: prices are counted in the finest decimal of all, quantities in the
 * smallest step that every venue trades in. Depth that such a step does not reach is added to the next price, so it is counted too dear and
 * never too cheap. A fee in base is counted by its value.
 */
public final class RoutePlanner {

    private RoutePlanner() {}

    /**
     * One side of a venue's book, best price first, on the instrument's own grid. {@code takerPartsPerMillion} of the value is the fee,
     * {@code smallestLots} the smallest order there.
     */
    public record Book(
            String venue,
            Instrument instrument,
            long[] ticks,
            long[] lots,
            long takerPartsPerMillion,
            long smallestLots) {

        public Book {
            ticks = ticks.clone();
            lots = lots.clone();
        }

        /** A book whose smallest order is the one by quantity. */
        public Book(String venue, Instrument instrument, long[] ticks, long[] lots, long takerPartsPerMillion) {
            this(venue, instrument, ticks, lots, takerPartsPerMillion, instrument.smallestLots());
        }

        @Override
        public long[] ticks() {
            return ticks.clone();
        }

        @Override
        public long[] lots() {
            return lots.clone();
        }
    }

    /**
     * What goes to one venue, down to which price, and what it costs there; a sale's {@code value} is what it brings in before the fee.
     */
    public record Part(String venue, Quantity quantity, Price worst, BigDecimal value, BigDecimal fee) {}

    /**
     * A route. {@code allIn} is what all of it costs with fees, or brings in.
     *
     * @param single the best venue for the whole of it, empty when none offers that much
     */
    public record Plan(Quantity routed, List<Part> parts, BigDecimal allIn, Optional<Single> single) {

        public Plan {
            parts = List.copyOf(parts);
        }
    }

    /** All at one venue. */
    public record Single(String venue, BigDecimal allIn) {}

    /** The smallest step in which all of these venues trade. */
    public static Quantity step(List<Book> books) {
        Grid grid = Grid.of(books);
        return Quantity.of(grid.lotUnits, grid.lotScale);
    }

    /** {@code quantity} is a multiple of the {@link #step}. */
    public static Plan plan(List<Book> books, Side side, Quantity quantity, @Nullable Price limit) {
        Grid grid = Grid.of(books);
        long wanted = grid.lots(quantity);
        long limitTicks = limit == null ? SmartRouter.anyTicks(side) : grid.limitTicks(limit, side);
        List<VenueOffer> offers = books.stream().map(grid::offer).toList();
        SmartRouter.Route route = SmartRouter.route(offers, side, wanted, limitTicks);
        long[] lots = route.lotsByVenue();
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < lots.length; i++) {
            if (lots[i] > 0) {
                parts.add(part(grid, books.get(i), offers.get(i), lots[i]));
            }
        }
        Optional<Single> single = IntStream.range(0, offers.size())
                .mapToObj(i -> single(grid, offers.get(i), side, wanted, limitTicks))
                .flatMap(Optional::stream)
                .min(Comparator.comparing(one -> one.allIn().multiply(BigDecimal.valueOf(side.sign()))));
        return new Plan(grid.quantity(route.lots()), parts, grid.money(route.costMillionths(), side), single);
    }

    private static Optional<Single> single(Grid grid, VenueOffer offer, Side side, long wanted, long limitTicks) {
        SmartRouter.Route alone = SmartRouter.route(List.of(offer), side, wanted, limitTicks);
        return alone.lots() < wanted || wanted == 0
                ? Optional.empty()
                : Optional.of(new Single(offer.venue(), grid.money(alone.costMillionths(), side)));
    }

    private static Part part(Grid grid, Book book, VenueOffer offer, long lots) {
        BigInteger tickLots = BigInteger.ZERO;
        long left = lots;
        long worst = 0;
        for (int level = 0; left > 0; level++) {
            long here = Math.min(left, offer.lotsAt(level));
            tickLots = tickLots.add(BigInteger.valueOf(offer.ticksAt(level)).multiply(BigInteger.valueOf(here)));
            left -= here;
            worst = here > 0 ? offer.ticksAt(level) : worst;
        }
        BigDecimal value = new BigDecimal(tickLots).multiply(grid.tickLot());
        BigDecimal fee = value.multiply(BigDecimal.valueOf(book.takerPartsPerMillion(), 6));
        return new Part(
                book.venue(),
                grid.quantity(lots),
                Price.of(worst, grid.tickScale),
                value.stripTrailingZeros(),
                fee.stripTrailingZeros());
    }

    /** A tick is one unit of the last decimal of {@code tickScale}, a lot {@code lotUnits} units of that of {@code lotScale}. */
    private record Grid(int tickScale, int lotScale, long lotUnits) {

        static Grid of(List<Book> books) {
            if (books.isEmpty()) {
                throw new IllegalArgumentException("there is no venue");
            }
            int tickScale = 0;
            int lotScale = 0;
            for (Book book : books) {
                tickScale = Math.max(tickScale, book.instrument().rules().tick().scale());
                lotScale = Math.max(lotScale, book.instrument().rules().lot().scale());
            }
            BigInteger step = BigInteger.ONE;
            for (Book book : books) {
                BigInteger lot =
                        BigInteger.valueOf(book.instrument().rules().lot().unitsAt(lotScale));
                step = step.divide(step.gcd(lot)).multiply(lot);
            }
            return new Grid(tickScale, lotScale, step.longValueExact());
        }

        VenueOffer offer(Book book) {
            Instrument instrument = book.instrument();
            Price tick = instrument.rules().tick();
            long tickSize = Math.multiplyExact(tick.units(), Decimals.powerOfTen(tickScale - tick.scale()));
            long lotSize = instrument.rules().lot().unitsAt(lotScale);
            long[] ticks = book.ticks();
            long[] lots = book.lots();
            long units = 0;
            long counted = 0;
            for (int i = 0; i < ticks.length; i++) {
                ticks[i] = Math.multiplyExact(ticks[i], tickSize);
                units = Math.addExact(units, Math.multiplyExact(lots[i], lotSize));
                lots[i] = units / lotUnits - counted;
                counted += lots[i];
            }
            long least = Math.ceilDiv(Math.multiplyExact(book.smallestLots(), lotSize), lotUnits);
            return new VenueOffer(book.venue(), ticks, lots, book.takerPartsPerMillion(), 0, Math.max(1, least));
        }

        long lots(Quantity quantity) {
            if (!quantity.isMultipleOf(Quantity.of(lotUnits, lotScale))) {
                throw new IllegalArgumentException(quantity + " is no multiple of " + Quantity.of(lotUnits, lotScale));
            }
            return quantity.unitsAt(lotScale) / lotUnits;
        }

        /** The worst price on this grid that is not beyond the limit. */
        long limitTicks(Price limit, Side side) {
            int finer = limit.scale() - tickScale;
            if (finer <= 0) {
                long factor = Decimals.powerOfTen(-finer);
                // Beyond every price that can be counted.
                return limit.units() > Long.MAX_VALUE / factor ? Long.MAX_VALUE : limit.units() * factor;
            }
            long divisor = Decimals.powerOfTen(finer);
            return side == Side.BUY ? Math.floorDiv(limit.units(), divisor) : Math.ceilDiv(limit.units(), divisor);
        }

        Quantity quantity(long lots) {
            return Quantity.of(Math.multiplyExact(lots, lotUnits), lotScale);
        }

        BigDecimal tickLot() {
            return BigDecimal.valueOf(lotUnits, tickScale + lotScale);
        }

        /** What is paid is positive for a purchase, what is received for a sale. */
        BigDecimal money(BigInteger costMillionths, Side side) {
            return new BigDecimal(side == Side.BUY ? costMillionths : costMillionths.negate(), 6)
                    .multiply(tickLot())
                    .stripTrailingZeros();
        }
    }
}
