package io.sextant.ui.panel.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.alert.AlertBook;
import io.sextant.domain.alert.AlertChannel;
import io.sextant.domain.alert.AlertConditions;
import io.sextant.domain.alert.AlertFiring;
import io.sextant.domain.alert.AlertPlan;
import io.sextant.domain.alert.AlertPriority;
import io.sextant.domain.alert.AlertState;
import io.sextant.domain.alert.ChannelTest;
import io.sextant.domain.alert.Deliveries;
import io.sextant.domain.alert.Delivery;
import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.CommandKey;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.LanguageInTurn;
import io.sextant.ui.testing.PanelTester;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class AlertsPanelTest {

    private static final long NOW = FakeEngine.START_NANOS;
    private static final AlertPlan LOW = AlertPlan.once(AlertConditions.parse("price BTC-USDT below 50000"), NOW, NOW);

    private final FakeEngine engine = new FakeEngine();
    private final AtomicInteger commands = new AtomicInteger();
    private Stage stage;

    @Start
    void takeStage(Stage primary) {
        stage = primary;
    }

    private void set(ChangeSetting change) {
        engine.submit(new CommandKey("set-" + commands.incrementAndGet()), change);
    }

    private AlertBook book() {
        return AlertBook.of(engine.settings());
    }

    private PanelTester open(FxRobot robot, Language language) {
        return new PanelTester(
                robot,
                stage,
                engine,
                context -> new AlertsController(context, () -> NOW, Optional.empty()),
                language,
                1_240,
                560);
    }

    private void setSome() {
        AlertFiring firing = new AlertFiring(
                1,
                LOW.name(),
                AlertPriority.WARNING,
                LOW.condition().text(),
                "49990.5",
                NOW,
                NOW,
                0,
                NOW,
                List.of("mail", "hook"));
        set(LOW.toSetting());
        set(AlertState.fresh(LOW).firedBy(firing, LOW).toSetting());
        set(firing.toSetting());
        set(Deliveries.of(firing)
                .with(Delivery.waiting("mail").sending().ended(Delivery.Stage.DELIVERED, NOW, ""))
                .with(Delivery.waiting("hook")
                        .sending()
                        .ended(Delivery.Stage.UNKNOWN, NOW, "example.org did not answer in time"))
                .toSetting());
        set(new AlertChannel(
                        "hook",
                        AlertChannel.Kind.WEBHOOK,
                        Map.of("url", "https://example.org/x"),
                        Optional.empty(),
                        30,
                        false)
                .toSetting());
    }

    @ParameterizedTest
    @LanguageInTurn
    void readsAConditionBackSaysHowOftenItWouldHaveFiredAndKeepsIt(Language language, FxRobot robot)
            throws IOException {
        boolean english = language == Language.ENGLISH;
        try (PanelTester panel = open(robot, language)) {
            panel.click("#alerts-add");
            panel.type("#alerts-condition", "price BTC-USDT above 1");
            panel.awaitText(
                    "#alerts-said",
                    english
                            ? "Fires when BTC-USDT trades at 1 or higher."
                            : "Se déclenche quand BTC-USDT cote à 1 ou plus.");
            panel.await(
                    "the past",
                    () -> panel.text("#alerts-preview")
                            .startsWith(
                                    english
                                            ? "It would have fired once in the last"
                                            : "Elle se serait déclenchée une fois"));
            picture(panel, "form-" + language);
            panel.type("#alerts-condition", "price BTC-USDT abov");
            panel.await("no keeping", () -> panel.isDisabled("#alerts-keep"));
            assertThat(panel.text("#alerts-preview")).isEmpty();
            panel.type("#alerts-condition", "fill any");
            panel.await("no past", () -> panel.text("#alerts-preview").startsWith(english ? "No past" : "Aucun passé"));
            panel.type("#alerts-name", "mine");
            panel.press(KeyCode.ENTER);
            panel.await("the alert", () -> book().find("mine").isPresent());
            assertThat(book().find("mine").orElseThrow().plan().condition().text())
                    .isEqualTo("fill any");
            panel.await("its row", () -> panel.rows("#alerts-list") == 1);
            assertThat(panel.cell("#alerts-list", 0, "alerts.column.condition"))
                    .isEqualTo(english ? "any order is filled" : "un ordre est exécuté");
        }
    }

    /** For people who want to look: {@code -Dsextant.pictures=DIR}. */
    private void picture(PanelTester panel, String name) throws IOException {
        String folder = System.getProperty("sextant.pictures", "");
        if (!folder.isEmpty()) {
            ImageIO.write(
                    SwingFXUtils.fromFXImage(
                            panel.onFxThread(() -> stage.getScene().snapshot(null)), null),
                    "png",
                    new File(folder, "alerts-" + name + ".png"));
        }
    }

    @Test
    void restsRemovesAndPutsBackAnAlertAsItWas(FxRobot robot) {
        setSome();
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            panel.await("the alert", () -> panel.rows("#alerts-list") == 1);
            assertThat(panel.cell("#alerts-list", 0, "alerts.column.state")).isEqualTo("has fired");
            TableView<?> table = panel.find("#alerts-list", TableView.class);
            panel.run(() -> table.getSelectionModel().selectFirst());
            assertThat(panel.isVisible("#alerts-undo")).isFalse();
            panel.focus(table).press(KeyCode.DELETE);
            panel.await("none", () -> book().alerts().isEmpty());
            panel.click("#alerts-undo");
            panel.await("it again", () -> book().find(LOW.name()).isPresent());
            assertThat(book().find(LOW.name()).orElseThrow().state().phase()).isEqualTo(AlertState.Phase.SPENT);
            panel.await("its row", () -> panel.rows("#alerts-list") == 1);
            panel.run(() -> table.getSelectionModel().selectFirst());
            panel.focus(table).press(KeyCode.SPACE);
            panel.await(
                    "its rest",
                    () -> book().find(LOW.name()).orElseThrow().plan().paused());
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void showsWhatFiredHowItWasDeliveredAndTriesAChannel(Language language, FxRobot robot) throws IOException {
        boolean english = language == Language.ENGLISH;
        setSome();
        try (PanelTester panel = open(robot, language)) {
            panel.await("the alert", () -> panel.rows("#alerts-list") == 1);
            panel.run(() -> panel.find("#alerts-list", TableView.class)
                    .getSelectionModel()
                    .selectFirst());
            panel.click("#alerts-edit");
            panel.await("the past", () -> !panel.text("#alerts-preview").isEmpty());
            picture(panel, "list-" + language);
            panel.click("#alerts-leave");
            panel.click("#alerts-part-history");
            panel.await("the firing", () -> panel.rows("#alerts-told") == 1);
            assertThat(panel.cell("#alerts-told", 0, "alerts.column.what"))
                    .isEqualTo(
                            english
                                    ? "BTC-USDT trades at 50,000 or lower: 49,990.5"
                                    : "BTC-USDT cote à 50\u202f000 ou moins\u00a0: 49\u202f990,5");
            assertThat(panel.cell("#alerts-told", 0, "alerts.column.deliveries"))
                    .isEqualTo(
                            english
                                    ? "mail: delivered; hook: may have arrived (example.org did not answer in time)"
                                    : "mail: remis; hook: peut-être arrivé (example.org did not answer in time)");
            picture(panel, "history-" + language);
            panel.click("#alerts-part-channels");
            panel.await("the channel", () -> panel.rows("#alerts-channels") == 1);
            panel.run(() -> panel.find("#alerts-channels", TableView.class)
                    .getSelectionModel()
                    .selectFirst());
            panel.click("#alerts-test");
            panel.await("the wish", () -> book().tests().containsKey("hook"));
            ChannelTest wish = book().tests().get("hook");
            set(new ChannelTest(
                            "hook",
                            wish.wantedNanos(),
                            Optional.of(Delivery.waiting("hook").sending().ended(Delivery.Stage.DELIVERED, NOW, "")))
                    .toSetting());
            panel.await(
                    "the answer",
                    () -> panel.cell("#alerts-channels", 0, "alerts.column.test")
                            .equals(english ? "delivered" : "remis"));
        }
    }
}
