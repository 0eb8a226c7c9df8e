package io.sextant.execution.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.sextant.domain.journal.StateBytes;
import io.sextant.domain.market.Side;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.time.SeededRandom;
import io.sextant.execution.gate.TestGate;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Venues that say anything at any time, twice: the machine stays what its plain twin is. */
class OrderStreamsTest {

    private static final int SEEDS = Integer.getInteger("sextant.seeds", 100);
    private static final int STEPS = 400;
    private static final int MAX_WORKING = 60;

    private final TestGate gate = new TestGate(Desk.CATALOG);

    @Test
    void staysEqualToItsPlainTwinUnderAnyAnswers() {
        for (int seed = 0; seed < SEEDS; seed++) {
            run(seed);
        }
    }

    private void run(int seed) {
        RandomGenerator random = new SeededRandom(seed);
        Story story = new Story();
        WorkingOrders orders = new WorkingOrders(2, MAX_WORKING, story);
        PlainOrders plain = new PlainOrders();
        long lastId = 0;
        for (int step = 0; step < STEPS; step++) {
            long id = 1 + random.nextLong(lastId + 2);
            if (lastId < 40 && random.nextInt(6) == 0) {
                lastId++;
                open(orders, plain, lastId, random, step);
            } else {
                answer(orders, plain, id, random, step);
            }
            if (random.nextInt(100) == 0) {
                orders = reloaded(orders, story);
            }
            assertSame("seed " + seed + " step " + step, orders, plain);
        }
    }

    private void open(WorkingOrders orders, PlainOrders plain, long id, RandomGenerator random, long now) {
        int instrument = random.nextInt(2);
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        long lots = 1 + random.nextLong(20);
        long ticks = 90 + random.nextLong(20);
        orders.open(gate.order(id, instrument, side, lots, ticks), false, OrderOrigin.STRATEGY, "", now);
        plain.open(id, instrument, side, lots, ticks);
    }

    private void answer(WorkingOrders orders, PlainOrders plain, long id, RandomGenerator random, long now) {
        switch (random.nextInt(13)) {
            case 0, 1 -> {
                orders.onAccepted(id, now);
                plain.accepted(id);
            }
            case 2 -> {
                orders.onRejected(id, now, RefusalCode.EMPTY_BOOK);
                plain.rejected(id);
            }
            case 3, 4, 5 -> {
                long trade = random.nextLong(60);
                long lots = 1 + random.nextLong(8);
                orders.onFill(id, trade, now, 100, lots, true);
                plain.filled(id, trade, lots);
            }
            case 6 -> {
                if (random.nextInt(3) == 0) {
                    orders.onCancelled(id, now);
                    plain.cancelled(id);
                }
            }
            case 7 -> {
                orders.onCancelRejected(id, now, RefusalCode.EMPTY_BOOK);
                plain.cancelRejected(id);
            }
            case 8 -> {
                long lots = 1 + random.nextLong(3);
                orders.onAmended(id, now, lots, 100);
                plain.amended(id, lots, 100);
            }
            case 9 -> {
                orders.onAmendRejected(id, now, RefusalCode.EMPTY_BOOK);
                plain.amendRejected(id);
            }
            case 10 -> {
                boolean asked = orders.requestCancel(id, now, "") == null;
                assertThat(asked).isEqualTo(plain.askCancel(id));
            }
            case 11 -> {
                if (plain.canAmend(id)) {
                    askAmend(orders, plain, id, random, now);
                }
            }
            case 12 -> {
                if (random.nextInt(4) == 0) {
                    orders.expire(id, now);
                    plain.expired(id);
                } else {
                    orders.onSilence(id, now);
                    plain.silence(id);
                }
            }
            default -> throw new IllegalStateException();
        }
    }

    private void askAmend(WorkingOrders orders, PlainOrders plain, long id, RandomGenerator random, long now) {
        OrderSlot slot = Objects.requireNonNull(orders.find(id));
        long lots = slot.filledLots() + 1 + random.nextLong(2);
        long ticks = 99 + random.nextLong(2);
        orders.requestAmend(gate.amend(id, slot.instrument(), slot.side(), lots, ticks), now, "");
        plain.askAmend(id, lots, ticks);
        if (random.nextBoolean()) {
            orders.onAmended(id, now, lots, ticks);
            plain.amended(id, lots, ticks);
        }
    }

    private static WorkingOrders reloaded(WorkingOrders orders, Story story) {
        StateBytes bytes = new StateBytes();
        orders.save(bytes);
        WorkingOrders fresh = new WorkingOrders(2, MAX_WORKING, story);
        fresh.load(StateBytes.reader(bytes.toByteArray()));
        return fresh;
    }

    private static void assertSame(String when, WorkingOrders orders, PlainOrders plain) {
        plain.orders.forEach((id, twin) -> {
            OrderSlot slot = Objects.requireNonNull(orders.find(id));
            if (slot.state() != twin.state()
                    || slot.filledLots() != twin.filled()
                    || slot.lots() != twin.lots
                    || slot.filledLots() > slot.lots()) {
                fail(when + " order " + id + " is " + slot.state() + " " + slot.filledLots() + " of " + slot.lots()
                        + " and should be " + twin.state() + " " + twin.filled() + " of " + twin.lots);
            }
        });
        for (int instrument = 0; instrument < 2; instrument++) {
            for (Side side : Side.values()) {
                long lots = plain.workingLots(instrument, side);
                long tickLots = plain.workingTickLots(instrument, side);
                if (orders.workingLots(instrument, side) != lots
                        || orders.workingTickLots(instrument, side) != tickLots) {
                    fail(when + " should have " + lots + " lots and " + tickLots + " tick lots working to " + side);
                }
            }
        }
    }
}
