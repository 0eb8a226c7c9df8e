package io.sextant.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.analytics.options.OptionRight;
import io.sextant.analytics.options.SviSmile;
import io.sextant.app.assistant.AssistantSession;
import io.sextant.app.session.DeskOptions;
import io.sextant.app.session.DeskSession;
import io.sextant.app.speech.DeskVoice;
import io.sextant.domain.command.ChangeMarketPace;
import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.PlaceAlgo;
import io.sextant.domain.command.PlaceBracket;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.dataset.ImportChoices;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.parent.AlgoPlan;
import io.sextant.domain.parent.AlgoTerms;
import io.sextant.domain.parent.BracketExits;
import io.sextant.domain.parent.BracketTerms;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Job;
import io.sextant.domain.request.MarketState;
import io.sextant.domain.request.Query;
import io.sextant.domain.schedule.Cadence;
import io.sextant.domain.schedule.Schedule;
import io.sextant.domain.schedule.ScheduledWork;
import io.sextant.domain.session.DeskMending;
import io.sextant.domain.time.SeededRandom;
import io.sextant.domain.time.SystemClock;
import io.sextant.ui.Screenshots;
import io.sextant.ui.assistant.AssistantDesk;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.panel.StandardPanels;
import io.sextant.ui.shell.DeskMenu;
import io.sextant.ui.shell.PanelIds;
import io.sextant.ui.shell.SextantWindow;
import io.sextant.ui.theme.Themes;
import io.sextant.voice.model.ModelOffer;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/**
 * The whole product on one machine: a real window on a real engine with its store. Its pictures are those of the documentation:
 * with {@code -Dsextant.screenshots=DIR} they are written there.
 */
class WindowOnEngineTest {

    private static final InstrumentId BTC = InstrumentId.of("BTC-USDT");
    private static final InstrumentId ETH = InstrumentId.of("ETH-USDT");
    /** Pictures for people wait until a heat map has filled; a test only needs what a panel paints first. */
    private static final boolean FOR_PEOPLE =
            !System.getProperty("sextant.screenshots", "").isEmpty();

    private static final int ENOUGH_COLOURS = 20;
    private static final int SETTLE_FRAMES = FOR_PEOPLE ? 25 : 6;
    private static final int HEAT_FRAMES = FOR_PEOPLE ? 120 : 12;
    /** Models learn for about a minute. */
    private static final int LEARNING_FRAMES = FOR_PEOPLE ? 1_500 : 12;

    private final AtomicLong keys = new AtomicLong();

    @TempDir
    Path folder;

    @Test
    void showsALivingDeskInBothThemesAndLanguages() throws Exception {
        DeskOptions options = new DeskOptions(
                Optional.of(folder.resolve("desk")),
                Optional.of(20L),
                Optional.empty(),
                Optional.empty(),
                Optional.of(ChangeMarketPace.UNLIMITED),
                DeskMending.NOTHING);
        try (DeskSession session = DeskSession.open(options, what -> {})) {
            trade(session.client());
            guard(session.client());
            store(session.client());
            plan(session.client());
            chain(session.client());
            Stage stage = FxToolkit.registerPrimaryStage();
            SextantWindow window = onFx(() -> open(stage, session.client()));
            submit(session.client(), new ChangeMarketPace(10, false));
            onFx(() -> examineFirst(window));
            onFx(() -> runFirst(window));
            List<Path> pictures = onFx(() -> pictures(window, target()).write());
            Platform.runLater(window::close);

            assertThat(pictures).hasSize(4 + window.panels().all().size());
            for (Path picture : pictures) {
                assertThat(colours(picture)).as("colours in %s", picture).isGreaterThan(ENOUGH_COLOURS);
            }
        }
    }

    private CompletionStage<SextantWindow> open(Stage stage, EngineClient client) {
        stage.setWidth(1_600);
        stage.setHeight(1_000);
        return SextantWindow.open(
                stage,
                client,
                StandardPanels.all(
                        new SystemClock(),
                        (wishes, news) -> {
                            AssistantSession.Surroundings around = new AssistantSession.Surroundings(
                                    folder,
                                    ModelOffer::of,
                                    new DeskVoice(),
                                    Optional.empty(),
                                    new SystemClock(),
                                    new SystemClock(),
                                    ZoneId.of("UTC"));
                            AssistantDesk assistant = new AssistantSession(client, around, wishes, news);
                            assistant.say("What is my position in bitcoin?");
                            assistant.say("What are my three biggest risks?");
                            assistant.say("What is the price of ethereum?");
                            return assistant;
                        },
                        Optional.empty()),
                new SextantWindow.Reader(
                        Language.ENGLISH,
                        ZoneId.of("UTC"),
                        Themes.Shade.DARK,
                        Optional.empty(),
                        () -> new CommandKey("window-" + keys.incrementAndGet())),
                new DeskMenu(List.of(), desk -> {}));
    }

    private static Screenshots pictures(SextantWindow window, Path directory) {
        Screenshots shots = new Screenshots(window, directory, SETTLE_FRAMES);
        for (Themes.Shade shade : Themes.Shade.values()) {
            for (Language language : Language.values()) {
                shots.ofWindow(shade, language);
            }
        }
        return shots.ofPanels(
                Themes.Shade.DARK,
                Language.ENGLISH,
                Map.of(
                        PanelIds.HEATMAP, HEAT_FRAMES,
                        PanelIds.OPTIONS, HEAT_FRAMES,
                        PanelIds.FEATURES, HEAT_FRAMES,
                        PanelIds.FORECASTS, LEARNING_FRAMES,
                        PanelIds.REGIMES, HEAT_FRAMES));
    }

    /** Weeks of a share's minutes with a hole and a price that cannot be, read through the same intake as everything. */
    private void store(EngineClient client) throws Exception {
        StringBuilder csv = new StringBuilder("time_utc,open,high,low,close,volume\n");
        SeededRandom random = SeededRandom.stream(7, 1);
        double price = 187;
        for (int day = 2; day <= 27; day++) {
            for (int minute = 0; minute < 390; minute++) {
                LocalDateTime time = LocalDateTime.of(2026, 10, day, 13, 30).plusMinutes(minute);
                boolean open = time.getDayOfWeek().getValue() <= 5 && !(day == 14 && minute > 120 && minute < 200);
                double next = price * (1 + 0.0006 * random.nextGaussian() + (day == 20 && minute == 77 ? 0.06 : 0));
                double after = day == 20 && minute == 77 ? price : next;
                if (open) {
                    csv.append(String.format(
                            Locale.ROOT,
                            "%s,%.2f,%.2f,%.2f,%.2f,%d%n",
                            time.toString().replace('T', ' '),
                            price,
                            Math.max(price, next) + 0.05,
                            Math.min(price, next) - 0.05,
                            next,
                            200 + (int) (800 * Math.abs(random.nextGaussian()))));
                }
                price = after;
            }
        }
        Path file = Files.writeString(folder.resolve("ACME_1m.csv"), csv);
        await(client.start(new Job.ImportFiles(List.of(file.toString()), ImportChoices.NONE))
                .result());
    }

    /** Contracts on a share, their prices those of smiles that steepen towards expiry; the panel opens what was open last. */
    private void chain(EngineClient client) throws Exception {
        StringBuilder csv =
                new StringBuilder("date,expiry,strike,right,mid,volume,open_interest\n2026-11-20,,,,187,,\n");
        for (int days : new int[] {14, 28, 56, 119, 210, 364}) {
            double years = days / 365.0;
            SviSmile smile = new SviSmile(0.02 * years, 0.09 * Math.sqrt(years), -0.5, 0.01, 0.12, years, 187);
            double reach = 187 * Math.max(0.09, 0.6 * Math.sqrt(years));
            for (double strike = Math.ceil((187 - reach) / 2.5) * 2.5; strike < 187 + reach; strike += 2.5) {
                for (OptionRight right : OptionRight.values()) {
                    double out = right.sign() * (strike - 187) / reach - 0.2;
                    long open = Math.round(4_000 * Math.exp(-8 * out * out) * (strike % 10 == 0 ? 3 : 1));
                    csv.append(String.format(
                            Locale.ROOT,
                            "2026-11-20,%s,%s,%s,%.2f,%d,%d%n",
                            LocalDate.of(2026, 11, 20).plusDays(days),
                            strike,
                            right,
                            smile.price(right, strike),
                            open / 12,
                            open));
                }
            }
        }
        Path file = Files.writeString(folder.resolve("ACME_options.csv"), csv);
        submit(client, new ChangeSetting("ui.options.file", file.toString()));
    }

    private void plan(EngineClient client) throws Exception {
        long now = new SystemClock().nanos();
        submit(
                client,
                schedule(
                        "evening files",
                        "daily 18:30 Europe/Paris",
                        new ScheduledWork.Import(List.of("/prices")),
                        now));
        submit(
                client,
                schedule(
                        "holes",
                        "every 6h",
                        new ScheduledWork.BackFill("binance", List.of(BTC, ETH), Timeframe.M1, 7),
                        now));
        submit(client, schedule("figures", "daily 14:00 UTC", new ScheduledWork.Macro(), now));
        submit(client, schedule("weekly look", "weekly sat 07:00 UTC", new ScheduledWork.Quality(), now));
        submit(client, Schedule.runNow("weekly look", now));
        submit(
                client,
                new ChangeSetting(
                        "ui.chart.setup",
                        "style=CANDLES;profile=yes;news=yes;study=1 0 0.18 ema:20;study=2 1 0.18 bbands:20:2;study=3 2 0.16 rsi:14"));
    }

    private static ChangeSetting schedule(String name, String when, ScheduledWork work, long nowNanos) {
        return new Schedule(name, Cadence.parse(when), work, false, nowNanos).toSetting();
    }

    /** Chooses the first stored series in the Data panel and waits until its quality is told. */
    private static CompletionStage<Boolean> examineFirst(SextantWindow window) {
        window.context().desk().showPanel(PanelIds.DATA);
        CompletableFuture<Boolean> told = new CompletableFuture<>();
        new AnimationTimer() {

            @Override
            public void handle(long nowNanos) {
                if (window.scene().lookup("#data-series") instanceof TableView<?> series
                        && series.getSelectionModel().isEmpty()) {
                    series.getSelectionModel().selectFirst();
                }
                if (window.scene().lookup("#quality-score") instanceof Label score
                        && !score.getText().isBlank()) {
                    stop();
                    told.complete(true);
                }
            }
        }.start();
        return told;
    }

    /** Runs the strategy that the lab begins with, and waits until it is told. */
    private static CompletionStage<Boolean> runFirst(SextantWindow window) {
        window.context().desk().showPanel(PanelIds.BACKTEST_LAB);
        CompletableFuture<Boolean> told = new CompletableFuture<>();
        new AnimationTimer() {
            private boolean begun;

            @Override
            public void handle(long nowNanos) {
                if (!begun && window.scene().lookup("#lab-run") instanceof Button run && !run.isDisabled()) {
                    begun = true;
                    run.fire();
                }
                if (window.scene().lookup("#lab-figure-return") != null) {
                    stop();
                    told.complete(true);
                }
            }
        }.start();
        return told;
    }

    /** Buys, sells and leaves some orders working, so that every panel has something to show. */
    private void trade(EngineClient client) throws Exception {
        MarketState market = await(client.ask(new Query.Market(BTC)));
        while (market.depth().asks().isEmpty() || market.depth().bids().isEmpty()) {
            market = await(client.ask(new Query.Market(BTC)));
        }
        for (int round = 0; round < 6; round++) {
            submit(client, order(OrderDraft.market(BTC, Side.BUY, Quantity.parse("0.05"), OrderOrigin.TICKET)));
            submit(client, order(OrderDraft.market(ETH, Side.BUY, Quantity.parse("0.8"), OrderOrigin.TICKET)));
            TimeUnit.MILLISECONDS.sleep(400);
        }
        submit(client, order(OrderDraft.market(BTC, Side.SELL, Quantity.parse("0.1"), OrderOrigin.TICKET)));
        submit(client, new ChangeMarketPace(1, false));
        Price bid = await(client.ask(new Query.Market(BTC)))
                .depth()
                .bids()
                .getFirst()
                .price();
        for (int below = 1; below <= 3; below++) {
            Price limit = Price.of((long) (bid.toDouble() * (1 - below * 0.0004)), 0);
            submit(client, order(OrderDraft.limit(BTC, Side.BUY, Quantity.parse("0.02"), limit, OrderOrigin.LADDER)));
        }
    }

    /** A bracket with a stop that waits, and an algorithm on its way. */
    private void guard(EngineClient client) throws Exception {
        double last =
                await(client.ask(new Query.Market(BTC))).last().orElseThrow().toDouble();
        submit(
                client,
                new PlaceBracket(new BracketTerms(
                        new BracketTerms.Opening.ByOrder(
                                OrderDraft.market(BTC, Side.BUY, Quantity.parse("0.04"), OrderOrigin.TICKET)),
                        BracketExits.of(Price.of((long) (last * 1.004), 0), Price.of((long) (last * 0.994), 0)))));
        submit(
                client,
                new PlaceAlgo(new AlgoTerms(
                        BTC,
                        Side.BUY,
                        Quantity.parse("0.2"),
                        null,
                        false,
                        new AlgoPlan.Twap(7_200_000_000_000L, 240),
                        OrderOrigin.TICKET,
                        "")));
    }

    private static Command order(OrderDraft draft) {
        return new PlaceOrder(draft);
    }

    private void submit(EngineClient client, Command command) throws Exception {
        Answer answer = await(client.submit(new CommandKey("test-" + keys.incrementAndGet()), command));
        assertThat(answer).isInstanceOf(Answer.Done.class);
    }

    private Path target() {
        String wanted = System.getProperty("sextant.screenshots", "");
        return wanted.isEmpty() ? folder.resolve("images") : Path.of(wanted);
    }

    private static int colours(Path picture) throws Exception {
        BufferedImage image = ImageIO.read(picture.toFile());
        Set<Integer> seen = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y += 2) {
            for (int x = 0; x < image.getWidth() && seen.size() <= ENOUGH_COLOURS; x += 2) {
                seen.add(image.getRGB(x, y));
            }
        }
        return seen.size();
    }

    private static <T> T onFx(Supplier<CompletionStage<T>> work) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> work.get().whenComplete((result, failure) -> {
            if (failure == null) {
                done.complete(result);
            } else {
                done.completeExceptionally(failure);
            }
        }));
        return done.get(480, TimeUnit.SECONDS);
    }

    private static <T> T await(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(120, TimeUnit.SECONDS);
    }
}
