package io.sextant.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.app.session.DeskOptions;
import io.sextant.app.session.DeskSession;
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
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.MarketState;
import io.sextant.domain.request.Query;
import io.sextant.domain.session.DeskMending;
import io.sextant.domain.time.SystemClock;
import io.sextant.ui.Screenshots;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.panel.StandardPanels;
import io.sextant.ui.shell.DeskMenu;
import io.sextant.ui.shell.SextantWindow;
import io.sextant.ui.theme.Themes;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javafx.application.Platform;
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
    private static final int SETTLE_FRAMES = 25;

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
            Stage stage = FxToolkit.registerPrimaryStage();
            SextantWindow window = onFx(() -> open(stage, session.client()));
            submit(session.client(), new ChangeMarketPace(10, false));
            List<Path> pictures = onFx(() -> pictures(window, target()).write());
            Platform.runLater(window::close);

            assertThat(pictures).hasSize(4 + window.panels().all().size());
            for (Path picture : pictures) {
                assertThat(colours(picture)).as("colours in %s", picture).isGreaterThan(20);
            }
        }
    }

    private CompletionStage<SextantWindow> open(Stage stage, EngineClient client) {
        stage.setWidth(1_600);
        stage.setHeight(1_000);
        return SextantWindow.open(
                stage,
                client,
                StandardPanels.all(new SystemClock()),
                new SextantWindow.Reader(
                        Language.ENGLISH,
                        ZoneId.of("UTC"),
                        Themes.Shade.DARK,
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
        return shots.ofPanels(Themes.Shade.DARK, Language.ENGLISH);
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
            for (int x = 0; x < image.getWidth(); x += 2) {
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
        return done.get(180, TimeUnit.SECONDS);
    }

    private static <T> T await(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(60, TimeUnit.SECONDS);
    }
}
