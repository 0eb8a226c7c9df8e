package io.sextant.app.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.app.session.DeskOptions;
import io.sextant.app.session.DeskSession;
import io.sextant.domain.command.ChangeMarketPace;
import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.Fill;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Query;
import io.sextant.domain.time.SteppedClock;
import io.sextant.voice.language.Language;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rounds with the page that they really write, on a simulated desk with a real engine. */
class BriefedDeskTest {

    private static final InstrumentId BTC = InstrumentId.of("BTC-USDT");
    private static final int LOOKS_MOST = 30;

    @TempDir
    Path folder;

    private int keys;

    private void submit(EngineClient engine, Command command) {
        assertThat(engine.submit(new CommandKey("test-" + ++keys), command)
                        .toCompletableFuture()
                        .join())
                .isNotInstanceOf(Answer.Refused.class);
    }

    private static DeskState desk(EngineClient engine) {
        return engine.ask(new Query.Desk()).toCompletableFuture().join();
    }

    private static void await(BooleanSupplier holds) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(until);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    @Test
    void theDaysPageIsWrittenOnceAtItsTimeAndTellsWhatTheDeskDid() throws Exception {
        List<String> told = new ArrayList<>();
        List<Fill> fills;
        LocalDate day;
        try (DeskSession session = DeskSession.open(DeskOptions.in(folder), what -> {})) {
            EngineClient engine = session.client();
            await(() -> engine.ask(new Query.Market(BTC))
                    .toCompletableFuture()
                    .join()
                    .last()
                    .isPresent());
            submit(
                    engine,
                    new PlaceOrder(OrderDraft.market(BTC, Side.BUY, Quantity.parse("0.02"), OrderOrigin.TICKET)));
            await(() -> !desk(engine).positions().isEmpty()
                    && desk(engine).workingOrders().isEmpty());
            submit(engine, new ChangeMarketPace(1, true));
            fills = engine.ask(new Query.Fills(10)).toCompletableFuture().join();
            Instant opened = Instant.ofEpochSecond(0, desk(engine).marketNanos());
            BriefingSchedule schedule = new BriefingSchedule(
                    Optional.of(LocalTime.ofInstant(opened.plus(Duration.ofMinutes(2)), ZoneOffset.UTC)
                            .withSecond(0)
                            .withNano(0)),
                    Optional.empty(),
                    Language.FRENCH,
                    Optional.empty(),
                    opened);
            for (ChangeSetting each : schedule.settings()) {
                submit(engine, each);
            }
            day = LocalDate.ofInstant(opened.plus(Duration.ofMinutes(2)), ZoneOffset.UTC);
            SteppedClock clock = new SteppedClock(nanos(opened));
            try (BriefingRounds rounds = new BriefingRounds(engine, folder, clock, ZoneOffset.UTC, told::add)) {
                rounds.look();
                assertThat(folder.resolve("briefings")).doesNotExist();
                clock.moveTo(nanos(opened.plus(Duration.ofMinutes(3))));
                int looks = 0;
                while (rounds.look()) {
                    assertThat(++looks).as("while models learn").isLessThan(LOOKS_MOST);
                }
                rounds.look();
            }
            clock.moveTo(nanos(opened.plus(Duration.ofMinutes(4))));
            try (BriefingRounds next = new BriefingRounds(engine, folder, clock, ZoneOffset.UTC, told::add)) {
                next.look();
            }
            assertThat(engine.ask(new Query.Settings()).toCompletableFuture().join())
                    .containsKey("briefing.written.DAILY");
        }
        Path page = folder.resolve("briefings").resolve(day + "-daily.html");
        assertThat(told).containsExactly("Point du jour: " + page);
        try (Stream<Path> pages = Files.list(page.getParent())) {
            assertThat(pages).as("once, by whichever rounds").hasSize(2);
        }
        assertThat(page.resolveSibling(day + "-daily.pdf")).isNotEmptyFile();
        String html = Files.readString(page);
        assertThat(html)
                .contains("<html lang=\"fr\">")
                .contains("Ordre #1, de vous, sur le ticket, acheté 0,02 BTC-USDT");
        assertThat(figure(html, "changed.fills")).isEqualByComparingTo(BigDecimal.valueOf(fills.size()));
        assertThat(figure(html, "fills.value"))
                .isEqualByComparingTo(fills.stream()
                        .map(fill -> new BigDecimal(fill.price().toString())
                                .multiply(new BigDecimal(fill.quantity().toString())))
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** As it stands in the table of sources, which is written for a French reader. */
    private static BigDecimal figure(String html, String name) {
        Matcher row = Pattern.compile("<td>" + Pattern.quote(name) + "</td><td>([^<]*)</td>")
                .matcher(html);
        assertThat(row.find()).as(name).isTrue();
        return new BigDecimal(row.group(1).replaceAll("[^0-9,-]", "").replace(',', '.'));
    }

    private static long nanos(Instant time) {
        return time.getEpochSecond() * 1_000_000_000L + time.getNano();
    }
}
