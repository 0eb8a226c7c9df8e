package io.sextant.execution.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.instrument.SpotPair;
import io.sextant.domain.instrument.TradingRules;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.time.SeededRandom;
import io.sextant.execution.routing.RoutePlanner.Book;
import io.sextant.execution.routing.RoutePlanner.Part;
import io.sextant.execution.routing.RoutePlanner.Plan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** Routes over venues with grids of their own, reckoned again in plain decimals. */
class RoutePlannerProperties {

    private static final String[] TICKS = {"0.1", "0.01", "0.05", "0.001"};
    private static final String[] LOTS = {"0.1", "0.001", "0.025", "0.0001"};

    @Property(tries = 400)
    void everyPartCanBeTradedThereAndCostsWhatIsSaid(@ForAll long seed) {
        RandomGenerator random = new SeededRandom(seed);
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        List<Book> books = new ArrayList<>();
        int venues = 1 + random.nextInt(4);
        for (int i = 0; i < venues; i++) {
            books.add(book("v" + i, side, random));
        }
        Quantity step = RoutePlanner.step(books);
        Quantity wanted = Quantity.of(step.units() * (1 + random.nextLong(200)), step.scale());
        Price limit = limit(side, random);

        Plan plan = RoutePlanner.plan(books, side, wanted, limit);

        BigDecimal allIn = BigDecimal.ZERO;
        Quantity routed = Quantity.ZERO;
        for (Part part : plan.parts()) {
            Book book = books.stream()
                    .filter(one -> one.venue().equals(part.venue()))
                    .findFirst()
                    .orElseThrow();
            Instrument instrument = book.instrument();
            assertThat(instrument.isWholeLots(part.quantity())).isTrue();
            assertThat(part.quantity())
                    .isGreaterThanOrEqualTo(instrument.rules().minQuantity());
            BigDecimal dearest = plainValue(book, part.quantity(), limit, side);
            assertThat(side.sign() * part.value().compareTo(dearest))
                    .as("counted %s, really %s", part.value(), dearest)
                    .isGreaterThanOrEqualTo(0);
            assertThat(part.fee())
                    .isEqualByComparingTo(part.value()
                            .multiply(new BigDecimal(book.takerPartsPerMillion()))
                            .movePointLeft(6));
            allIn = allIn.add(part.value()).add(part.fee().multiply(BigDecimal.valueOf(side.sign())));
            routed = routed.plus(part.quantity());
        }
        assertThat(plan.allIn()).isEqualByComparingTo(allIn);
        assertThat(plan.routed()).isEqualByComparingTo(routed);
        assertThat(routed).isLessThanOrEqualTo(wanted);
        plan.single().ifPresent(single -> {
            assertThat(plan.routed()).isEqualByComparingTo(wanted);
            assertThat(side.sign() * plan.allIn().compareTo(single.allIn()))
                    .as("never worse than all at one venue")
                    .isLessThanOrEqualTo(0);
        });
    }

    /** None, one near the market, one below every tick, or one beyond every price that can be counted. */
    private static @Nullable Price limit(Side side, RandomGenerator random) {
        return switch (random.nextInt(5)) {
            case 0, 1 -> null;
            case 2 -> Price.of(1, 7);
            case 3 -> Price.of(Long.MAX_VALUE / 2, 0);
            default -> Price.of(100_000 + side.sign() * random.nextLong(700), 3);
        };
    }

    /** What the quantity is worth on the book as it is, and that the book has it within the limit. */
    private static BigDecimal plainValue(Book book, Quantity quantity, @Nullable Price limit, Side side) {
        BigDecimal left = new BigDecimal(quantity.toString());
        BigDecimal value = BigDecimal.ZERO;
        for (int level = 0; left.signum() > 0; level++) {
            assertThat(level).as("levels of the book").isLessThan(book.ticks().length);
            Price price = book.instrument().priceOf(book.ticks()[level]);
            if (limit != null) {
                assertThat(side.sign() * price.compareTo(limit)).isLessThanOrEqualTo(0);
            }
            BigDecimal here = left.min(new BigDecimal(
                    book.instrument().quantityOf(book.lots()[level]).toString()));
            value = value.add(here.multiply(new BigDecimal(price.toString())));
            left = left.subtract(here);
        }
        return value;
    }

    private static Book book(String venue, Side side, RandomGenerator random) {
        String lot = LOTS[random.nextInt(LOTS.length)];
        Quantity smallest = Quantity.parse(new BigDecimal(lot)
                .multiply(BigDecimal.valueOf(1 + random.nextInt(5)))
                .toPlainString());
        Instrument instrument = pair(TICKS[random.nextInt(TICKS.length)], lot, smallest);
        int levels = random.nextInt(6);
        long[] ticks = new long[levels];
        long[] lots = new long[levels];
        long price = instrument.ticksOf(Price.parse("100")) + side.sign() * random.nextLong(3);
        for (int i = 0; i < levels; i++) {
            ticks[i] = price;
            lots[i] = random.nextInt(40);
            price += side.sign() * (1 + random.nextLong(3));
        }
        return new Book(venue, instrument, ticks, lots, random.nextInt(4_000) - 500);
    }

    private static Instrument pair(String tick, String lot, Quantity smallest) {
        return new SpotPair(
                InstrumentId.of("ABC-USD"),
                "A",
                new Currency("ABC", 10),
                new Currency("USD", 10),
                new TradingRules(Price.parse(tick), Quantity.parse(lot), smallest),
                FeeSchedule.FREE);
    }

    @Example
    void feesOutweighAPriceThatLooksBetter() {
        Instrument fine = pair("0.01", "0.001", Quantity.parse("0.001"));
        Instrument coarse = pair("0.1", "0.01", Quantity.parse("0.01"));
        Book dear = new Book("dear", fine, new long[] {10_000}, new long[] {5_000}, 4_000);
        Book cheap = new Book("cheap", coarse, new long[] {1_002}, new long[] {300}, 1_000);
        Plan plan = RoutePlanner.plan(List.of(dear, cheap), Side.BUY, Quantity.parse("4"), null);
        assertThat(plan.parts())
                .extracting(Part::venue, part -> part.quantity().toString())
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("dear", "1"),
                        org.assertj.core.groups.Tuple.tuple("cheap", "3"));
        // 100 and its 0.4, 300.6 and its 0.3006.
        assertThat(plan.allIn()).isEqualByComparingTo("401.3006");
        assertThat(plan.single()).hasValueSatisfying(single -> {
            assertThat(single.venue()).isEqualTo("dear");
            assertThat(single.allIn()).isEqualByComparingTo("401.6");
        });
    }

    @Example
    void refusesAQuantityBetweenTheSteps() {
        Book coarse =
                new Book("coarse", pair("0.1", "0.01", Quantity.parse("0.01")), new long[] {1_000}, new long[] {10}, 0);
        assertThat(RoutePlanner.step(List.of(coarse))).isEqualByComparingTo(Quantity.parse("0.01"));
        assertThatThrownBy(() -> RoutePlanner.plan(List.of(coarse), Side.BUY, Quantity.parse("0.015"), null))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
