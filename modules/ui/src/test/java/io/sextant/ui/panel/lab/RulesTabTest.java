package io.sextant.ui.panel.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.backtest.StrategyCard;
import io.sextant.domain.regime.RegimeName;
import io.sextant.domain.request.Job;
import io.sextant.domain.rules.OpenedRules;
import io.sextant.domain.rules.RuleLine;
import io.sextant.domain.rules.RuleLine.Compared;
import io.sextant.domain.rules.RuleLine.Group;
import io.sextant.domain.rules.RuleLine.InRegime;
import io.sextant.domain.rules.RuleLine.Relation;
import io.sextant.domain.rules.RuleSheet;
import io.sextant.domain.rules.RuleTrouble;
import io.sextant.domain.rules.SavedRules;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.LanguageInTurn;
import io.sextant.ui.testing.PanelTester;
import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class RulesTabTest {

    private static final RuleSheet DIP = new RuleSheet(
            "dip",
            "Buys a dip in a rise.",
            List.of(new RuleSheet.Setting("slow", "50", "20", "200", "10", true)),
            new RuleSheet.Side(
                    List.of(
                            new Compared("close", Relation.MORE, "sma:$slow"),
                            new Group(
                                    true,
                                    List.of(
                                            new Compared("rsi:4", Relation.CROSSES_BELOW, "35"),
                                            new InRegime(RegimeName.CRASH, false)))),
                    List.of(new Compared("rsi:4", Relation.MORE, "65"))),
            RuleSheet.Side.NONE,
            new RuleSheet.Size.Share("50%"),
            new RuleSheet.Exits("4%", "", "", "20"),
            "");

    private static final String DIP_FILE = """
            name: dip
            about: "Buys a dip in a rise."  # mine
            parameters:
              slow: {usual: 50, from: 20, to: 200, step: 10, whole: yes}
            long:
              enter:
                - close > sma:$slow
                - any of:
                    - rsi:4 crosses below 35
                    - regime is not crash
              exit:
                - rsi:4 > 65
            size: 50%
            exits:
              stop: 4%
              bars: 20
            """;

    private final FakeEngine engine = new FakeEngine();
    private Stage stage;

    @Start
    void takeStage(Stage primary) {
        stage = primary;
    }

    private PanelTester open(FxRobot robot, Language language) {
        PanelTester panel = new PanelTester(robot, stage, engine, LabController::new, language, 1300, 980);
        panel.await("the strategies", () -> !panel.isDisabled("#lab-run"));
        panel.click("#lab-tab-rules");
        panel.await("the form", () -> panel.isVisible("#rules-name"));
        return panel;
    }

    private static void pressed(PanelTester panel, String id) {
        panel.run(() -> panel.find(id, ButtonBase.class).fire());
    }

    @SuppressWarnings("unchecked") // the box holds what is chosen
    private static void choose(PanelTester panel, String id, Object wanted) {
        panel.run(() -> panel.find(id, ComboBox.class).setValue(wanted));
    }

    private void openFile(PanelTester panel, String file) {
        panel.run(() -> panel.find("#rules-open", MenuButton.class).getItems().stream()
                .filter(item -> item.getText().equals(file))
                .findFirst()
                .orElseThrow()
                .fire());
    }

    private Job.SaveRules saving() {
        return (Job.SaveRules) engine.data.newest(Job.SaveRules.class).job();
    }

    @ParameterizedTest
    @LanguageInTurn
    void buildsRulesLineByLineSavesThemAndRunsThemAtOnce(Language language, FxRobot robot) {
        engine.rules.offer(new StrategyCard("dip.yaml", 1, 1, 20, false, false, List.of()));
        try (PanelTester panel = open(robot, language)) {
            panel.type("#rules-name", "dip");
            pressed(panel, "#rules-long-enter-add-condition");
            panel.type("#rules-long-enter-0-left .text-field", "close");
            panel.type("#rules-long-enter-0-right .text-field", "sma:20");
            choose(panel, "#rules-long-enter-0-relation", Relation.CROSSES_ABOVE);
            pressed(panel, "#rules-long-enter-add-group");
            pressed(panel, "#rules-long-enter-1-add-regime");
            choose(panel, "#rules-long-enter-1-1-regime", RegimeName.TURBULENT);
            choose(panel, "#rules-long-enter-1-how", false);
            panel.type("#rules-exits-stop", "4%");
            RuleLine first = new Compared("close", Relation.CROSSES_ABOVE, "sma:20");
            RuleLine second = new Group(
                    false, List.of(new Compared("", Relation.MORE, ""), new InRegime(RegimeName.TURBULENT, true)));
            assertThat(engine.rules.newest().longs().enter()).containsExactly(first, second);

            pressed(panel, "#rules-long-enter-1-remove");
            assertThat(engine.rules.newest().longs().enter()).containsExactly(first);
            panel.run(() -> panel.find("#rules-name", Node.class).requestFocus());
            panel.press(KeyCode.CONTROL, KeyCode.Z);
            assertThat(engine.rules.newest().longs().enter()).containsExactly(first, second);
            panel.await("the group is back", () -> panel.isVisible("#rules-long-enter-1-1-regime"));
            pressed(panel, "#rules-long-enter-1-remove");

            pressed(panel, "#rules-save-and-run");
            assertThat(saving().file()).isEqualTo("dip.yaml");
            assertThat(saving().before()).isEmpty();
            assertThat(saving().sheet().longs().enter()).containsExactly(first);
            assertThat(saving().sheet().exits().stop()).isEqualTo("4%");
            engine.data.newest(Job.SaveRules.class).finish(new SavedRules.Saved("dip.yaml", "name: dip\n"));
            panel.await("it runs", () -> panel.isDisabled("#lab-run"));
            assertThat(((Job.RunBacktest)
                                    engine.data.newest(Job.RunBacktest.class).job())
                            .setup()
                            .strategy())
                    .isEqualTo("dip.yaml");
            TabPane tabs = panel.find("#lab-tabs", TabPane.class);
            assertThat(panel.onFxThread(() -> tabs.getSelectionModel().getSelectedItem()))
                    .extracting(Tab::getId)
                    .isEqualTo("lab-tab-result");
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void saysAtEachPlaceWhatIsWrongAndSavesNothingUntilItIsRight(Language language, FxRobot robot) {
        engine.rules.judge(sheet -> sheet.name().isEmpty()
                ? List.of(
                        new RuleTrouble("name", RuleTrouble.Code.BAD_NAME, List.of(""), "a name"),
                        new RuleTrouble("long", RuleTrouble.Code.ENTERS_NOTHING, List.of(), "nothing"))
                : List.of());
        try (PanelTester panel = open(robot, language)) {
            assertThat(panel.text("#rules-name-trouble")).contains("-").isNotEqualTo("a name");
            assertThat(panel.isVisible("#rules-long-trouble")).isTrue();
            assertThat(panel.isDisabled("#rules-save")).isTrue();
            picture(panel, "wrong", language);
            panel.type("#rules-name", "x");
            panel.await("all is right", () -> !panel.isDisabled("#rules-save"));
            assertThat(panel.isVisible("#rules-name-trouble")).isFalse();
            assertThat(panel.isVisible("#rules-long-trouble")).isFalse();
            panel.press(KeyCode.CONTROL, KeyCode.S);
            engine.data.newest(Job.SaveRules.class).finish(new SavedRules.Taken("x.yaml"));
            panel.await("why not", () -> panel.text("#rules-notice").contains("x.yaml"));
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void opensAFileAsAFormAndAsksBeforeLosingWhatIsNotSaved(Language language, FxRobot robot) {
        engine.rules.put(new OpenedRules("dip.yaml", DIP_FILE, Optional.of(DIP), List.of(), true));
        engine.rules.put(new OpenedRules("bad.yaml", "name", Optional.empty(), List.of("line 1: oh"), false));
        try (PanelTester panel = open(robot, language)) {
            openFile(panel, "dip.yaml");
            panel.await("the file", () -> panel.isVisible("#rules-long-enter-1-0-left"));
            assertThat(panel.text("#rules-long-enter-0-right .text-field")).isEqualTo("sma:$slow");
            assertThat(panel.text("#rules-notice")).as("remarks are lost").contains("dip.yaml");
            picture(panel, "form", language);
            pressed(panel, "#rules-settings-0-remove");
            assertThat(engine.rules.newest().settings()).isEmpty();
            openFile(panel, "bad.yaml");
            assertThat(engine.rules.newest().name()).as("asked first").isEqualTo("dip");
            openFile(panel, "bad.yaml");
            panel.await("what is wrong", () -> panel.text("#rules-notice").contains("line 1: oh"));
            assertThat(engine.rules.newest().name()).as("it stays as it was").isEqualTo("dip");
            pressed(panel, "#rules-undo");
            assertThat(engine.rules.newest()).isEqualTo(DIP);
            pressed(panel, "#rules-save");
            assertThat(saving().before()).contains(DIP_FILE);
            assertThat(saving().sheet()).isEqualTo(DIP);
        }
    }

    private void picture(PanelTester panel, String name, Language language) {
        String folder = System.getProperty("sextant.pictures", "");
        if (!folder.isEmpty()) {
            panel.onFxThread(() -> ImageIO.write(
                    SwingFXUtils.fromFXImage(stage.getScene().snapshot(null), null),
                    "png",
                    new File(folder, "rules-" + name + "-" + language.name().toLowerCase(Locale.ROOT) + ".png")));
        }
    }
}
