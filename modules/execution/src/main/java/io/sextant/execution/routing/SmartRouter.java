package io.sextant.execution.routing;

import io.sextant.domain.market.Side;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits an order over venues so that as much as possible trades at once, for the least cost with fees. The cost of the next lot at a
 * venue never falls, so within a set of venues taking the cheapest next lot is optimal (the greedy solution of a separable convex
 * allocation); because of smallest orders each set of venues is tried, beginning with the smallest order at each of its venues.
 */
public final class SmartRouter {

    public static final int MOST_VENUES = 10;

    static final long MILLION = 1_000_000;

    private SmartRouter() {}

    /**
     * What goes where, by the place of the venue in the list. {@code costMillionths} is what a purchase costs, or minus what a sale
     * brings in, fees included, in millionths of a tick times lots.
     */
    public record Route(long[] lotsByVenue, BigInteger costMillionths) {

        public Route {
            lotsByVenue = lotsByVenue.clone();
        }

        @Override
        public long[] lotsByVenue() {
            return lotsByVenue.clone();
        }

        public long lots() {
            return Arrays.stream(lotsByVenue).sum();
        }
    }

    /** The worst price for who takes every price. */
    public static long anyTicks(Side side) {
        return side == Side.BUY ? Long.MAX_VALUE : 0;
    }

    /** {@code limitTicks} is the worst price before fees. What no venue offers is left out of the route. */
    public static Route route(List<VenueOffer> offers, Side side, long lots, long limitTicks) {
        int venues = offers.size();
        if (venues > MOST_VENUES) {
            throw new IllegalArgumentException("at most " + MOST_VENUES + " venues, were " + venues);
        }
        Route best = new Route(new long[venues], BigInteger.ZERO);
        for (int set = 1; set < 1 << venues; set++) {
            Route route = within(offers, set, side, lots, limitTicks);
            if (route != null && isBetter(route, best)) {
                best = route;
            }
        }
        return best;
    }

    private static boolean isBetter(Route route, Route than) {
        return route.lots() > than.lots()
                || (route.lots() == than.lots() && route.costMillionths().compareTo(than.costMillionths()) < 0);
    }

    /** Null when a venue of the set has not even its smallest order to offer, or they are too much together. */
    private static @Nullable Route within(List<VenueOffer> offers, int set, Side side, long lots, long limitTicks) {
        Walk[] walks = new Walk[offers.size()];
        long left = lots;
        for (int i = 0; i < walks.length; i++) {
            walks[i] = new Walk(offers.get(i), side, limitTicks);
            if ((set & 1 << i) != 0) {
                long first = offers.get(i).smallestLots();
                if (first > left || walks[i].take(first) < first) {
                    return null;
                }
                left -= first;
            }
        }
        while (left > 0) {
            Walk cheapest = null;
            for (int i = 0; i < walks.length; i++) {
                boolean usable = (set & 1 << i) != 0 && walks[i].hasMore();
                if (usable && (cheapest == null || walks[i].nextCost() < cheapest.nextCost())) {
                    cheapest = walks[i];
                }
            }
            if (cheapest == null) {
                break;
            }
            left -= cheapest.take(Math.min(left, cheapest.leftAtLevel()));
        }
        BigInteger cost = BigInteger.ZERO;
        long[] parts = new long[walks.length];
        for (int i = 0; i < walks.length; i++) {
            parts[i] = walks[i].taken;
            cost = cost.add(walks[i].cost);
        }
        return new Route(parts, cost);
    }

    /** How far into one venue's book the route goes. */
    private static final class Walk {

        private final VenueOffer offer;
        private final Side side;
        private final long limitTicks;
        private int level;
        private long usedAtLevel;
        private long taken;
        private BigInteger cost = BigInteger.ZERO;

        Walk(VenueOffer offer, Side side, long limitTicks) {
            this.offer = offer;
            this.side = side;
            this.limitTicks = limitTicks;
            skipEmpty();
        }

        boolean hasMore() {
            return level < offer.levels() && side.sign() * (offer.ticksAt(level) - limitTicks) <= 0;
        }

        long leftAtLevel() {
            return offer.lotsAt(level) - usedAtLevel;
        }

        long nextCost() {
            return costOf(offer, side, offer.ticksAt(level));
        }

        /** Takes up to so many lots; how many there were. */
        long take(long wanted) {
            long got = 0;
            while (got < wanted && hasMore()) {
                long part = Math.min(wanted - got, leftAtLevel());
                cost = cost.add(BigInteger.valueOf(part).multiply(BigInteger.valueOf(nextCost())));
                usedAtLevel += part;
                got += part;
                skipEmpty();
            }
            taken += got;
            return got;
        }

        private void skipEmpty() {
            while (level < offer.levels() && usedAtLevel >= offer.lotsAt(level)) {
                level++;
                usedAtLevel = 0;
            }
        }
    }

    /** All that one lot costs at a price, or minus what it brings in. */
    static long costOf(VenueOffer offer, Side side, long ticks) {
        long fee = Math.multiplyExact(ticks, offer.takerMillionths()) + offer.lotFeeMillionths();
        return Math.addExact(side.sign() * Math.multiplyExact(ticks, MILLION), fee);
    }
}
