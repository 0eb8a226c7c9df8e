package io.sextant.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.session.DeskMending;
import io.sextant.domain.vault.KeyDesk;
import io.sextant.domain.vault.Secret;
import io.sextant.domain.vault.VaultException;
import io.sextant.domain.vault.VaultTrouble;
import io.sextant.domain.vault.VenueAccount;
import io.sextant.domain.vault.VenueKey;
import io.sextant.domain.vault.VenueNet;
import io.sextant.domain.vault.WithdrawalRight;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.link.SeatRole;
import io.sextant.ui.shell.DeskChoice;
import io.sextant.ui.shell.DeskDamagedException;
import io.sextant.ui.shell.DeskOpener;
import io.sextant.ui.shell.LiveAgreementException;
import io.sextant.ui.shell.LiveOffer;
import io.sextant.ui.shell.PanelIds;
import io.sextant.ui.shell.SextantWindow;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.FakeInstruments;
import io.sextant.ui.testing.FakeKeyDesk;
import io.sextant.ui.testing.FakeLink;
import io.sextant.ui.testing.FakeServers;
import io.sextant.ui.testing.SamplePanel;
import io.sextant.ui.testing.TestDesk;
import io.sextant.ui.theme.Themes;
import io.sextant.ui.welcome.ReaderMemory;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class SextantApplicationTest {

    private FakeEngine engine = new FakeEngine();
    private final FakeKeyDesk keys = new FakeKeyDesk(KeyDesk.State.LOCKED, "correct horse battery");
    private final AtomicInteger attempts = new AtomicInteger();
    private final List<DeskChoice> asked = new CopyOnWriteArrayList<>();
    private final FakeServers book = new FakeServers();
    private final FakeLink link = new FakeLink(SeatRole.TRADE);
    private volatile boolean isFar;
    private volatile boolean damaged;
    private volatile DeskMending cure = DeskMending.REMAKE_TABLES;
    private volatile CompletableFuture<SextantWindow> ready = new CompletableFuture<>();
    private final SextantApplication application = new SextantApplication();
    private Stage stage;

    @Start
    void keep(Stage primary) {
        stage = primary;
    }

    @Test
    void saysWhyTheEngineDidNotStartAndOpensTheWindowOnASecondTry(FxRobot robot) throws Exception {
        Logger.getLogger(SextantApplication.class.getName()).setLevel(Level.OFF);
        SextantApplication.handOver(launch(Language.FRENCH));

        robot.interact(() -> application.start(stage));
        WaitForAsyncUtils.waitFor(
                30,
                TimeUnit.SECONDS,
                () -> robot.lookup("#start-failure").tryQuery().isPresent());

        assertThat(robot.lookup("Le moteur n’a pas pu démarrer").tryQuery()).isPresent();
        assertThat(robot.lookup("#start-failure").queryAs(Labeled.class).getText())
                .isEqualTo("another Sextant holds the database");

        robot.clickOn("#start-retry");
        SextantWindow window = ready.get(120, TimeUnit.SECONDS);

        assertThat(window.panels().all()).hasSameSizeAs(SamplePanel.all());
        assertThat(robot.lookup("#kill-engage").queryAs(Labeled.class).getText())
                .isEqualTo("Arrêt d’urgence");

        robot.interact(application::stop);
        assertThat(engine.openTopics()).isEmpty();
    }

    @Test
    void leavesOneDeskForAnotherFromTheModeBadgeAndTakesTheThemeAlong(FxRobot robot) throws Exception {
        attempts.set(1);
        SextantApplication.handOver(launch(Language.ENGLISH));
        robot.interact(() -> application.start(stage));
        SextantWindow first = ready.get(120, TimeUnit.SECONDS);
        robot.interact(() -> first.context().themes().shadeProperty().set(Themes.Shade.LIGHT));
        ready = new CompletableFuture<>();
        engine = new FakeEngine();

        robot.clickOn(".mode-choice");
        robot.interact(() -> robot.lookup("#desk-simulated"));
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        robot.interact(() -> first.context().desk().run("desk.simulated"));
        SextantWindow second = ready.get(120, TimeUnit.SECONDS);

        assertThat(asked).containsExactly(new DeskChoice.Simulated(), new DeskChoice.Simulated());
        assertThat(second).isNotSameAs(first);
        assertThat(second.context().themes().shadeProperty().get()).isEqualTo(Themes.Shade.LIGHT);
        robot.interact(application::stop);
    }

    @Test
    void goesToAServerAndBackWithoutLosingHowTheWindowIsArranged(FxRobot robot) throws Exception {
        attempts.set(1);
        SextantApplication.handOver(launch(Language.ENGLISH));
        robot.interact(() -> application.start(stage));
        SextantWindow here = ready.get(120, TimeUnit.SECONDS);
        FakeEngine local = engine;
        robot.interact(() -> {
            here.context().themes().shadeProperty().set(Themes.Shade.LIGHT);
            here.context().linkedInstrument().set(FakeInstruments.ETH);
            here.context().desk().showPanel(PanelIds.HEATMAP);
        });
        String arranged = robotCall(robot, here::arrangement).get("ui.layout");

        FakeEngine distant = new FakeEngine();
        distant.editDesk(state -> state);
        SextantWindow there = switchTo(robot, distant, "desk.simulated", true);

        assertThat(local.openTopics()).as("of the desk that was left").isEmpty();
        assertThat(there.context().themes().shadeProperty().get()).isEqualTo(Themes.Shade.LIGHT);
        assertThat(there.context().linkedInstrument().get()).isEqualTo(FakeInstruments.ETH);
        assertThat(robotCall(robot, there::arrangement)).containsEntry("ui.layout", arranged);
        assertThat(stage.getTitle()).startsWith("Sextant – London – ");
        assertThat(distant.submitted(ChangeSetting.class))
                .as("what is remembered there")
                .isEmpty();

        robot.interact(() -> there.context().themes().shadeProperty().set(Themes.Shade.DARK));
        SextantWindow back = switchTo(robot, new FakeEngine(), "desk.simulated", false);

        assertThat(distant.openTopics()).as("of the server that was left").isEmpty();
        assertThat(link.watchers()).isZero();
        assertThat(back.context().themes().shadeProperty().get()).isEqualTo(Themes.Shade.DARK);
        assertThat(robotCall(robot, back::arrangement)).containsEntry("ui.layout", arranged);
        assertThat(stage.getTitle()).isEqualTo("Sextant – SIMULATED");
        robot.interact(application::stop);
    }

    /** The next desk that is opened is this one, over a line where {@code far}. */
    private SextantWindow switchTo(FxRobot robot, FakeEngine next, String action, boolean far) throws Exception {
        SextantWindow now = ready.get(120, TimeUnit.SECONDS);
        ready = new CompletableFuture<>();
        engine = next;
        isFar = far;
        robot.interact(() -> now.context().desk().run(action));
        return ready.get(120, TimeUnit.SECONDS);
    }

    private static <T> T robotCall(FxRobot robot, Supplier<T> question) {
        AtomicReference<T> answer = new AtomicReference<>();
        robot.interact(() -> answer.set(question.get()));
        return answer.get();
    }

    @Test
    void asksWhichVenueAndWhatOfItAndOpensThatDesk(FxRobot robot) throws Exception {
        attempts.set(1);
        SextantApplication.handOver(launch(Language.FRENCH));
        robot.interact(() -> application.start(stage));
        SextantWindow first = ready.get(120, TimeUnit.SECONDS);
        ready = new CompletableFuture<>();
        engine = new FakeEngine();

        robot.interact(() -> first.context().desk().run("desk.venue"));
        TextField symbols = robot.lookup("#venue-symbols").queryAs(TextField.class);
        assertThat(symbols.getText()).isEqualTo("BTC-USD");
        robot.interact(() -> symbols.setText("BTC_USD"));
        robot.clickOn("#venue-confirm");
        assertThat(robot.lookup("#venue-problem").queryAs(Labeled.class).getText())
                .startsWith("Écrivez des symboles");
        robot.interact(() -> symbols.setText("btc-usd; ETH-USD, btc-usd"));
        robot.interact(symbols::requestFocus);
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        ready.get(120, TimeUnit.SECONDS);

        assertThat(asked.getLast())
                .isEqualTo(
                        new DeskChoice.Live("kraken", List.of(InstrumentId.of("BTC-USD"), InstrumentId.of("ETH-USD"))));
        robot.interact(application::stop);
    }

    @ParameterizedTest
    @CsvSource({"REMAKE_TABLES, #start-rebuild", "BEGIN_ANEW, #start-anew"})
    void offersWhatWouldMakeADeskOpenAgain(DeskMending helps, String button, FxRobot robot) throws Exception {
        cure = helps;
        Logger.getLogger(SextantApplication.class.getName()).setLevel(Level.OFF);
        damaged = true;
        SextantApplication.handOver(launch(Language.ENGLISH));
        robot.interact(() -> application.start(stage));
        WaitForAsyncUtils.waitFor(
                30, TimeUnit.SECONDS, () -> robot.lookup(button).tryQuery().isPresent());

        robot.clickOn(button);
        ready.get(120, TimeUnit.SECONDS);

        assertThat(damaged).isFalse();
        robot.interact(application::stop);
    }

    @Test
    void asksForTheVaultAndForTheAccountsNameBeforeADeskTradesWithRealMoney(FxRobot robot) throws Exception {
        attempts.set(1);
        SextantApplication.handOver(launch(Language.ENGLISH));
        robot.interact(() -> application.start(stage));
        SextantWindow first = ready.get(120, TimeUnit.SECONDS);
        keys.unlockByKeyring();
        keys.add(new VenueKey(
                new VenueAccount("kraken", "main"),
                VenueNet.LIVE,
                Secret.of("a-key"),
                Secret.of("a-secret"),
                Secret.empty(),
                WithdrawalRight.NONE));
        robot.interact(() -> first.context().desk().run("desk.venue"));
        ComboBox<?> seat = robot.lookup("#venue-account").queryAs(ComboBox.class);
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> seat.getItems().size() == 2);
        assertThat(seat.getValue().toString())
                .as("paper unless the reader chooses")
                .isEqualTo("On paper");
        robot.interact(() -> seat.getSelectionModel().select(1));
        assertThat(seat.getValue().toString()).isEqualTo("With real money, account main");
        keys.lock();
        ready = new CompletableFuture<>();
        engine = new FakeEngine();
        robot.interact(
                () -> robot.lookup("#venue-confirm").queryAs(Button.class).fire());

        WaitForAsyncUtils.waitFor(
                30,
                TimeUnit.SECONDS,
                () -> robot.lookup("#keys-passphrase").tryQuery().isPresent());
        robot.interact(() -> {
            robot.lookup("#keys-passphrase").queryAs(TextField.class).setText("correct horse battery");
            robot.lookup("#keys-unlock").queryAs(Button.class).fire();
        });
        WaitForAsyncUtils.waitFor(
                30,
                TimeUnit.SECONDS,
                () -> robot.lookup("#start-agree-name").tryQuery().isPresent());
        Button agree = robot.lookup("#start-agree").queryAs(Button.class);
        robot.interact(
                () -> robot.lookup("#start-agree-name").queryAs(TextField.class).setText("mai"));
        assertThat(agree.isDisabled()).isTrue();
        robot.interact(
                () -> robot.lookup("#start-agree-name").queryAs(TextField.class).setText("main"));
        robot.interact(agree::fire);
        ready.get(120, TimeUnit.SECONDS);
        assertThat(asked.getLast())
                .isEqualTo(new DeskChoice.Live(
                        "kraken",
                        List.of(InstrumentId.of("BTC-USD")),
                        Optional.of(new DeskChoice.Account("main", false, "main"))));
        robot.interact(application::stop);
    }

    private SextantApplication.Launch launch(Language language) {
        return new SextantApplication.Launch(
                new DeskChoice.Simulated(),
                this::openDesk,
                List.of(new LiveOffer("kraken", "Kraken", List.of(InstrumentId.of("BTC-USD")))),
                Optional.of(keys),
                Optional.of(book),
                SamplePanel.all(),
                ReaderMemory.NONE,
                Optional.empty(),
                failure -> Optional.empty(),
                () -> FakeEngine.START_NANOS,
                language,
                TestDesk.ZONE,
                window -> ready.complete(window));
    }

    private DeskOpener.OpenDesk openDesk(DeskChoice choice, DeskMending mending, Language language)
            throws DeskDamagedException, LiveAgreementException {
        asked.add(choice);
        if (choice instanceof DeskChoice.Live live && live.account().isPresent()) {
            if (keys.state() != KeyDesk.State.OPEN) {
                throw new VaultException(VaultTrouble.LOCKED);
            }
            if (!live.account().get().typedName().equals("main")) {
                throw new LiveAgreementException("main", new IllegalStateException("not agreed"));
            }
        }
        if (damaged && mending != cure) {
            throw new DeskDamagedException("the database is damaged", cure, new IllegalStateException("torn page"));
        }
        if (!damaged && attempts.incrementAndGet() == 1) {
            throw new IllegalStateException("another Sextant holds the database");
        }
        damaged = false;
        if (isFar) {
            return new DeskOpener.OpenDesk(engine, Optional.of(new DeskOpener.FarDesk(link, link)), List.of());
        }
        return new DeskOpener.OpenDesk(engine, List.of());
    }
}
