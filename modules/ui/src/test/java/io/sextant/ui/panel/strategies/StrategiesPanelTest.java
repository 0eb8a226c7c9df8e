package io.sextant.ui.panel.strategies;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.HostStrategy;
import io.sextant.domain.command.RealMoney;
import io.sextant.domain.command.SteerStrategy;
import io.sextant.domain.hosting.HostSteering;
import io.sextant.domain.hosting.HostingTerms;
import io.sextant.domain.market.TradingMode;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.testing.Edits;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.FakeInstruments;
import io.sextant.ui.testing.LanguageInTurn;
import io.sextant.ui.testing.PanelTester;
import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Parent;
import javafx.scene.control.Label;
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
class StrategiesPanelTest {

    private static final String TABLE = "#strategies-table";

    private final FakeEngine engine = new FakeEngine();
    private Stage stage;

    @Start
    void takeStage(Stage primary) {
        stage = primary;
    }

    private PanelTester open(FxRobot robot, Language language, double height) {
        PanelTester panel = new PanelTester(robot, stage, engine, StrategiesController::new, language, 1280, height);
        panel.await("the strategies", () -> panel.rows(TABLE) == 3);
        return panel;
    }

    @ParameterizedTest
    @LanguageInTurn
    void tellsWhatRunsWhatItWantsAndWhoWantsTheOpposite(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language, 680)) {
            var figures = panel.desk().context().texts().figures();
            var texts = panel.desk().context().texts();
            assertThat(panel.cell(TABLE, 0, "strategies.column.name")).isEqualTo("trend-1");
            assertThat(panel.cell(TABLE, 0, "strategies.column.result"))
                    .as("the equity less the capital")
                    .isEqualTo(figures.signed(84.25, 2));
            assertThat(panel.cell(TABLE, 2, "strategies.column.stage"))
                    .as("nobody asked for it, so its cause is told")
                    .contains(texts.get("strategies.cause.DAY_LOSS"));
            assertThat(panel.text("#strategies-conflicts"))
                    .contains("trend-1", figures.signedPercent(80, 0), "reversion-1", figures.signedPercent(-50, 0))
                    .contains(figures.signed(0.07, 2));
            assertThat(words(panel, "#strategies-wishes"))
                    .contains(figures.signedPercent(80, 0), texts.get("strategies.strong"))
                    .contains(figures.number(64_250.1, 1))
                    .doesNotContain("crossed-up");
            assertThat(words(panel, "#strategies-held")).contains(figures.signed(0.12, 2));
            assertThat(words(panel, "#strategies-refusals")).contains(figures.number(12_860, 2));
            picture(panel, "now", language);
            panel.click("#strategies-tab-performance");
            panel.await("the figures", () -> panel.isVisible("#strategies-figure-won"));
            assertThat(panel.text("#strategies-figure-won")).isEqualTo(figures.percent(50, 0));
            assertThat(panel.cell("#strategies-fills", 0, "strategies.fill.why"))
                    .doesNotContain("crossed-up");
            picture(panel, "performance", language);
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void showsTheForecastWithItsSkillAndTheRegimeThatAStrategyDecidesBy(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language, 680)) {
            assertThat(panel.isVisible("#strategies-told"))
                    .as("what asks for neither is told neither")
                    .isFalse();
            panel.clickNode(panel.cellNode(TABLE, 1, "strategies.column.name"));
            panel.await("what it was told", () -> panel.isVisible("#strategies-told"));
            var texts = panel.desk().context().texts();
            assertThat(words(panel, "#strategies-told"))
                    .contains(texts.figures().signedPercent(100 * Math.expm1(0.0012), 3))
                    .contains(texts.figures().signedPercent(100 * Math.expm1(-0.0031), 3))
                    .contains(texts.figures().signedPercent(100 * Math.expm1(0.0056), 3))
                    .contains(texts.get("forecasts.verdict.SKILL"), "arima", texts.get("regimes.name.TURBULENT"));
            picture(panel, "told", language);
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void comparesWithTheShadowAndExplainsEachDifference(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language, 680)) {
            var texts = panel.desk().context().texts();
            panel.click("#strategies-tab-parity");
            panel.await("the differences", () -> panel.rows("#strategies-differences") == 1);
            assertThat(panel.text("#strategies-parity"))
                    .contains("5", "4", texts.figures().percent(80, 0));
            assertThat(panel.cell("#strategies-differences", 0, "strategies.difference.kind"))
                    .isEqualTo(texts.get("strategies.difference.PRICE"));
            assertThat(panel.cell("#strategies-differences", 0, "strategies.difference.shadow"))
                    .contains(texts.figures().number(63_990.1, 1));
            assertThat(panel.text("#strategies-parity-explained"))
                    .as("3.6 of 63,990.1")
                    .contains(texts.figures().signed(0.56, 2));
            picture(panel, "parity", language);
            panel.click("#strategies-tab-limits");
            panel.await("the limits", () -> panel.isVisible("#strategies-limit-day-loss"));
            assertThat(panel.text("#strategies-limit-day-loss"))
                    .startsWith(texts.figures().number(500, 2));
            assertThat(panel.isDisabled("#strategies-change"))
                    .as("while it runs nothing of it changes")
                    .isTrue();
            picture(panel, "limits", language);
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void hostsStartsPausesAndStops(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language, 680)) {
            panel.click("#strategies-host");
            panel.await("the form", () -> !panel.isDisabled("#strategies-agree"));
            picture(panel, "host", language);
            panel.type("#strategies-setting-fast", "12");
            panel.press(KeyCode.ENTER);
            panel.type("#strategies-day-loss", "250");
            panel.press(KeyCode.ENTER);
            panel.click("#strategies-agree");
            panel.await("it is there", () -> panel.rows(TABLE) == 4);
            HostingTerms terms = engine.submitted(HostStrategy.class).getFirst().terms();
            assertThat(terms.name()).isEqualTo("sma-cross-1");
            assertThat(terms.values()).containsEntry("fast", 12.0).containsEntry("slow", 30.0);
            assertThat(terms.limits().largestDayLoss().toDouble()).isEqualTo(250);
            panel.await("it is chosen and can start", () -> !panel.isDisabled("#strategies-start"));
            assertThat(panel.isDisabled("#strategies-pause")).isTrue();
            assertThat(panel.isDisabled("#strategies-close"))
                    .as("it holds nothing")
                    .isTrue();
            panel.click("#strategies-start");
            panel.await("it runs", () -> panel.isDisabled("#strategies-start"));
            panel.click("#strategies-pause");
            var texts = panel.desk().context().texts();
            panel.await("it can go on", () -> texts.get("strategies.resume").equals(panel.text("#strategies-pause")));
            panel.click("#strategies-pause");
            panel.await("it runs", () -> texts.get("strategies.pause").equals(panel.text("#strategies-pause")));
            panel.click("#strategies-stop");
            panel.await("it stopped", () -> panel.isDisabled("#strategies-stop"));
            assertThat(told("sma-cross-1"))
                    .containsExactly(HostSteering.START, HostSteering.PAUSE, HostSteering.RESUME, HostSteering.STOP);
        }
    }

    @Test
    void asksBeforeItSellsWhatAStrategyHolds(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH, 300)) {
            panel.click("#strategies-close");
            panel.await("the question", () -> panel.isVisible("#strategies-question"));
            assertThat(panel.text("#strategies-question")).contains("trend-1", "sells 0.12 BTC-USDT", "7,710.00");
            picture(panel, "low", Language.ENGLISH);
            assertThat(told("trend-1")).as("nothing without a yes").isEmpty();
            panel.click("#strategies-decline");
            panel.await("it is gone", () -> !panel.isVisible("#strategies-question"));
            panel.click("#strategies-close");
            panel.click("#strategies-confirm");
            panel.await("it closes", () -> panel.isDisabled("#strategies-close"));
            assertThat(told("trend-1")).containsExactly(HostSteering.STOP_AND_CLOSE);
        }
    }

    @Test
    void takesTheQuestionBackWhenTheStrategySoldByItself(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH, 300)) {
            panel.click("#strategies-close");
            panel.await("the question", () -> panel.isVisible("#strategies-question"));
            panel.run(() -> engine.hosting().sell("trend-1"));
            panel.await("it is gone", () -> !panel.isVisible("#strategies-question"));
            assertThat(told("trend-1")).isEmpty();
        }
    }

    @Test
    void namesTheAccountBeforeAStrategyTradesWithRealMoney(FxRobot robot) {
        engine.editDesk(desk -> Edits.withMode(desk, TradingMode.LIVE));
        try (PanelTester panel = open(robot, Language.ENGLISH, 680)) {
            panel.clickNode(panel.cellNode(TABLE, 2, "strategies.column.name"));
            panel.await("it is paused", () -> panel.text("#strategies-pause").equals("Resume"));
            panel.click("#strategies-pause");
            panel.await("the question", () -> panel.isVisible("#strategies-question"));
            assertThat(panel.text("#strategies-question")).contains("account paper", "breakout-1", "12,000.00");
            assertThat(told("breakout-1")).isEmpty();
            panel.clickNode(panel.cellNode(TABLE, 0, "strategies.column.name"));
            panel.await("a question about another", () -> !panel.isVisible("#strategies-question"));
            panel.clickNode(panel.cellNode(TABLE, 2, "strategies.column.name"));
            panel.click("#strategies-pause");
            panel.click("#strategies-confirm");
            panel.await("it was told", () -> told("breakout-1").equals(List.of(HostSteering.RESUME)));
            assertThat(engine.submitted(ChangeSetting.class))
                    .as("the yes arms it for this account")
                    .extracting(ChangeSetting::key)
                    .contains(RealMoney.setting("breakout-1"));
        }
    }

    @Test
    void tellsWhyTheDeskRefused(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH, 680)) {
            engine.refuseNext(Refusal.of(RefusalCode.KILL_SWITCH, "a person stopped it"));
            panel.click("#strategies-pause");
            var toast = Objects.requireNonNull(panel.onFxThread(
                    () -> panel.desk().context().toasts().latestProperty().get()));
            assertThat(toast.text()).contains("a person stopped it");
            assertThat(panel.cell(TABLE, 0, "strategies.column.stage")).isEqualTo("Running");
        }
    }

    @Test
    void saysHowToBeginWhereNothingIsHosted(FxRobot robot) {
        for (String name : List.of("trend-1", "reversion-1", "breakout-1")) {
            engine.submit(new CommandKey("remove-" + name), SteerStrategy.asked(name, HostSteering.REMOVE, ""));
        }
        try (PanelTester panel =
                new PanelTester(robot, stage, engine, StrategiesController::new, Language.ENGLISH, 1000, 400)) {
            panel.await("nothing", () -> panel.isVisible("#strategies-nothing"));
            assertThat(words(panel, "#strategies-nothing")).contains("Host");
            for (String button : List.of("start", "pause", "stop", "close")) {
                assertThat(panel.isDisabled("#strategies-" + button)).as(button).isTrue();
            }
            picture(panel, "empty", Language.ENGLISH);
            panel.click("#strategies-host");
            panel.await("the form", () -> panel.isVisible("#strategies-on-" + FakeInstruments.HALO.symbol()));
            assertThat(panel.rows(TABLE)).isZero();
        }
    }

    private List<HostSteering> told(String strategy) {
        return engine.submitted(SteerStrategy.class).stream()
                .filter(one -> one.strategy().equals(strategy))
                .map(SteerStrategy::how)
                .toList();
    }

    /** All that can be read inside a node. */
    private static String words(PanelTester panel, String id) {
        return panel.onFxThread(() -> panel.find(id, Parent.class).lookupAll(".label").stream()
                .filter(Label.class::isInstance)
                .map(node -> ((Label) node).getText())
                .collect(Collectors.joining(" \u00b7 ")));
    }

    private void picture(PanelTester panel, String name, Language language) {
        String folder = System.getProperty("sextant.pictures", "");
        if (!folder.isEmpty()) {
            panel.onFxThread(() -> ImageIO.write(
                    SwingFXUtils.fromFXImage(stage.getScene().snapshot(null), null),
                    "png",
                    new File(
                            folder, "strategies-" + name + "-" + language.name().toLowerCase(Locale.ROOT) + ".png")));
        }
    }
}
