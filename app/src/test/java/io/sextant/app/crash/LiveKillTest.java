package io.sextant.app.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.app.testing.LiveStandIn;
import io.sextant.domain.order.OrderState;
import io.sextant.exchange.standin.account.TruthOrder;
import io.sextant.exchange.standin.fault.FaultPlan;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * kill -9 of a desk that trades with an account, in every state that an order can be in, on bad days of the venue: nothing is lost,
 * nothing is doubled, and what the desk holds is what the venue says. Each life looks at what the ones before left.
 */
@Tag("crash")
class LiveKillTest {

    /** States in which a process is killed in turn; what cannot be met within the patience is passed over and counted. */
    private static final List<OrderState> DEADLY = List.of(
            OrderState.SUBMITTED,
            OrderState.CANCEL_PENDING,
            OrderState.ACCEPTED,
            OrderState.AMEND_PENDING,
            OrderState.PARTLY_FILLED,
            OrderState.UNKNOWN,
            OrderState.FILLED,
            OrderState.CANCELLED);

    private static final int KILLS = Math.clamp(Integer.getInteger("sextant.kills", 50) / 6, 8, 64);

    /** No new life after so long, whatever is left; a soak takes its time. */
    private static final int LONGEST_SECONDS = Integer.getInteger("sextant.live.kill.seconds", 60);

    private static final int PATIENCE_SECONDS = 20;

    @TempDir
    Path folder;

    private final FaultPlan plan = new FaultPlan(3, 0.02, 0.06);
    private final LiveStandIn venue = new LiveStandIn("key", "secret", plan);
    private final Set<Long> acknowledged = new HashSet<>();
    private final Map<OrderState, Integer> died = new EnumMap<>(OrderState.class);

    @Test
    @Tag("scaled")
    void aDeskWithAnAccountLosesNothingAndDoublesNothing() throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        try (venue) {
            venue.slow(30);
            int lives = 0;
            while (lives < KILLS && (lives < 2 || System.nanoTime() < end)) {
                live(lives, DEADLY.get(lives % DEADLY.size()));
                lives++;
            }
            Life last = begin(lives, OrderState.FILLED);
            examine(last, lives);
            last.kill();
            assertThat(acknowledged)
                    .as("orders acknowledged in %d lives that ended in %s", lives, died)
                    .isNotEmpty();
        }
    }

    private void live(int number, OrderState deadly) throws Exception {
        Life life = begin(number, deadly);
        examine(life, number);
        plan.beginAgain();
        venue.filling(true);
        life.say("go");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (life.isAlive() && !life.lines().contains("AT " + deadly) && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        boolean reached = life.lines().contains("AT " + deadly);
        life.kill();
        plan.calmDown();
        venue.filling(false);
        if (reached) {
            died.merge(deadly, 1, Integer::sum);
        }
        life.lines().stream()
                .filter(line -> line.startsWith("ACK "))
                .forEach(line -> acknowledged.add(Long.parseLong(line.substring(4))));
    }

    private Life begin(int number, OrderState deadly) throws Exception {
        plan.calmDown();
        Life life = Life.begin(
                LiveTradingChild.class,
                List.of(folder.toString(), venue.http(), venue.webSocket(), deadly.name(), Integer.toString(number)));
        assertThat(life.awaitReady())
                .as("life %d came up:%n%s", number, life.transcript())
                .isTrue();
        return life;
    }

    private void examine(Life life, int number) {
        Set<Long> known = new HashSet<>();
        Map<Long, BigDecimal> open = new TreeMap<>();
        BigDecimal cash = BigDecimal.ZERO;
        BigDecimal held = BigDecimal.ZERO;
        for (String line : life.lines()) {
            String[] words = line.split(" ");
            switch (words[0]) {
                case "KNOWN" -> known.add(Long.parseLong(words[1]));
                case "OPEN" -> open.put(Long.parseLong(words[1]), new BigDecimal(words[2]));
                case "CASH" -> cash = words[2].equals("USDT") ? new BigDecimal(words[1]) : cash;
                case "HELD" -> held = held.add(new BigDecimal(words[1]));
                default -> {
                    // Not said about the books.
                }
            }
        }
        assertThat(known).as("orders of earlier lives in life %d", number).containsAll(acknowledged);
        Map<Long, BigDecimal> openThere = new TreeMap<>();
        Set<String> names = new HashSet<>();
        for (TruthOrder order : venue.locked(() -> venue.account().orders())) {
            assertThat(names.add(order.clientId()))
                    .as("%s was placed once", order.clientId())
                    .isTrue();
            if (order.isOpen()) {
                String id = order.clientId().split("-")[1];
                BigDecimal rest = new BigDecimal(order.market().pair().quantity(order.lots() - order.filled()));
                assertThat(openThere.put(Long.parseLong(id, 36), rest.stripTrailingZeros()))
                        .as("order %s works once", id)
                        .isNull();
            }
        }
        open.replaceAll((id, rest) -> rest.stripTrailingZeros());
        assertThat(open).as("what works in life %d", number).isEqualTo(openThere);
        Map<String, BigDecimal> balances = venue.locked(() -> venue.account().balances());
        assertThat(cash).as("cash in life %d", number).isEqualByComparingTo(balances.get("USDT"));
        assertThat(held.add(BigDecimal.TWO))
                .as("position in life %d", number)
                .isEqualByComparingTo(balances.get("BTC"));
    }
}
