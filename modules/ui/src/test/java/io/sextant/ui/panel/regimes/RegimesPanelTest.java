package io.sextant.ui.panel.regimes;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.regime.RegimeProfile;
import io.sextant.domain.regime.RegimeSettings;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.LanguageInTurn;
import io.sextant.ui.testing.PanelTester;
import io.sextant.ui.testing.Reachable;
import java.io.File;
import java.util.Map;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
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
class RegimesPanelTest {

    private final FakeEngine engine = new FakeEngine();
    private Stage stage;

    @Start
    void takeStage(Stage primary) {
        stage = primary;
    }

    private PanelTester open(FxRobot robot, Language language) {
        return new PanelTester(robot, stage, engine, RegimesController::new, language, 1_100, 760);
    }

    private PanelTester openReady(FxRobot robot, Language language) {
        engine.data.regime(SampleRegimes.ready());
        PanelTester panel = open(robot, language);
        panel.await("the regime", () -> panel.isVisible("#regimes-now"));
        return panel;
    }

    private static String in(Language language, String english, String french) {
        return language == Language.ENGLISH ? english : french;
    }

    private void choose(PanelTester panel, FxRobot robot, int tab) {
        robot.interact(() ->
                panel.find("#regimes-tabs", TabPane.class).getSelectionModel().select(tab));
    }

    @ParameterizedTest
    @LanguageInTurn
    void saysWhatTheMarketIsLikeAndWhatMayCome(Language language, FxRobot robot) {
        try (PanelTester panel = openReady(robot, language)) {
            assertThat(panel.text("#regimes-now")).isEqualTo("Turbulence");
            assertThat(panel.text("#regimes-since")).contains(in(language, "85% likely", "probable à 85"));
            assertThat(panel.text("#regimes-next"))
                    .contains(in(language, "Upward trend 1.8%", "Tendance haussière 1,8"));
            assertThat(panel.text("#regimes-warning"))
                    .contains(in(language, "within 10 bars is 87% likely", "probable à 87"));
            assertThat(panel.text("#regimes-mode")).startsWith(in(language, "Simulated", "Marché simulé"));

            RibbonChart ribbon = panel.find("#regimes-ribbon", RibbonChart.class);
            panel.focus(ribbon).press(KeyCode.END);
            panel.await(
                    "the newest bar",
                    () -> ribbon.readout().contains(in(language, "regime: Turbulence", "régime\u00a0: Turbulence")));
            panel.press(KeyCode.HOME);
            panel.await(
                    "the oldest",
                    () -> ribbon.readout()
                            .contains(in(language, "regime: Upward trend", "régime\u00a0: Tendance haussière")));
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void tellsWhatEachHasMeantAndWhichModelsDidWell(Language language, FxRobot robot) {
        try (PanelTester panel = openReady(robot, language)) {
            assertThat(panel.rows("#regimes-meaning")).isEqualTo(4);
            assertThat(panel.cell("#regimes-meaning", 1, "regimes.column.regime"))
                    .isEqualTo("Range 1");
            assertThat(panel.cell("#regimes-meaning", 0, "regimes.column.return"))
                    .contains(in(language, "+0.021%", "+0,021"));
            choose(panel, robot, 2);
            panel.await("models", () -> panel.rows("#regimes-models") == 2);
            assertThat(panel.cell("#regimes-models", 1, "regimes.column.error"))
                    .isEqualTo(in(language, "1.021", "1,021"));
        }
    }

    @Test
    void tellsWhatASwitchWouldChangeBeforeItIsDoneAndSendsItWithItsEnd(FxRobot robot) {
        try (PanelTester panel = openReady(robot, Language.ENGLISH)) {
            choose(panel, robot, 3);
            panel.await(
                    "the change",
                    () -> panel.text("#regimes-change")
                            .startsWith("Defensive: the cap on positions goes from none to 25%"));
            assertThat(panel.text("#regimes-status")).startsWith("No series leads the desk");
            assertThat(panel.find("#regimes-end", Button.class).isDisabled()).isTrue();

            assertThat(panel.text("#regimes-change"))
                    .contains("Of your own limits on orders, positions and losses 50% count then, 100% now");

            ComboBox<Integer> part = robot.lookup("#regimes-limits-defensive").queryComboBox();
            robot.interact(() -> part.setValue(25));
            panel.await(
                    "the part of limits",
                    () -> setting("regime.limits.defensive").equals("25"));

            panel.click("#regimes-switch");
            panel.await("the override", () -> !setting(RegimeSettings.OVERRIDE).isEmpty());
            RegimeSettings told = RegimeSettings.of(Map.of(RegimeSettings.OVERRIDE, setting(RegimeSettings.OVERRIDE)));
            assertThat(told.override()).hasValueSatisfying(hand -> {
                assertThat(hand.profile()).isEqualTo(RegimeProfile.DEFENSIVE);
                assertThat(hand.untilNanos()).isGreaterThan(FakeEngine.START_NANOS);
            });

            panel.click("#regimes-lead");
            panel.await("the guide", () -> setting(RegimeSettings.GUIDE).equals("BTC-USDT 5m"));
            panel.await("it is told", () -> panel.text("#regimes-status").contains("BTC-USDT, 5m"));

            panel.click("#regimes-choose");
            panel.await("models follow", () -> setting(RegimeSettings.MODELS).equals(RegimeSettings.MODELS_FOLLOW));
            panel.await("that is told", () -> panel.text("#regimes-status").contains("Forecasts follow"));
            panel.click("#regimes-choose");
            panel.await("and ends", () -> setting(RegimeSettings.MODELS).isEmpty());
        }
    }

    /** As low and narrow as a dock gets: what does not fit can be scrolled to. */
    @Test
    void nothingIsCutOffInALowDock(FxRobot robot) {
        engine.data.regime(SampleRegimes.ready());
        try (PanelTester panel =
                new PanelTester(robot, stage, engine, RegimesController::new, Language.ENGLISH, 420, 260)) {
            panel.await(
                    "the regime", () -> robot.lookup("#regimes-now").tryQuery().isPresent());
            for (int tab = 0; tab < 4; tab++) {
                choose(panel, robot, tab);
                robot.interact(() -> ((ScrollPane) panel.panel().view()).setVvalue(1));
                picture(panel, "low-" + tab);
                assertThat(panel.onFxThread(() -> Reachable.cutOff(panel.panel().view())))
                        .isEmpty();
            }
        }
    }

    /** For people who want to look: {@code -Dsextant.pictures=DIR}. */
    private void picture(PanelTester panel, String name) {
        String folder = System.getProperty("sextant.pictures", "");
        if (!folder.isEmpty()) {
            panel.onFxThread(() -> ImageIO.write(
                    SwingFXUtils.fromFXImage(stage.getScene().snapshot(null), null),
                    "png",
                    new File(folder, "regimes-" + name + ".png")));
        }
    }

    private String setting(String key) {
        return engine.settings().getOrDefault(key, "");
    }

    @ParameterizedTest
    @LanguageInTurn
    void saysSoWhereThereIsTooLittleToLearnFrom(Language language, FxRobot robot) {
        engine.data.regime(SampleRegimes.few());
        try (PanelTester panel = open(robot, language)) {
            panel.await("the empty state", () -> panel.isVisible("#regimes-stage-few"));
            assertThat(robot.lookup("#regimes-stage-few .label").queryAllAs(Label.class))
                    .anyMatch(
                            label -> label.getText().startsWith(in(language, "120 of 400 bars", "120 barres sur 400")));
            engine.data.regime(SampleRegimes.learning());
            panel.press(KeyCode.F5);
            panel.await("learning", () -> panel.isVisible("#regimes-stage-learning"));
        }
    }
}
