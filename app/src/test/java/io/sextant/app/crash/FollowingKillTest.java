package io.sextant.app.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.market.Depth;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.time.SeededRandom;
import io.sextant.domain.time.SystemClock;
import io.sextant.domain.time.SystemScheduler;
import io.sextant.exchange.standin.BinanceShape;
import io.sextant.exchange.standin.StandInExchange;
import io.sextant.exchange.standin.fault.FaultPlan;
import io.sextant.exchange.standin.market.BookState;
import io.sextant.exchange.standin.market.ListedPair;
import io.sextant.exchange.standin.market.MarketTruth;
import io.sextant.exchange.standin.market.TruthBar;
import io.sextant.exchange.standin.wire.LoopbackServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * kill -9 of an engine that follows a live venue, at random moments: what the journal held stays, no trade is lost or counted
 * twice in a bar that is not marked, and the book comes back.
 */
@Tag("crash")
class FollowingKillTest {

    /** A life takes seconds, because it needs some of the market to lose. */
    private static final int KILLS = Math.clamp(Integer.getInteger("sextant.kills", 50) / 15, 3, 100);

    private static final int SHORTEST_LIFE_MILLIS = 3_000;
    private static final int LIFE_SPAN_MILLIS = 2_500;
    private static final int PATIENCE_SECONDS = 120;
    private static final long MILLI = 1_000_000L;
    private static final long SECOND = 1_000 * MILLI;
    private static final List<ListedPair> PAIRS = List.of(ListedPair.BTC_USDT, ListedPair.ETH_USDT);

    @TempDir
    Path folder;

    private final SystemScheduler scheduler = new SystemScheduler("stand-in");
    private final FaultPlan plan = new FaultPlan(7, 0.002, 0.02);
    private final StandInExchange exchange =
            new StandInExchange(new BinanceShape(), PAIRS, 7, new SystemClock(), scheduler, plan);
    private final Map<String, List<long[]>> marked = new HashMap<>();
    private LifeImage image = LifeImage.plain();
    private LoopbackServer server;
    private int turn;
    private long compared;

    @BeforeEach
    void open() {
        server = new LoopbackServer(exchange);
        scheduler.every(15 * MILLI, () -> {
            synchronized (exchange) {
                exchange.move(turn++ % PAIRS.size());
            }
        });
    }

    @AfterEach
    void close() {
        scheduler.close();
        server.close();
    }

    @Test
    @Tag("scaled")
    void anEngineLosesNoTradeAndCountsNoneTwiceOrMarksTheStretch() throws Exception {
        image = LifeImage.of(KILLS, folder, FollowingChild.class, arguments("first"));
        SeededRandom random = SeededRandom.stream(20_261_121, 3);
        long durable = 0;
        for (int life = 0; life < KILLS; life++) {
            Life one = begin();
            TimeUnit.MILLISECONDS.sleep(SHORTEST_LIFE_MILLIS + random.nextInt(LIFE_SPAN_MILLIS));
            one.kill();
            examine(one.lines(), durable, life);
            durable = last(one.lines(), "DURABLE ");
        }
        plan.calmDown();
        Life last = begin();
        awaitTrueBooks(last);
        last.kill();
        examine(last.lines(), durable, KILLS);
        assertThat(compared).as("seconds that were not marked, over all lives").isGreaterThan(KILLS);
    }

    private List<String> arguments(String desk) {
        return List.of(
                folder.resolve(desk).toString(),
                "http://127.0.0.1:" + server.port(),
                "ws://127.0.0.1:" + server.port());
    }

    private Life begin() throws Exception {
        Life life = Life.begin(image, FollowingChild.class, arguments("desk"));
        assertThat(life.awaitReady()).as("%s", life.transcript()).isTrue();
        return life;
    }

    private void examine(List<String> lines, long durable, int life) {
        assertThat(last(lines, "RECORDS "))
                .as("records that life %d found", life)
                .isGreaterThanOrEqualTo(durable);
        long reached = last(lines, "TIME ");
        Map<String, Map<Long, double[]>> bars = new HashMap<>();
        for (String line : lines) {
            String[] words = line.split(" ");
            if (words[0].equals("BAR")) {
                double[] figures = new double[5];
                for (int i = 0; i < figures.length; i++) {
                    figures[i] = Double.parseDouble(words[3 + i]);
                }
                bars.computeIfAbsent(words[1], id -> new HashMap<>()).put(Long.parseLong(words[2]), figures);
            }
        }
        // What an earlier life knew by the time of this life's bars was marked by then.
        for (ListedPair pair : PAIRS) {
            String symbol = pair.base() + "-" + pair.quote();
            checkBars(symbol, bars.getOrDefault(symbol, Map.of()), reached, life);
        }
        for (String line : lines) {
            String[] words = line.split(" ");
            if (words[0].equals("NOTTRUSTED")) {
                marked.computeIfAbsent(words[1], id -> new ArrayList<>())
                        .add(new long[] {Long.parseLong(words[2]), Long.parseLong(words[3])});
            }
        }
    }

    private void checkBars(String symbol, Map<Long, double[]> bars, long reached, int life) {
        if (bars.isEmpty()) {
            return;
        }
        MarketTruth truth = truth(symbol);
        NavigableMap<Long, TruthBar> wanted;
        synchronized (exchange) {
            wanted = truth.bars(SECOND);
        }
        long first = bars.keySet().stream().min(Long::compare).orElseThrow();
        for (TruthBar bar : wanted.tailMap(first).values()) {
            // Of what the last life had only just heard, this life does not know yet what it will mark.
            if (bar.openNanos() + 3 * SECOND <= reached && !isMarked(symbol, bar.openNanos())) {
                compared++;
                assertThat(bars.get(bar.openNanos()))
                        .as("%s at %d in life %d", symbol, bar.openNanos(), life)
                        .isNotNull()
                        .containsExactly(
                                price(truth, bar.open()),
                                price(truth, bar.high()),
                                price(truth, bar.low()),
                                price(truth, bar.close()),
                                Double.parseDouble(truth.pair().quantity(bar.lots())));
            }
        }
        bars.keySet().stream()
                .filter(open -> !isMarked(symbol, open))
                .forEach(open -> assertThat(wanted)
                        .as("a bar of %s that never was", symbol)
                        .containsKey(open));
    }

    private static double price(MarketTruth truth, long ticks) {
        return Double.parseDouble(truth.pair().price(ticks));
    }

    private MarketTruth truth(String symbol) {
        return exchange.all().stream()
                .filter(market ->
                        symbol.equals(market.pair().base() + "-" + market.pair().quote()))
                .findFirst()
                .orElseThrow();
    }

    private boolean isMarked(String symbol, long openNanos) {
        return marked.getOrDefault(symbol, List.of()).stream()
                .anyMatch(one -> one[0] < openNanos + SECOND && one[1] >= openNanos);
    }

    private static long last(List<String> lines, String word) {
        return lines.stream()
                .filter(line -> line.startsWith(word))
                .mapToLong(line -> Long.parseLong(line.substring(word.length())))
                .max()
                .orElse(0);
    }

    /** With the exchange standing still, what the engine shows becomes what is there. */
    private void awaitTrueBooks(Life life) throws InterruptedException {
        synchronized (exchange) {
            for (ListedPair pair : PAIRS) {
                String symbol = pair.base() + "-" + pair.quote();
                BookState book = truth(symbol).book();
                String wanted = "BOOK " + symbol + " " + levels(pair, book.bids()) + " " + levels(pair, book.asks());
                long end = System.nanoTime() + PATIENCE_SECONDS * SECOND;
                while (!life.lines().contains(wanted)) {
                    assertThat(System.nanoTime())
                            .as("%s was not shown, but last%n%s", wanted, newest(life, "BOOK " + symbol))
                            .isLessThan(end);
                    TimeUnit.MILLISECONDS.sleep(20);
                }
            }
        }
    }

    private static String newest(Life life, String word) {
        return life.lines().reversed().stream()
                .filter(line -> line.startsWith(word))
                .findFirst()
                .orElse("nothing");
    }

    private static String levels(ListedPair pair, NavigableMap<Long, Long> side) {
        return side.entrySet().stream()
                .limit(Depth.LEVELS)
                .map(level -> plain(pair.price(level.getKey())) + "@" + plain(pair.quantity(level.getValue())))
                .collect(Collectors.joining(","));
    }

    /** As prices and quantities write themselves. */
    private static String plain(String decimal) {
        return Quantity.parse(decimal).toString();
    }
}
