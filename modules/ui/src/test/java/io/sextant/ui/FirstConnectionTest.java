package io.sextant.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.link.LinkTrouble;
import io.sextant.ui.link.LinkTroubleException;
import io.sextant.ui.link.SavedServer;
import io.sextant.ui.link.SeatRole;
import io.sextant.ui.shell.DeskChoice;
import io.sextant.ui.shell.DeskOpener;
import io.sextant.ui.shell.LiveOffer;
import io.sextant.ui.shell.Persona;
import io.sextant.ui.shell.SextantWindow;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.FakeLink;
import io.sextant.ui.testing.FakeServers;
import io.sextant.ui.testing.Pictures;
import io.sextant.ui.testing.SamplePanel;
import io.sextant.ui.testing.TestDesk;
import io.sextant.ui.theme.Themes;
import io.sextant.ui.welcome.ReaderMemory;
import io.sextant.ui.welcome.ReaderNotes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Who begins with, is started with, or comes back to the engine of another machine. */
@ExtendWith(ApplicationExtension.class)
class FirstConnectionTest {

    private final FakeServers book = new FakeServers();
    private final List<DeskChoice> asked = new CopyOnWriteArrayList<>();
    private final CompletableFuture<SextantWindow> ready = new CompletableFuture<>();
    private final SextantApplication application = new SextantApplication();
    private volatile boolean listens;
    private volatile boolean newcomer;
    private volatile DeskChoice first = new DeskChoice.Simulated();
    private final AtomicReference<ReaderNotes> kept = new AtomicReference<>();
    private Stage stage;

    @Start
    void keep(Stage primary) {
        stage = primary;
    }

    @Test
    void aNewcomerComesToAServerOverTheCardAndBackToItWithTheReasonWhereNobodyAnswers(FxRobot robot) throws Exception {
        newcomer = true;
        start(robot);
        Pictures.take(stage, "welcome-en");
        robot.clickOn("#welcome-persona-quant");
        robot.interact(() -> robot.lookup("#welcome-beginning-CONNECT")
                .queryAs(RadioButton.class)
                .setSelected(true));
        fire(robot, "#welcome-begin");
        await(robot, "#server-name");
        Pictures.take(stage, "welcome-server-form");
        assertThat(asked).as("no desk before a server is chosen").isEmpty();
        robot.push(KeyCode.ESCAPE);
        await(robot, "#welcome-begin");

        book.save(london(), Optional.empty());
        fire(robot, "#welcome-begin");
        await(robot, "#server-connect-London");
        fire(robot, "#server-connect-London");
        await(robot, "#welcome-begin");
        Pictures.take(stage, "welcome-unreached");
        assertThat(text(robot, "#welcome-trouble"))
                .startsWith("London could not be reached. Nobody listens at london.example:8443")
                .endsWith("Nothing was changed; try again, or begin with a market of this machine.");
        assertThat(robot.lookup("#welcome-beginning-CONNECT")
                        .queryAs(RadioButton.class)
                        .isSelected())
                .as("the card stays as it was filled in")
                .isTrue();
        assertThat(robot.lookup("#welcome-beginning-SIMULATED").query().isDisabled())
                .isFalse();
        assertThat(kept.get()).as("who sits nowhere yet is asked again").isNull();

        listens = true;
        fire(robot, "#welcome-begin");
        await(robot, "#server-connect-London");
        fire(robot, "#server-connect-London");
        ready.get(60, TimeUnit.SECONDS);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(asked).containsExactly(new DeskChoice.Server("London"), new DeskChoice.Server("London"));
        assertThat(text(robot, "#tour-title")).as("and is shown around").isEqualTo("Where your orders go");
        assertThat(text(robot, "#engine-sign")).isEqualTo("London · ada · may trade");
        assertThat(kept.get().server()).contains("London");
        assertThat(kept.get().persona()).contains(Persona.QUANT);
        robot.interact(application::stop);
    }

    @Test
    void whoIsNotReachedBeginsAtThisMachineFromTheSameCard(FxRobot robot) throws Exception {
        newcomer = true;
        book.save(london(), Optional.empty());
        start(robot);
        robot.interact(() -> robot.lookup("#welcome-beginning-CONNECT")
                .queryAs(RadioButton.class)
                .setSelected(true));
        fire(robot, "#welcome-begin");
        await(robot, "#server-connect-London");
        fire(robot, "#server-connect-London");
        await(robot, "#welcome-begin");

        robot.interact(() -> robot.lookup("#welcome-beginning-SIMULATED")
                .queryAs(RadioButton.class)
                .setSelected(true));
        fire(robot, "#welcome-begin");
        ready.get(60, TimeUnit.SECONDS);
        assertThat(asked).containsExactly(new DeskChoice.Server("London"), new DeskChoice.Simulated());
        assertThat(kept.get().server()).isEmpty();
        robot.interact(application::stop);
    }

    @Test
    void theServerOfLastTimeIsOfferedAndEnterGoesThere(FxRobot robot) throws Exception {
        book.save(london(), Optional.empty());
        kept.set(new ReaderNotes(Language.ENGLISH, Themes.Shade.DARK, Optional.empty(), Optional.of("London")));
        listens = true;
        start(robot);
        await(robot, "#start-there");
        Pictures.take(stage, "start-last-server");
        assertThat(asked).as("nothing is opened unasked").isEmpty();
        assertThat(robot.lookup("#start-here").query().isVisible()).isTrue();

        robot.push(KeyCode.ENTER);
        ready.get(60, TimeUnit.SECONDS);
        assertThat(asked).containsExactly(new DeskChoice.Server("London"));
        robot.interact(application::stop);
    }

    @Test
    void aPlaceThatIsNotKeptYetOpensTheFormWithItFilledIn(FxRobot robot) throws Exception {
        first = new DeskChoice.Server("paris.example:9443");
        start(robot);
        await(robot, "#start-servers");
        assertThat(text(robot, "#start-failure")).contains("paris.example:9443");
        assertThat(robot.lookup("#start-retry").tryQuery())
                .as("trying again would say the same")
                .isEmpty();

        robot.push(KeyCode.ENTER);
        await(robot, "#server-host");
        assertThat(robot.lookup("#server-host").queryAs(TextField.class).getText())
                .isEqualTo("paris.example");
        assertThat(robot.lookup("#server-port").queryAs(TextField.class).getText())
                .isEqualTo("9443");
        Pictures.take(stage, "start-new-server");
        robot.interact(application::stop);
    }

    private void start(FxRobot robot) {
        SextantApplication.handOver(new SextantApplication.Launch(
                first,
                (choice, mending, language) -> open(choice),
                List.of(new LiveOffer("kraken", "Kraken", List.of(InstrumentId.of("BTC-USD")))),
                Optional.empty(),
                Optional.of(book),
                SamplePanel.all(),
                memory(),
                Optional.empty(),
                failure -> Optional.empty(),
                () -> FakeEngine.START_NANOS,
                Language.ENGLISH,
                TestDesk.ZONE,
                ready::complete));
        robot.interact(() -> application.start(stage));
    }

    private DeskOpener.OpenDesk open(DeskChoice choice) throws LinkTroubleException {
        asked.add(choice);
        if (!(choice instanceof DeskChoice.Server(String name))) {
            return new DeskOpener.OpenDesk(new FakeEngine(), List.of());
        }
        if (book.list().stream().noneMatch(one -> one.name().equals(name))) {
            throw new LinkTroubleException(new LinkTrouble(LinkTrouble.Kind.NO_SUCH_SERVER, name));
        }
        if (!listens) {
            throw new LinkTroubleException(new LinkTrouble(LinkTrouble.Kind.NOBODY_LISTENS, "london.example:8443"));
        }
        FakeLink link = new FakeLink(SeatRole.TRADE);
        return new DeskOpener.OpenDesk(new FakeEngine(), Optional.of(new DeskOpener.FarDesk(link, link)), List.of());
    }

    private static SavedServer london() {
        return new SavedServer(
                "London",
                "london.example",
                8443,
                new SavedServer.Authority("pem", "CN=London", "0af1", FakeEngine.START_NANOS),
                new SavedServer.Proof.Password("ada"));
    }

    private static void fire(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).queryAs(Button.class).fire());
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    private static void await(FxRobot robot, String id) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                30,
                TimeUnit.SECONDS,
                () -> robot.lookup(id)
                        .tryQuery()
                        .filter(node -> node.getScene() != null)
                        .isPresent());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private ReaderMemory memory() {
        return new ReaderMemory() {
            @Override
            public boolean isNewcomer() {
                return newcomer;
            }

            @Override
            public Optional<ReaderNotes> find() {
                return Optional.ofNullable(kept.get());
            }

            @Override
            public Optional<String> lastServer() {
                return find().flatMap(ReaderNotes::server);
            }

            @Override
            public void keep(ReaderNotes notes) {
                kept.set(notes);
            }
        };
    }
}
