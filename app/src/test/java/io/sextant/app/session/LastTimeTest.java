package io.sextant.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.ChangeMarketPace;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.Query;
import io.sextant.domain.session.LastTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the next start knows of a desk that ended without being closed: the folder is copied while the desk is open, as a crash would leave it. */
class LastTimeTest {

    @TempDir
    Path folder;

    @Test
    void anOpenDesksFolderTellsItsWorkingOrdersAndAClosedOnesNothing() throws Exception {
        Path data = folder.resolve("desk");
        Path crashed = folder.resolve("crashed");
        try (DeskSession session = open(data)) {
            assertThat(session.lastTime()).isEmpty();
            InstrumentId btc = InstrumentId.of("BTC-USDT");
            Optional<Price> known = Optional.empty();
            while (known.isEmpty()) {
                known = session.client()
                        .ask(new Query.Market(btc))
                        .toCompletableFuture()
                        .get(30, TimeUnit.SECONDS)
                        .last();
            }
            submit(session, new ChangeMarketPace(1, true));
            double last = known.get().toDouble();
            Price below = Price.of(Math.round(last * 0.99), 0);
            submit(
                    session,
                    new PlaceOrder(OrderDraft.limit(btc, Side.BUY, Quantity.parse("0.01"), below, OrderOrigin.TICKET)));
            copy(data, crashed);
        }

        try (DeskSession again = open(crashed)) {
            LastTime last = again.lastTime().orElseThrow();
            assertThat(last.openedNanos()).isPositive();
            assertThat(last.working())
                    .singleElement()
                    .satisfies(order -> assertThat(order.terms().quantity()).isEqualTo(Quantity.parse("0.01")));
            assertThat(last.recoveredRecords()).isPositive();
            assertThat(last.report()).isEmpty();
        }
        try (DeskSession closed = open(crashed)) {
            assertThat(closed.lastTime()).isEmpty();
        }
        try (DeskSession closed = open(data)) {
            assertThat(closed.lastTime()).isEmpty();
        }
    }

    private static DeskSession open(Path data) {
        return DeskSession.openForAMoment(DeskOptions.in(data), what -> {});
    }

    private static void submit(DeskSession session, Command command) throws Exception {
        Answer answer = session.client()
                .submit(new CommandKey("test-" + command.getClass().getSimpleName()), command)
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
        assertThat(answer).isInstanceOf(Answer.Done.class);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
