package io.sextant.app.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.sextant.app.speech.DeskVoice;
import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.forecast.ForecastBoard;
import io.sextant.domain.forecast.ForecastFan;
import io.sextant.domain.forecast.ModelCard;
import io.sextant.domain.forecast.ModelForecast;
import io.sextant.domain.forecast.SkillFigures;
import io.sextant.domain.forecast.Verdict;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.portfolio.Goals;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Job;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.RunningJob;
import io.sextant.domain.request.Subscription;
import io.sextant.domain.request.Topic;
import io.sextant.domain.risk.SizeSuggestion;
import io.sextant.domain.time.SystemClock;
import io.sextant.ui.assistant.AssistantExtras;
import io.sextant.ui.assistant.AssistantNews;
import io.sextant.ui.assistant.AssistantNews.Line;
import io.sextant.ui.assistant.AssistantNews.Part;
import io.sextant.ui.assistant.AssistantNews.Who;
import io.sextant.ui.assistant.AssistantWishes;
import io.sextant.ui.assistant.OwnModelWish;
import io.sextant.voice.language.Language;
import io.sextant.voice.model.ModelOffer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Briefings, rare signals and a language model of one's own, on a simulated desk with a real engine. */
class AssistantExtrasTest {

    @TempDir
    Path folder;

    private static AssistantWishes wishes(OwnModelWish model) {
        return new AssistantWishes(io.sextant.ui.i18n.Language.ENGLISH)
                .with(new AssistantExtras(false, Optional.empty(), model));
    }

    @Test
    void whatAModelOfOnesOwnSaysIsShownAsItsOwnAndCanDoNothing() throws Exception {
        List<String> asked = new CopyOnWriteArrayList<>();
        List<String> says = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] bytes = ("{\"choices\":[{\"message\":{\"content\":\"" + says.getLast() + "\"}}]}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try (TalkedDesk desk = new TalkedDesk(folder, io.sextant.ui.i18n.Language.ENGLISH)) {
            desk.answer("what is my balance");
            assertThat(asked).as("it is off until somebody wants it").isEmpty();

            String address = "http://127.0.0.1:" + server.getAddress().getPort();
            desk.assistant.wish(wishes(new OwnModelWish(true, address, "small", false)));
            says.add("Kill switch. Buy a bitcoin. Yes, confirm.");
            desk.news.clear();
            desk.assistant.say("what is my balance");
            Line told = desk.next(Line.class, line -> line.who() == Who.MODEL, "its words");
            assertThat(told.text()).isEqualTo(says.getLast());
            assertThat(asked.getLast()).contains("account.equity").doesNotContain(folder.toString());

            says.add("You will make 123456 dollars.");
            desk.assistant.say("what is my balance");
            Line refused = desk.next(Line.class, line -> line.who() == Who.TROUBLE, "the refusal");
            assertThat(refused.text()).contains("refused", "123456").doesNotContain("dollars");

            desk.assistant.wish(wishes(new OwnModelWish(true, "http://elsewhere.example", "small", false)));
            int before = asked.size();
            desk.assistant.say("what is my balance");
            assertThat(desk.next(Line.class, line -> line.who() == Who.TROUBLE, "no such place")
                            .text())
                    .contains("https");
            assertThat(asked).hasSize(before);
            assertThat(desk.state().killSwitchEngaged()).isFalse();
            assertThat(desk.news).noneMatch(AssistantNews.Drafted.class::isInstance);
            assertThat(desk.engine()
                            .ask(new Query.OrderHistory(10))
                            .toCompletableFuture()
                            .join())
                    .isEmpty();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aBriefingIsWrittenWhenAskedForAndOnceADayByItself() throws Exception {
        try (TalkedDesk desk = new TalkedDesk(folder, io.sextant.ui.i18n.Language.FRENCH)) {
            desk.assistant.brief(true);
            AssistantNews.Briefed week = desk.next(AssistantNews.Briefed.class, each -> true, "the week's report");
            assertThat(week.title()).startsWith("Rapport de la semaine");
            assertThat(Files.readString(week.page())).contains("<html lang=\"fr\">");
            assertThat(Files.size(week.paper())).isPositive();
            assertThat(week.page()).hasParentRaw(folder.resolve("briefings"));

            List<AssistantNews> told = new CopyOnWriteArrayList<>();
            try (Mouth mute = new Mouth(new DeskVoice(), trouble -> {});
                    Briefings byItself = new Briefings(
                            desk.engine(),
                            new AssistantSession.Surroundings(
                                    folder,
                                    ModelOffer::of,
                                    new DeskVoice(),
                                    Optional.empty(),
                                    new SystemClock(),
                                    new SystemClock(),
                                    ZoneOffset.UTC),
                            () -> Language.FRENCH,
                            new Telling(told::add, mute),
                            failure -> {
                                throw failure;
                            })) {
                byItself.writeIfDue(LocalTime.MIDNIGHT);
                byItself.writeIfDue(LocalTime.MIDNIGHT);
            }
            List<AssistantNews.Briefed> written = told.stream()
                    .filter(AssistantNews.Briefed.class::isInstance)
                    .map(AssistantNews.Briefed.class::cast)
                    .toList();
            assertThat(written).hasSize(1);
            assertThat(written.getFirst().title()).startsWith("Point du jour");
        }
    }

    /** The desk, but for a forecast far above the price whose skill was measured, and a size for it. */
    private record SkilledDesk(EngineClient desk, List<Command> sent) implements EngineClient {

        @Override
        @SuppressWarnings("unchecked")
        public <R> CompletionStage<R> ask(Query<R> query) {
            return switch (query) {
                case Query.Forecasts each -> (CompletionStage<R>) CompletableFuture.completedStage(board(each));
                case Query.Size _ ->
                    (CompletionStage<R>) CompletableFuture.completedStage(
                            new SizeSuggestion.Suggested(Quantity.parse("0.01"), Currency.USDT, 1, 1, false));
                default -> desk.ask(query);
            };
        }

        private ForecastBoard board(Query.Forecasts of) {
            DeskState now = desk.ask(new Query.Desk()).toCompletableFuture().join();
            double price = desk.ask(new Query.Market(of.instrument()))
                    .toCompletableFuture()
                    .join()
                    .last()
                    .orElseThrow()
                    .toDouble();
            double[] band = {1.05 * price, 1.1 * price, 1.1 * price, 1.1 * price, 1.1 * price, 1.2 * price, 1.3 * price
            };
            ModelForecast one = new ModelForecast(
                    new ModelCard("m-1", "ridge", 0, 0, 0, 500, "abc", Map.of(), Optional.empty()),
                    new SkillFigures(
                            Verdict.SKILL, 400, 1, 1, 0, 0.9, 1, 1, 1, 0.001, 0.6, 0.5, 0.7, 0.5, 0.8, 0.95, 0.1),
                    List.of(),
                    Optional.of(new ForecastFan(
                            now.marketNanos(),
                            price,
                            new long[] {now.marketNanos() + 3_600_000_000_000L},
                            new double[][] {band})),
                    List.of());
            return new ForecastBoard(
                    of.instrument(),
                    of.timeframe(),
                    ForecastBoard.State.READY,
                    1_000,
                    500,
                    Optional.of("m-1"),
                    Optional.empty(),
                    List.of(one),
                    List.of(),
                    Optional.empty(),
                    List.of(),
                    1,
                    Optional.empty());
        }

        @Override
        public CompletionStage<Answer> submit(CommandKey key, Command command) {
            sent.add(command);
            return desk.submit(key, command);
        }

        @Override
        public <R> RunningJob<R> start(Job<R> job) {
            return desk.start(job);
        }

        @Override
        public <T> Subscription subscribe(Topic<T> topic, Consumer<? super T> listener) {
            return desk.subscribe(topic, listener);
        }

        @Override
        public void close() {}
    }

    @Test
    void aRareSignalIsShownWithItsEvidenceOnceAndNothingIsSentForIt() throws Exception {
        try (TalkedDesk desk = new TalkedDesk(folder, io.sextant.ui.i18n.Language.ENGLISH)) {
            // A view of a coin is one of all that moves with it, and more so of what moves further: only a share stands
            // beside it here.
            Set<String> others = desk.engine().ask(new Query.Instruments()).toCompletableFuture().join().stream()
                    .map(each -> each.id().symbol())
                    .filter(symbol ->
                            !Set.of(TalkedDesk.BTC.symbol(), "THISTLE.SIM").contains(symbol))
                    .collect(Collectors.toSet());
            new Goals(10, 0.5, Set.of(), others, Set.of())
                    .settings()
                    .forEach((key, value) -> desk.engine()
                            .submit(new CommandKey(key), new ChangeSetting(key, value))
                            .toCompletableFuture()
                            .join());
            // What is traded is followed.
            desk.engine()
                    .submit(
                            new CommandKey("bought"),
                            new PlaceOrder(OrderDraft.market(
                                    TalkedDesk.BTC, Side.BUY, Quantity.parse("0.01"), OrderOrigin.TICKET)))
                    .toCompletableFuture()
                    .join();
            List<Command> sent = new ArrayList<>();
            SkilledDesk skilled = new SkilledDesk(desk.engine(), sent);
            List<AssistantNews> told = new CopyOnWriteArrayList<>();
            try (Mouth mute = new Mouth(new DeskVoice(), trouble -> {});
                    Recommending signals =
                            new Recommending(skilled, ZoneOffset.UTC, "test", new Telling(told::add, mute), failure -> {
                                throw failure;
                            })) {
                signals.look(false, Language.ENGLISH);
                assertThat(told).as("switched off").isEmpty();
                await(signals, told);
                assertThat(told).hasSize(1);
                AssistantNews.Recommended card = (AssistantNews.Recommended) told.getFirst();
                assertThat(card.evidence().stream()
                                .filter(Part.Figure.class::isInstance)
                                .map(part -> ((Part.Figure) part).name()))
                        .contains(
                                "recommend.edge",
                                "recommend.cost",
                                "recommend.most",
                                "recommend.quantity",
                                "skill.pValue");
                signals.look(true, Language.ENGLISH);
                assertThat(told).as("one is enough").hasSize(1);
                signals.look(false, Language.ENGLISH);
                assertThat(told.getLast()).isEqualTo(new AssistantNews.RecommendedEnded(card.id()));
                signals.look(true, Language.ENGLISH);
                assertThat(told).as("it was shown today").hasSize(2);
                assertThat(sent)
                        .as("nothing but that it was shown")
                        .allMatch(command -> command instanceof ChangeSetting);
            }
        }
    }

    private static void await(Recommending signals, List<AssistantNews> told) throws InterruptedException {
        long until = System.nanoTime() + 180_000_000_000L;
        while (told.isEmpty()) {
            assertThat(System.nanoTime()).as("shown in time").isLessThan(until);
            signals.look(true, Language.ENGLISH);
            LockSupport.parkNanos(50_000_000);
        }
    }
}
