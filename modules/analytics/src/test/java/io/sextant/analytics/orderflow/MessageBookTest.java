package io.sextant.analytics.orderflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MessageBookTest {

    private record Order(BookSide side, long price, long size) {}

    /** Every order as an object in a map, levels summed anew each time. */
    @Property(tries = 60)
    void equalsAPlainBookUnderRandomMessages(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        MessageBook book = new MessageBook();
        Map<Long, Order> plain = new HashMap<>();
        long unknown = 0;
        for (int i = 0; i < 3_000; i++) {
            long id = random.nextInt(6_000) * 1_000_003L;
            Order known = plain.get(id);
            BookSide side = random.nextBoolean() ? BookSide.BID : BookSide.ASK;
            long price = 1_000L + random.nextInt(60);
            long size = 1L + random.nextInt(20);
            switch (random.nextInt(6)) {
                case 0, 1, 2 -> {
                    book.add(id, side, price, size);
                    plain.put(id, new Order(side, price, size));
                }
                case 3 -> {
                    book.reduce(id, size);
                    if (known == null) {
                        unknown++;
                    } else if (known.size() <= size) {
                        plain.remove(id);
                    } else {
                        plain.put(id, new Order(known.side(), known.price(), known.size() - size));
                    }
                }
                case 4 -> {
                    book.modify(id, side, price, size);
                    unknown += known == null ? 1 : 0;
                    plain.put(id, new Order(side, price, size));
                }
                default -> {
                    if (random.nextInt(500) == 0) {
                        book.clear();
                        plain.clear();
                    }
                }
            }
            if (i % 50 == 0) {
                compare(book, plain);
            }
        }
        compare(book, plain);
        assertThat(book.unknownOrders()).isEqualTo(unknown);
    }

    private static void compare(MessageBook book, Map<Long, Order> plain) {
        assertThat(book.orders()).isEqualTo(plain.size());
        for (BookSide side : BookSide.values()) {
            Comparator<Long> rising = Comparator.naturalOrder();
            Map<Long, Long> sizes = new TreeMap<>(side == BookSide.BID ? rising.reversed() : rising);
            Map<Long, Integer> counts = new HashMap<>();
            for (Order order : plain.values()) {
                if (order.side() == side) {
                    sizes.merge(order.price(), order.size(), Long::sum);
                    counts.merge(order.price(), 1, Integer::sum);
                }
            }
            assertThat(book.levels(side)).isEqualTo(sizes.size());
            int level = 0;
            for (Map.Entry<Long, Long> entry : sizes.entrySet()) {
                assertThat(book.price(side, level)).isEqualTo(entry.getKey());
                assertThat(book.size(side, level)).isEqualTo(entry.getValue());
                assertThat(book.orders(side, level)).isEqualTo(counts.get(entry.getKey()));
                level++;
            }
        }
    }

    private static MessageBook small() {
        MessageBook book = new MessageBook();
        book.add(1, BookSide.BID, 99, 30);
        book.add(2, BookSide.BID, 98, 20);
        book.add(3, BookSide.ASK, 101, 10);
        book.add(4, BookSide.ASK, 103, 40);
        return book;
    }

    @Test
    void metricsByHand() {
        MessageBook book = small();

        assertThat(BookMetrics.mid(book)).isEqualTo(100);
        assertThat(BookMetrics.spread(book)).isEqualTo(2);
        assertThat(BookMetrics.microprice(book)).isEqualTo((101 * 30 + 99 * 10) / 40.0);
        assertThat(BookMetrics.imbalance(book, 1)).isEqualTo(20 / 40.0);
        assertThat(BookMetrics.imbalance(book, 5)).isEqualTo(0);
        assertThat(BookMetrics.sweepPrice(book, BookSide.ASK, 30)).isEqualTo((10 * 101 + 20 * 103) / 30.0);
        assertThat(BookMetrics.sweepPrice(book, BookSide.ASK, 51)).isNaN();
        assertThat(BookMetrics.slope(book, 2)).isEqualTo((50 / 2.0 + 50 / 3.0) / 2);
        assertThat(BookMetrics.mid(new MessageBook())).isNaN();
    }

    /** Each kind of event at the best prices with what the paper adds for it. */
    @Test
    void orderFlowImbalanceOfEachEvent() {
        MessageBook book = small();
        OrderFlowImbalance flow = new OrderFlowImbalance();
        assertThat(flow.next(book)).as("the first state is no event").isZero();
        book.add(5, BookSide.BID, 99, 5);
        assertThat(flow.next(book)).as("size comes to the bid").isEqualTo(5);
        book.reduce(3, 4);
        assertThat(flow.next(book)).as("size leaves the ask").isEqualTo(4);
        book.add(6, BookSide.BID, 100, 7);
        assertThat(flow.next(book)).as("a better bid").isEqualTo(7);
        book.reduce(6, 7);
        assertThat(flow.next(book)).as("it goes again").isEqualTo(-7);
        book.reduce(3, 6);
        assertThat(flow.next(book)).as("the ask retreats").isEqualTo(6);
        book.add(7, BookSide.ASK, 102, 9);
        assertThat(flow.next(book)).as("a better ask").isEqualTo(-9);
    }

    @Test
    void seededSizeIsTakenByMessagesAboutOrdersThatNobodyAdded() {
        MessageBook book = new MessageBook();
        book.seed(BookSide.BID, 50, 10);
        book.reduce(77, BookSide.BID, 50, 4);

        assertThat(book.size(BookSide.BID, 0)).isEqualTo(6);
        assertThat(book.unknownOrders()).isEqualTo(1);
        book.reduce(77, BookSide.BID, 50, 6);
        assertThat(book.levels(BookSide.BID)).isZero();
    }

    @Test
    void linesThroughPointsAreLeastSquares() {
        SplittableRandom random = new SplittableRandom(8);
        List<double[]> points = new ArrayList<>();
        LinearFit fit = new LinearFit();
        for (int i = 0; i < 200; i++) {
            double x = 1e6 + random.nextGaussian();
            double y = 5 - 3 * x + random.nextGaussian();
            points.add(new double[] {x, y});
            fit.add(x, y);
        }
        double mx = points.stream().mapToDouble(p -> p[0]).average().orElseThrow();
        double my = points.stream().mapToDouble(p -> p[1]).average().orElseThrow();
        double xy = points.stream().mapToDouble(p -> (p[0] - mx) * (p[1] - my)).sum();
        double xx = points.stream().mapToDouble(p -> (p[0] - mx) * (p[0] - mx)).sum();
        assertThat(fit.slope()).isCloseTo(xy / xx, within(1e-9));
        assertThat(fit.covariance()).isCloseTo(xy / 199, within(1e-9));
        assertThat(fit.intercept()).isCloseTo(my - xy / xx * mx, within(1e-2));
    }
}
