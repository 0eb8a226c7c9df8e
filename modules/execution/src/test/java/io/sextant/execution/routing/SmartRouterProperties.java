package io.sextant.execution.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.market.Side;
import io.sextant.domain.time.SeededRandom;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The router against one that tries every split. */
class SmartRouterProperties {

    @Property(tries = 400)
    void findsTheBestOfAllSplits(@ForAll long seed) {
        RandomGenerator random = new SeededRandom(seed);
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        List<VenueOffer> offers = new ArrayList<>();
        int venues = 1 + random.nextInt(3);
        for (int i = 0; i < venues; i++) {
            offers.add(offer("v" + i, side, random));
        }
        long lots = 1 + random.nextLong(9);
        long limit = random.nextBoolean() ? SmartRouter.anyTicks(side) : 1_000L + side.sign() * random.nextLong(8);

        SmartRouter.Route route = SmartRouter.route(offers, side, lots, limit);
        Best best = new Best();
        tryAll(offers, side, lots, limit, 0, 0, 0, best);

        assertThat(route.lots()).isEqualTo(best.lots);
        assertThat(route.costMillionths()).isEqualTo(BigInteger.valueOf(best.cost));
        for (int i = 0; i < venues; i++) {
            long part = route.lotsByVenue()[i];
            assertThat(part == 0 || part >= offers.get(i).smallestLots()).isTrue();
        }
    }

    @Example
    void takesTheWorsePriceWhereTheFeeMakesUpForIt() {
        VenueOffer dear = new VenueOffer("dear", new long[] {100_000}, new long[] {5}, 1_000, 0, 1);
        VenueOffer cheap = new VenueOffer("cheap", new long[] {100_010}, new long[] {5}, 100, 0, 1);
        assertThat(SmartRouter.route(List.of(dear, cheap), Side.BUY, 5, SmartRouter.anyTicks(Side.BUY))
                        .lotsByVenue())
                .containsExactly(0, 5);
        assertThat(SmartRouter.route(List.of(dear, cheap), Side.BUY, 7, SmartRouter.anyTicks(Side.BUY))
                        .lotsByVenue())
                .containsExactly(2, 5);
    }

    @Example
    void sendsNothingWhereNobodyOffers() {
        assertThat(SmartRouter.route(List.of(), Side.BUY, 5, SmartRouter.anyTicks(Side.BUY))
                        .lots())
                .isZero();
    }

    private static VenueOffer offer(String name, Side side, RandomGenerator random) {
        int levels = random.nextInt(4);
        long[] ticks = new long[levels];
        long[] lots = new long[levels];
        long price = 1_000L + side.sign() * random.nextLong(4);
        for (int i = 0; i < levels; i++) {
            ticks[i] = price;
            lots[i] = random.nextInt(4);
            price += side.sign() * (1 + random.nextLong(3));
        }
        return new VenueOffer(
                name, ticks, lots, random.nextInt(4_000) - 500, random.nextInt(2_000_000), 1 + random.nextInt(3));
    }

    private static final class Best {
        long lots;
        long cost;
    }

    private static void tryAll(
            List<VenueOffer> offers, Side side, long left, long limit, int venue, long lots, long cost, Best best) {
        if (venue == offers.size()) {
            if (lots > best.lots || (lots == best.lots && cost < best.cost)) {
                best.lots = lots;
                best.cost = cost;
            }
            return;
        }
        VenueOffer offer = offers.get(venue);
        tryAll(offers, side, left, limit, venue + 1, lots, cost, best);
        long own = 0;
        long taken = 0;
        for (int level = 0; level < offer.levels(); level++) {
            boolean beyond = side == Side.BUY ? offer.ticksAt(level) > limit : offer.ticksAt(level) < limit;
            for (long i = 0; i < offer.lotsAt(level) && taken < left && !beyond; i++) {
                taken++;
                own += SmartRouter.costOf(offer, side, offer.ticksAt(level));
                if (taken >= offer.smallestLots()) {
                    tryAll(offers, side, left - taken, limit, venue + 1, lots + taken, cost + own, best);
                }
            }
        }
    }
}
