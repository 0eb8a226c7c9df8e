package io.sextant.benchmarks.flow;

import io.sextant.analytics.orderflow.BookSide;
import io.sextant.analytics.orderflow.Depth;
import io.sextant.analytics.orderflow.FlowGuard;
import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.market.FlowAnomaly.Kind;
import io.sextant.domain.market.Headline;
import io.sextant.domain.market.Side;
import io.sextant.domain.order.BookEntry;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.time.SeededRandom;
import io.sextant.execution.VenueListener;
import io.sextant.execution.gate.OpenDoor;
import io.sextant.execution.gate.OrderSource;
import io.sextant.marketdata.MarketSink;
import io.sextant.simulator.SimulatedExchange;
import io.sextant.simulator.SimulatorSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A simulated market in which somebody spoofs and hides icebergs among the agents' orders, with a guard that sees levels and trades only.
 * Who plants writes down what he did and when, and so every anomaly that the guard tells is right or wrong.
 */
public final class PlantedMarket {

    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long START_NANOS = 1_780_000_000_000_000_000L;
    /** Before this the guard has no usual sizes yet. */
    private static final long QUIET_NANOS = 300 * SECOND_NANOS;
    /** After the end of a planting the guard may still tell it. */
    private static final long LATE_NANOS = 15 * SECOND_NANOS;

    private static final double MEMORY = 500;

    /** Something planted: {@code shown} times a large order was pulled, or the tip of an iceberg came back. */
    public record Planting(Kind kind, int instrument, BookSide side, long fromNanos, long untilNanos, int shown) {}

    /** Something that the guard told. */
    public record Alarm(Kind kind, int instrument, BookSide side, long nanos, double score) {}

    private final SeededRandom random;
    private final SimulatedExchange exchange;
    private final FlowGuard[] guards;
    private final Hand[] hands;
    private final List<Planting> plantings = new ArrayList<>();
    private final List<Alarm> alarms = new ArrayList<>();
    private final Map<Long, Hand> owners = new HashMap<>();
    private long nowNanos = START_NANOS;
    private long lastOrder;

    public PlantedMarket(long seed, FlowGuard.Settings settings) {
        random = new SeededRandom(seed);
        exchange = new SimulatedExchange(SimulatorSettings.of(seed, START_NANOS));
        int instruments = exchange.instruments().size();
        guards = new FlowGuard[instruments];
        hands = new Hand[instruments];
        for (int i = 0; i < instruments; i++) {
            int instrument = i;
            guards[i] = new FlowGuard(
                    settings,
                    (kind, nanos, side, price, size, score) ->
                            alarms.add(new Alarm(kind, instrument, side, nanos, score)));
            hands[i] = new Hand(i);
        }
        exchange.connect(new Answers());
    }

    /** Lets the market run; without plantings every alarm is a false one. */
    public void run(long minutes, boolean planting) {
        Reports reports = new Reports();
        long end = nowNanos + minutes * 60 * SECOND_NANOS;
        while (exchange.nextNanos() < end) {
            nowNanos = Math.max(nowNanos, exchange.nextNanos());
            exchange.step(reports);
            if (planting) {
                for (Hand hand : hands) {
                    hand.act();
                }
            }
        }
    }

    public List<Planting> plantings() {
        return plantings;
    }

    /** Since the guard knew what is usual. */
    public List<Alarm> alarms() {
        return alarms.stream()
                .filter(alarm -> alarm.nanos() >= START_NANOS + QUIET_NANOS)
                .toList();
    }

    public int instruments() {
        return guards.length;
    }

    /** Whether an alarm tells a planting. */
    public static boolean fits(Alarm alarm, Planting planting) {
        return alarm.kind() == planting.kind()
                && alarm.instrument() == planting.instrument()
                && alarm.side() == planting.side()
                && alarm.nanos() >= planting.fromNanos()
                && alarm.nanos() <= planting.untilNanos() + LATE_NANOS;
    }

    /** One who plants in one instrument, one thing after the other with pauses between. */
    private final class Hand {

        private final int instrument;
        private Kind kind = Kind.SPOOFING;
        private BookSide side = BookSide.BID;
        private long fromNanos;
        private long dueNanos;
        private int left;
        private int shown;
        private long order;
        private long price;
        private long size;
        private double usualIncrease;
        private double usualTrade;

        Hand(int instrument) {
            this.instrument = instrument;
            dueNanos = START_NANOS + QUIET_NANOS + pause(60, 300);
        }

        private long pause(double fromSeconds, double toSeconds) {
            return (long) ((fromSeconds + random.nextDouble() * (toSeconds - fromSeconds)) * SECOND_NANOS);
        }

        void act() {
            if (nowNanos < dueNanos || !guards[instrument].book().isTwoSided()) {
                return;
            }
            if (order != 0) {
                exchange.cancel(order, nowNanos);
                dueNanos = Long.MAX_VALUE;
            } else if (left == 0) {
                begin();
            } else if (kind == Kind.SPOOFING) {
                showLarge();
            } else {
                showTip();
            }
        }

        private void begin() {
            kind = random.nextBoolean() ? Kind.SPOOFING : Kind.ICEBERG;
            side = random.nextBoolean() ? BookSide.BID : BookSide.ASK;
            fromNanos = nowNanos;
            shown = 0;
            boolean spoofs = kind == Kind.SPOOFING;
            left = spoofs ? 3 + random.nextInt(4) : 6 + random.nextInt(20);
            size = Math.max(
                    1,
                    Math.round(
                            spoofs
                                    ? usualIncrease * (5 + 25 * random.nextDouble())
                                    : usualTrade * (0.5 + 1.5 * random.nextDouble())));
            price = guards[instrument].book().price(side, 0);
            dueNanos = nowNanos;
        }

        /** Behind the best price, where it is seen and not reached at once. */
        private void showLarge() {
            Depth book = guards[instrument].book();
            int level = Math.min(1 + random.nextInt(5), book.levels(side) - 1);
            price = book.price(side, level);
            submit();
            dueNanos = nowNanos + pause(0.5, 6);
        }

        /** Always at the price where it began; the market comes to it or not. */
        private void showTip() {
            submit();
            dueNanos = nowNanos + pause(60, 60);
        }

        private void submit() {
            order = ++lastOrder;
            owners.put(order, this);
            left--;
            exchange.submit(
                    OpenDoor.order(
                            order,
                            instrument,
                            side == BookSide.BID ? Side.BUY : Side.SELL,
                            BookEntry.POST_ONLY,
                            size,
                            price,
                            OrderSource.of(OrderOrigin.TICKET),
                            2 * price),
                    nowNanos);
        }

        /** The order is no more: pulled, traded, or never taken. */
        void over(boolean traded, boolean refused) {
            order = 0;
            boolean spoofs = kind == Kind.SPOOFING;
            if (!refused && (spoofs != traded)) {
                shown++;
            }
            boolean ends = left == 0 || spoofs == traded;
            dueNanos =
                    ends ? nowNanos + pause(130, 400) : spoofs ? nowNanos + pause(0.5, 8) : nowNanos + pause(0, 0.05);
            if (ends) {
                left = 0;
                // The first tip comes, the others come back.
                int times = spoofs ? shown : shown - 1;
                plantings.add(new Planting(kind, instrument, side, fromNanos, nowNanos, times));
            }
        }
    }

    private final class Answers implements VenueListener {

        private final Map<Long, Long> filled = new HashMap<>();

        private void over(long orderId, boolean traded, boolean refused) {
            Hand hand = owners.remove(orderId);
            if (hand != null) {
                hand.over(traded, refused);
            }
        }

        @Override
        public void onFill(long orderId, long tradeId, long timeNanos, long priceTicks, long lots, boolean maker) {
            Hand hand = owners.get(orderId);
            if (hand != null && filled.merge(orderId, lots, Long::sum) >= hand.size) {
                over(orderId, true, false);
            }
        }

        @Override
        public void onCancelled(long orderId, long timeNanos) {
            over(orderId, filled.containsKey(orderId) && filled.get(orderId) > 0, false);
        }

        @Override
        public void onRejected(long orderId, long timeNanos, RefusalCode code) {
            over(orderId, false, true);
        }

        @Override
        public void onAccepted(long orderId, long timeNanos) {}

        @Override
        public void onCancelRejected(long orderId, long timeNanos, RefusalCode code) {}

        @Override
        public void onAmended(long orderId, long timeNanos, long lots, long limitTicks) {}

        @Override
        public void onAmendRejected(long orderId, long timeNanos, RefusalCode code) {}
    }

    private final class Reports implements MarketSink {

        private long trades;
        private long increases;

        @Override
        public void onTrade(int instrument, long timeNanos, long priceTicks, long lots, Side aggressor) {
            Hand hand = hands[instrument];
            hand.usualTrade += (lots - hand.usualTrade) / Math.min((double) ++trades, MEMORY);
            guards[instrument].trade(timeNanos, aggressor == Side.BUY ? BookSide.BID : BookSide.ASK, priceTicks, lots);
        }

        @Override
        public void onLevel(int instrument, long timeNanos, Side side, long priceTicks, long lots) {
            BookSide where = side == Side.BUY ? BookSide.BID : BookSide.ASK;
            long before = guards[instrument].waiting(where, priceTicks);
            Hand hand = hands[instrument];
            if (lots > before) {
                hand.usualIncrease += (lots - before - hand.usualIncrease) / Math.min((double) ++increases, MEMORY);
            }
            guards[instrument].level(timeNanos, where, priceTicks, lots);
        }

        @Override
        public void onQuote(int instrument, long timeNanos, long bidTicks, long bidLots, long askTicks, long askLots) {}

        @Override
        public void onHeadline(Headline headline) {}

        @Override
        public void onStatus(FeedStatus status, String detail) {}
    }
}
