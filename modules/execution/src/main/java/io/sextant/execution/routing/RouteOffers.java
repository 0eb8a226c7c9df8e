package io.sextant.execution.routing;

import io.sextant.domain.market.Side;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.execution.parent.ParentDesk;
import io.sextant.execution.routing.RouteOrder.Place;
import io.sextant.execution.routing.RoutePlanner.Book;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What each venue offers an order that is routed, by the books of this moment. */
record RouteOffers(Side side, @Nullable Price limit) {

    private static final int MOST_LEVELS = 200;

    /** What can be taken there, or with {@code mine} only what limits, holdings and the venue's balance allow; null for nothing. */
    @Nullable Book find(Place place, boolean mine, ParentDesk desk) {
        int at = place.index();
        if (!desk.isOpen(at)) {
            return null;
        }
        Side other = side.opposite();
        int levels = Math.min(MOST_LEVELS, desk.levels(at, other));
        long[] ticks = new long[levels];
        long[] sizes = new long[levels];
        long most = mine ? desk.largestOrderLots(at, side) : Long.MAX_VALUE;
        long taken = 0;
        int count = 0;
        while (count < levels) {
            long price = desk.levelTicks(at, other, count);
            long payable = mine ? Math.min(most, desk.payableLots(at, side, price)) : Long.MAX_VALUE;
            long here = Math.min(desk.levelLots(at, other, count), payable - taken);
            if (here <= 0 || isBeyond(place.instrument().priceOf(price))) {
                break;
            }
            ticks[count] = price;
            sizes[count] = here;
            taken += here;
            count++;
        }
        if (count == 0) {
            return null;
        }
        long lowest = side == Side.BUY ? ticks[0] : ticks[count - 1];
        return new Book(
                place.name(),
                place.instrument(),
                Arrays.copyOf(ticks, count),
                Arrays.copyOf(sizes, count),
                place.instrument().fees().takerPartsPerMillion(),
                place.instrument().smallestLotsAt(lowest));
    }

    private boolean isBeyond(Price price) {
        return limit != null && side.sign() * price.compareTo(limit) > 0;
    }

    /** As much of it as all of these venues can count; the coarsest of them are left out while that is nothing. */
    static Quantity countable(List<Book> books, long free, int scale) {
        while (!books.isEmpty()) {
            long step = RoutePlanner.step(books).unitsAt(scale);
            if (free >= step) {
                return Quantity.of(free / step * step, scale);
            }
            long coarsest = books.stream()
                    .mapToLong(book -> book.instrument().positionUnitsPerLot())
                    .max()
                    .orElseThrow();
            books.removeIf(book -> book.instrument().positionUnitsPerLot() == coarsest);
        }
        return Quantity.of(0, scale);
    }
}
