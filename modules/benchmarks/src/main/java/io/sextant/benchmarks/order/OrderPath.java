package io.sextant.benchmarks.order;

import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.AccountLimits;
import io.sextant.domain.order.InstrumentLimits;
import io.sextant.domain.order.RateLimit;
import io.sextant.domain.order.RiskLimits;
import io.sextant.simulator.SimulatedInstruments;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.HdrHistogram.Histogram;

/**
 * A million orders through gate, state machine and paper book; the same without the gate; and the same stream through the order book
 * of exchange-core. All three run on one thread and alternate in one run, and each tells its best round. Orders a second are by the
 * processor time of that thread, so that what else the machine does counts little; times of one order are from the wish to the last
 * answer by the clock, and do hold it.
 */
public final class OrderPath {

    private static final long START_NANOS = 1_780_000_000_000_000_000L;
    private static final int ORDERS = Integer.getInteger("orders", 1_000_000);
    private static final int ROUNDS = Integer.getInteger("rounds", 5);

    private OrderPath() {}

    private record Round(double ordersASecond, Histogram nanos) {

        Round better(Round other) {
            return other.ordersASecond > ordersASecond ? other : this;
        }

        void print(String name) {
            System.out.printf(
                    Locale.ENGLISH,
                    "%-22s %,12.0f orders/s   p50 %,d ns, p99 %,d ns, p99.99 %,d ns%n",
                    name,
                    ordersASecond,
                    nanos.getValueAtPercentile(50),
                    nanos.getValueAtPercentile(99),
                    nanos.getValueAtPercentile(99.99));
        }
    }

    public static void main(String[] arguments) {
        SimulatedInstruments market = new SimulatedInstruments(START_NANOS);
        InstrumentCatalog catalog = market.catalog();
        int future = catalog.indexOf(catalog.all().stream()
                .filter(one -> one.id().symbol().startsWith("MNQ"))
                .findFirst()
                .orElseThrow()
                .id());
        long start = market.startTicks(future);
        OrderStream stream = new OrderStream(ORDERS, start);
        Round gated = new Round(0, new Histogram(3));
        Round open = gated;
        Round peer = gated;
        for (int round = 0; round < ROUNDS; round++) {
            gated = gated.better(run(stream, nanos -> new OwnPath(catalog, future, start, true).run(stream, nanos)));
            open = open.better(run(stream, nanos -> new OwnPath(catalog, future, start, false).run(stream, nanos)));
            peer = peer.better(run(stream, nanos -> new PeerBook().run(stream, nanos)));
        }
        gated.print("gate, states, paper");
        open.print("the same, gate off");
        peer.print("exchange-core's book");
        System.out.printf(
                Locale.ENGLISH,
                "gate on/off %.2f; beside exchange-core's book %.2f%n",
                gated.ordersASecond / open.ordersASecond,
                gated.ordersASecond / peer.ordersASecond);
    }

    private static Round run(OrderStream stream, ToLongFunction<Histogram> path) {
        Histogram nanos = new Histogram(3);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long begun = threads.getCurrentThreadCpuTime();
        long fills = path.applyAsLong(nanos);
        double seconds = (threads.getCurrentThreadCpuTime() - begun) / 1e9;
        long takers = stream.takers();
        if (fills != takers) {
            throw new IllegalStateException(fills + " fills of " + takers + " orders that take");
        }
        return new Round(stream.size / seconds, nanos);
    }

    /** Every rule has its limit and none of them is ever reached. */
    static RiskLimits limits(InstrumentCatalog catalog, RiskLimits usual) {
        AccountLimits account = usual.findAccount().orElseThrow();
        RateLimit busiest = new RateLimit(RateLimit.MAX_COUNT, 1_000_000_000L);
        return new RiskLimits(
                catalog.all().stream()
                        .map(one -> new InstrumentLimits(
                                one.id(),
                                Quantity.of(1_000_000, 0),
                                Money.of(Long.MAX_VALUE / 4, one.quote()),
                                1_000,
                                Quantity.of(1_000_000, 0)))
                        .toList(),
                new AccountLimits(
                        Long.MAX_VALUE / 1_000_000_000,
                        account.maxLeverageHundredths(),
                        busiest,
                        busiest,
                        busiest,
                        1,
                        true,
                        account.maxPriceAgeNanos(),
                        account.maxClockSkewNanos(),
                        account.maxDailyLoss(),
                        account.maxDrawdown(),
                        true,
                        List.of(),
                        account.breakers()),
                List.of());
    }
}
