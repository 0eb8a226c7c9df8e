package io.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.app.briefing.BriefingPage;
import io.sextant.app.session.DeskOptions;
import io.sextant.app.session.DeskSession;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.habit.HabitFact;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.Fill;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Query;
import io.sextant.ui.panel.assistant.FactLinks;
import io.sextant.voice.assistant.Briefer;
import io.sextant.voice.assistant.Briefing;
import io.sextant.voice.assistant.Fact;
import io.sextant.voice.assistant.Piece;
import io.sextant.voice.language.Language;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Briefings of a real desk over a simulated market. */
class BriefingCommandTest {

    private static final InstrumentId BTC = InstrumentId.of("BTC-USDT");
    private static final Instant NOW = Instant.parse("2026-11-22T07:00:00Z");
    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    Path folder;

    private static void order(EngineClient engine, String key, String quantity) throws Exception {
        engine.submit(
                        new CommandKey(key),
                        new PlaceOrder(OrderDraft.market(BTC, Side.BUY, Quantity.parse(quantity), OrderOrigin.TICKET)))
                .toCompletableFuture()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static List<Fill> filled(EngineClient engine) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        List<Fill> fills =
                engine.ask(new Query.Fills(100)).toCompletableFuture().join();
        while (fills.isEmpty()) {
            assertThat(System.nanoTime()).as("filled in time").isLessThan(until);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            fills = engine.ask(new Query.Fills(100)).toCompletableFuture().join();
        }
        return fills;
    }

    private static Briefing written(EngineClient engine, Language language, Briefing.Kind kind) {
        return new Briefer(engine, language, Timeframe.H1, ZoneOffset.UTC).write(kind, NOW);
    }

    private static String fact(Briefing briefing, String name) {
        return briefing.facts().stream()
                .filter(fact -> fact.name().equals(name))
                .map(Fact::value)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + briefing.text()));
    }

    @Test
    void everyFigureOfABriefingIsAFactOfTheDeskInBothLanguages() throws Exception {
        try (DeskSession session = DeskSession.open(DeskOptions.in(folder), what -> {})) {
            EngineClient engine = session.client();
            order(engine, "buy", "0.05");
            List<Fill> fills = filled(engine);
            order(engine, "far-too-much", "100000");
            DeskState desk = engine.ask(new Query.Desk()).toCompletableFuture().join();
            engine.submit(
                            new CommandKey("habit"),
                            new HabitFact(HabitFact.Kind.AFTER_A_LOSS, BTC, 2.5, 4, desk.marketNanos(), 7).toSetting())
                    .toCompletableFuture()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);

            Briefing daily = written(engine, Language.ENGLISH, Briefing.Kind.DAILY);
            Money fees = fills.stream().map(Fill::fee).reduce(Money::plus).orElseThrow();
            assertThat(fact(daily, "changed.fills")).isEqualTo(String.valueOf(fills.size()));
            assertThat(fact(daily, "orders.refused")).isEqualTo("1");
            assertThat(Double.parseDouble(fact(daily, "fills.fees").replaceAll("[^0-9.]", "")))
                    .isCloseTo(fees.toDouble(), within(0.005));
            assertThat(fact(daily, "position.size")).isEqualTo("0.05");
            assertThat(fact(daily, "habit.measured")).isEqualTo("2.5");
            assertThat(daily.text()).contains("No alert fired.", "Nothing is scheduled.");
            assertThat(daily.sections())
                    .filteredOn(each -> each.key().equals("trades"))
                    .singleElement()
                    .satisfies(each -> assertThat(each.facts())
                            .as("the passport of the order that traded")
                            .anyMatch(fact -> fact.source()
                                    .equals("order:" + fills.getFirst().order())));
            assertThat(daily.facts())
                    .as("each figure leads to the panel that shows it")
                    .allMatch(fact -> FactLinks.findPanel(fact.source()).isPresent());
            for (Language language : Language.values()) {
                for (Briefing.Kind kind : Briefing.Kind.values()) {
                    holdsNoFigureOfItsOwn(written(engine, language, kind));
                }
            }
            asPages(daily);
        }
    }

    private static void holdsNoFigureOfItsOwn(Briefing briefing) {
        for (Briefing.Section section : briefing.sections()) {
            assertThat(section.paragraphs()).as(section.key()).isNotEmpty();
            section.paragraphs()
                    .forEach(paragraph -> paragraph.pieces().stream()
                            .filter(Piece.Words.class::isInstance)
                            .map(Piece::text)
                            .filter(words -> !words.equals(Timeframe.H1.label()))
                            .forEach(words -> assertThat(words).doesNotContainPattern("\\d")));
        }
    }

    private static void asPages(Briefing daily) {
        BriefingPage page = new BriefingPage(daily, Language.ENGLISH);
        String html = page.html();
        daily.facts().forEach(fact -> assertThat(html).contains(fact.name(), fact.value(), fact.source()));
        assertThat(html).doesNotContain("<script", "http:", "https:");
        assertThat(new String(page.pdf(), 0, 8, StandardCharsets.US_ASCII)).isEqualTo("%PDF-1.4");
    }

    @Test
    void aDeskOnWhichNothingHappenedSaysSoPlainlyAndWritesItsPages() throws Exception {
        Path html = folder.resolve("week.html");
        Path pdf = folder.resolve("week.pdf");
        CliRun run = CliRun.of(
                "--data",
                folder.resolve("desk").toString(),
                "briefing",
                "--weekly",
                "--lang",
                "fr",
                "--html",
                html.toString(),
                "--pdf",
                pdf.toString(),
                "--json");
        assertThat(run.code()).as(run.err()).isZero();
        JsonNode told = run.json();
        assertThat(told.path("title").asString()).isEqualTo("Rapport de la semaine");
        List<String> sections = told.path("sections")
                .valueStream()
                .map(each -> each.path("section").asString())
                .toList();
        assertThat(sections)
                .containsExactly(
                        "performance",
                        "costs",
                        "trades",
                        "risks",
                        "skill",
                        "regimes",
                        "models",
                        "strategies",
                        "habits",
                        "alerts",
                        "schedules",
                        "data");
        assertThat(told.toString())
                .contains("Rien n’a été échangé.", "Vous ne détenez rien", "Aucune stratégie n’est hébergée");
        assertThat(Files.readString(html)).contains("<html lang=\"fr\">", "Rapport de la semaine");
        assertThat(Files.size(pdf)).isPositive();
        assertThat(CliRun.of("--data", folder.toString(), "briefing", "--lang", "de")
                        .code())
                .isEqualTo(ExitCode.USAGE);
    }
}
