package io.sextant.app.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.app.session.DeskOptions;
import io.sextant.app.session.DeskSession;
import io.sextant.app.session.OfflineDesk;
import io.sextant.domain.command.CancelAllOrders;
import io.sextant.domain.command.CancelScope;
import io.sextant.domain.command.ChangeMarketPace;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.Side;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Query;
import io.sextant.domain.session.DeskMending;
import io.sextant.domain.time.SeededRandom;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A desk that trades for minutes at full speed: it goes on, its memory does not grow, and it comes back as it was. */
class SoakTest {

    private static final int MINUTES = Integer.getInteger("soak.minutes", 5);
    private static final long GROWTH_BYTES = 96L << 20;

    @TempDir
    Path folder;

    @Test
    @Tag("soak")
    void tradesForMinutesWithoutGrowingAndComesBackAsItWas() throws Exception {
        DeskOptions options = new DeskOptions(
                Optional.of(folder),
                Optional.of(77L),
                Optional.empty(),
                Optional.empty(),
                Optional.of(ChangeMarketPace.UNLIMITED),
                DeskMending.NOTHING);
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
        long third = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES) / 3;
        long heapAtThird = 0;
        DeskState last;
        try (DeskSession session = DeskSession.open(options, what -> {})) {
            SeededRandom random = new SeededRandom(77);
            List<Instrument> instruments = await(session.client().ask(new Query.Instruments()));
            for (long n = 0; System.nanoTime() < end; n++) {
                trade(session.client(), instruments, random, n);
                TimeUnit.MILLISECONDS.sleep(20);
                if (heapAtThird == 0 && System.nanoTime() > third) {
                    heapAtThird = heapAfterCollection();
                }
            }
            await(session.client().submit(new CommandKey("stand"), new ChangeMarketPace(1, true)));
            last = await(session.client().ask(new Query.Desk()));
            assertThat(last.health().running()).as(last.health().failure()).isTrue();
            assertThat(heapAfterCollection()).isLessThan(heapAtThird + GROWTH_BYTES);
        }

        DeskState again = OfflineDesk.read(DeskOptions.in(folder)).desk();

        assertThat(again.positions()).isEqualTo(last.positions());
        assertThat(again.account()).isEqualTo(last.account());
        assertThat(again.workingOrders()).isEqualTo(last.workingOrders());
    }

    private static void trade(EngineClient client, List<Instrument> instruments, SeededRandom random, long n) {
        Instrument instrument = instruments.get(random.nextInt(instruments.size()));
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        Command command = n % 50 == 49
                ? new CancelAllOrders(CancelScope.EVERYTHING)
                : new PlaceOrder(OrderDraft.market(
                        instrument.id(), side, instrument.rules().minQuantity(), OrderOrigin.COMMAND_LINE));
        client.submit(new CommandKey("soak-" + n), command);
    }

    private static long heapAfterCollection() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static <T> T await(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(120, TimeUnit.SECONDS);
    }
}
