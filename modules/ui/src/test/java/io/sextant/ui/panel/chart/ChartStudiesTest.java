package io.sextant.ui.panel.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.analytics.indicator.IndicatorCatalog;
import io.sextant.analytics.indicator.IndicatorKind;
import io.sextant.analytics.pattern.PatternKind;
import io.sextant.ui.chart.PriceChart;
import io.sextant.ui.chart.Study;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.FakeInstruments;
import io.sextant.ui.testing.LanguageInTurn;
import io.sextant.ui.testing.PanelTester;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ChartStudiesTest {

    private final FakeEngine engine = new FakeEngine();
    private Stage stage;

    @Start
    void takeStage(Stage primary) {
        stage = primary;
    }

    private PanelTester open(FxRobot robot, Language language) {
        PanelTester panel = new PanelTester(robot, stage, engine, ChartController::new, language, 1_000, 700);
        panel.await("bars", () -> !chart(panel).getSeries().isEmpty());
        return panel;
    }

    @ParameterizedTest
    @LanguageInTurn
    void keysAloneFindAddEditAndCloseTheList(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language)) {
            panel.focus(chart(panel)).press(KeyCode.I);
            assertThat(panel.text("#studies-search"))
                    .as("the shortcut is not typed")
                    .isEmpty();
            panel.type("#studies-search", "zzz").press(KeyCode.ENTER);
            assertThat(specs(panel)).as("nothing is called that").isEmpty();
            panel.type("#studies-search", "");
            robot.write(language == Language.ENGLISH ? "strength" : "force rel");
            panel.press(KeyCode.ENTER);
            assertThat(specs(panel)).containsExactly("rsi:14");
            panel.type("#study-1-length", "21");
            assertThat(specs(panel)).containsExactly("rsi:21");
            panel.type("#study-1-length", "-3");
            assertThat(specs(panel)).as("what cannot be read changes nothing").containsExactly("rsi:21");
            panel.press(KeyCode.ESCAPE);
            panel.await(
                    "the list is closed",
                    () -> robot.lookup("#studies-search").tryQuery().isEmpty());
            panel.await("the legend", () -> legend(robot, 0).equals("RSI 21"));
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void ta4jsOwnIndicatorsAreStudiesToo(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language)) {
            panel.click("#chart-studies");
            panel.type("#studies-search", "ta4j.zlema");
            panel.await(
                    "the library",
                    () -> robot.lookup(node -> Objects.equals(node.getId(), "studies-hit-ta4j.zlema"))
                            .tryQuery()
                            .isPresent());
            panel.press(KeyCode.ENTER);
            assertThat(specs(panel)).singleElement().asString().startsWith("ta4j.zlema:14");
            panel.type("#study-1-barCount", "9");
            assertThat(specs(panel)).singleElement().asString().startsWith("ta4j.zlema:9");
            panel.press(KeyCode.ESCAPE);
            panel.await("the legend", () -> legend(robot, 0).startsWith("TA4J.ZLEMA 9"));
        }
    }

    @Test
    void clicksAddAndRemoveAndTheDividerResizes(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            panel.click("#chart-studies").click("#studies-hit-bbands");
            panel.type("#studies-search", "atr").press(KeyCode.ENTER);
            assertThat(specs(panel)).containsExactly("bbands:20:2", "atr:14");
            panel.click("#study-1-colour");
            assertThat(studies(panel).getFirst().colour()).isEqualTo(1);
            panel.click("#study-1-remove");
            assertThat(specs(panel)).containsExactly("atr:14");
            panel.press(KeyCode.ESCAPE);

            Node chart = chart(panel);
            double plotHeight = panel.onFxThread(() -> chart.getLayoutBounds().getHeight()) - 26;
            double border = plotHeight * (1 - Study.USUAL_SHARE);
            robot.moveTo(panel.onFxThread(() -> chart.localToScreen(300, border)))
                    .press(MouseButton.PRIMARY)
                    .moveBy(0, -100)
                    .release(MouseButton.PRIMARY);
            assertThat(studies(panel).getFirst().share())
                    .isBetween(Study.USUAL_SHARE + 95 / plotHeight, Study.USUAL_SHARE + 105 / plotHeight);
        }
    }

    @Test
    void eachInstrumentKeepsItsStudiesAndANewOneTakesTheLast(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            panel.click("#chart-studies").click("#studies-hit-sma").press(KeyCode.ESCAPE);
            panel.run(() -> panel.desk().context().linkedInstrument().set(FakeInstruments.ETH));
            assertThat(specs(panel)).containsExactly("sma:20");
            panel.click("#chart-studies").click("#studies-hit-vwap").press(KeyCode.ESCAPE);
            panel.run(() -> panel.desk().context().linkedInstrument().set(FakeInstruments.BTC));
            assertThat(specs(panel)).containsExactly("sma:20");
            panel.run(() -> panel.desk().context().linkedInstrument().set(FakeInstruments.ETH));
            assertThat(specs(panel)).containsExactly("sma:20", "vwap:24");
        }
    }

    @Test
    void legendsShowTheValuesUnderTheCrosshair(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            panel.click("#chart-studies").click("#studies-hit-sma").press(KeyCode.ESCAPE);
            robot.moveTo(panel.onFxThread(() -> chart(panel).localToScreen(400, 200)));
            int index =
                    panel.onFxThread(() -> chart(panel).hoveredIndexProperty().get());
            double sum = 0;
            for (int i = index - 19; i <= index; i++) {
                sum += chart(panel).getSeries().close(i);
            }
            double shown = Double.parseDouble(robot.lookup("#chart-study-0-value-0")
                    .<Text>query()
                    .getText()
                    .replace(",", ""));
            assertThat(shown).isCloseTo(sum / 20, within(0.051));
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void patternsAreMarkedWhenTheyAreSwitchedOn(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language)) {
            String known = language == Language.ENGLISH ? "known at" : "connu à";
            assertThat(isMarked(panel, known)).isFalse();
            panel.click("#chart-studies").click("#studies-patterns").press(KeyCode.ESCAPE);
            panel.await("a pattern's mark", () -> isMarked(panel, known));
            panel.click("#chart-studies").click("#studies-patterns").press(KeyCode.ESCAPE);
            panel.await("no mark", () -> !isMarked(panel, known));
        }
    }

    private static boolean isMarked(PanelTester panel, String told) {
        return panel.onFxThread(() -> {
            try {
                return chart(panel).markSpot(told) != null;
            } catch (NoSuchElementException none) {
                return false;
            }
        });
    }

    @ParameterizedTest
    @LanguageInTurn
    void everyPatternHasWords(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language)) {
            var texts = panel.desk().context().texts();
            for (PatternKind kind : PatternKind.values()) {
                assertThat(texts.find("patterns.kind." + kind.code()))
                        .as(kind.code())
                        .isPresent();
            }
        }
    }

    /** Whoever adds an indicator to the catalogue gives it words too. */
    @ParameterizedTest
    @LanguageInTurn
    void everyIndicatorAndItsNumbersHaveWords(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language)) {
            var texts = panel.desk().context().texts();
            for (IndicatorKind kind : IndicatorCatalog.all()) {
                assertThat(texts.find("studies.kind." + kind.code()))
                        .as(kind.code())
                        .isPresent();
                kind.parameters()
                        .forEach(parameter -> assertThat(texts.find("studies.parameter." + parameter.name()))
                                .as("%s of %s", parameter.name(), kind.code())
                                .isPresent());
            }
        }
    }

    private static PriceChart chart(PanelTester panel) {
        return panel.find("#chart", PriceChart.class);
    }

    private static List<Study> studies(PanelTester panel) {
        ChartController controller = (ChartController) panel.panel();
        return panel.onFxThread(() -> controller.model().setup().get().studies());
    }

    private static List<String> specs(PanelTester panel) {
        return studies(panel).stream().map(study -> study.spec().toString()).toList();
    }

    private static String legend(FxRobot robot, int study) {
        return robot.lookup("#chart-study-" + study).<Text>query().getText();
    }
}
