package io.sextant.ui.panel.riskmonitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eu.hansolo.tilesfx.Tile;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.request.Query;
import io.sextant.ui.i18n.Figures;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.FakeInstruments;
import io.sextant.ui.testing.LanguageInTurn;
import io.sextant.ui.testing.PanelTester;
import io.sextant.ui.testing.Reachable;
import java.io.File;
import java.util.Locale;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
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
class RiskMonitorPanelTest {

    private final FakeEngine engine = new FakeEngine();
    private Stage stage;

    @Start
    void takeStage(Stage primary) {
        stage = primary;
    }

    private PanelTester open(FxRobot robot, Language language) {
        return new PanelTester(robot, stage, engine, RiskMonitorController::new, language, 900, 640);
    }

    private void buy(String quantity) {
        engine.submit(
                new CommandKey("k" + quantity),
                new PlaceOrder(OrderDraft.market(
                        FakeInstruments.BTC, Side.BUY, Quantity.parse(quantity), OrderOrigin.TICKET)));
    }

    @ParameterizedTest
    @LanguageInTurn
    void aFillIsFollowedByItsRisk(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language)) {
            panel.await("the empty desk", () -> panel.isVisible("#risk-nothing"));
            buy("0.5");
            panel.await(
                    "the position's risk", () -> panel.text("#risk-loss-about").contains("95"));
            Figures figures = panel.desk().context().texts().figures();
            double gross = engine.desk().account().grossExposure().toDouble();
            assertThat(panel.text("#risk-loss-about")).contains(figures.number(gross * 0.02, 0));
            assertThat(panel.cell("#risk-parts", 0, "riskmonitor.column.instrument"))
                    .isEqualTo("BTC-USDT");
            assertThat(panel.find("#risk-tile-drawdown", Tile.class).getValue()).isEqualTo(2);
            panel.click("#risk-tab-truth");
            Texts texts = panel.desk().context().texts();
            panel.await(
                    "what the desk told",
                    () -> panel.text("#risk-truth-about")
                            .equals(texts.get("riskmonitor.truth.own", "20", "1", figures.number(1, 1))));
            assertThat(panel.rows("#risk-tests")).isEqualTo(4);
            assertThat(panel.cell("#risk-tests", 0, "riskmonitor.column.result"))
                    .contains(figures.percent(98, 1));
            assertThat(panel.cell("#risk-tests", 2, "riskmonitor.column.verdict"))
                    .endsWith(texts.get("riskmonitor.test.against"));
            assertThat(panel.cell("#risk-tests", 3, "riskmonitor.column.verdict"))
                    .endsWith(texts.get("riskmonitor.light.yellow"));
            picture(panel, "truth", language);
            panel.click("#risk-truth-source-supposed");
            panel.await(
                    "the record of today's positions",
                    () -> panel.text("#risk-truth-about")
                            .equals(texts.get("riskmonitor.truth.about", "100", "1", figures.number(5, 1))));
            assertThat(panel.cell("#risk-tests", 0, "riskmonitor.column.verdict"))
                    .endsWith(texts.get("riskmonitor.test.against"));
            picture(panel, "truth-supposed", language);
        }
    }

    /** As low and narrow as a dock gets: what does not fit can be scrolled to. */
    @Test
    void nothingIsCutOffInALowDock(FxRobot robot) {
        buy("0.5");
        try (PanelTester panel =
                new PanelTester(robot, stage, engine, RiskMonitorController::new, Language.ENGLISH, 420, 260)) {
            panel.await("the risk", () -> panel.text("#risk-loss-about").contains("95"));
            TabPane tabs = panel.find("#risk-tabs", TabPane.class);
            for (int tab = 0; tab < tabs.getTabs().size(); tab++) {
                int chosen = tab;
                robot.interact(() -> tabs.getSelectionModel().select(chosen));
                robot.interact(() -> ((ScrollPane) panel.panel().view()).setVvalue(1));
                picture(panel, "low-" + tab, Language.ENGLISH);
                assertThat(panel.onFxThread(() -> Reachable.cutOff(panel.panel().view())))
                        .isEmpty();
            }
        }
    }

    @Test
    void aShockIsSupposedByASliderAndCalmedAgain(FxRobot robot) {
        buy("0.5");
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            panel.await("the risk", () -> panel.text("#risk-loss-about").contains("95"));
            panel.click("#risk-tab-stress");
            panel.await(
                    "the crises",
                    () -> panel.cell("#risk-crises", 0, "riskmonitor.column.crisis")
                            .startsWith("Black Monday"));
            Slider price = panel.find("#risk-price", Slider.class);
            panel.focus(price).press(KeyCode.LEFT).press(KeyCode.LEFT);
            Figures figures = panel.desk().context().texts().figures();
            double gross = engine.desk().account().grossExposure().toDouble();
            panel.await(
                    "the shock's result",
                    () -> panel.text("#risk-shock-result").contains(figures.signed(-0.1 * gross, 0)));
            picture(panel, "stress", Language.ENGLISH);
            assertThat(engine.submitted())
                    .noneMatch(command ->
                            command instanceof PlaceOrder order && order.draft().side() == Side.SELL);
            panel.click("#risk-shock-none");
            panel.await("calm", () -> panel.text("#risk-shock-result").startsWith("Move a slider"));
        }
    }

    @Test
    void aLimitOfOnesOwnIsMeasuredAgainstAndRemembered(FxRobot robot) {
        buy("0.5");
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            Tile tile = panel.find("#risk-tile-at-risk", Tile.class);
            panel.await("the risk", () -> tile.getValue() > 0);
            double percent = panel.onFxThread(tile::getValue);
            panel.type("#risk-limit", "0.05").press(KeyCode.ENTER);
            panel.await("the limit", () -> tile.getTitle().equals("VaR limit used"));
            assertThat(panel.onFxThread(tile::getValue)).isCloseTo(2000 * percent, within(1e-9));
            assertThat(panel.onFxThread(tile::getText)).startsWith("OVER");
            panel.type("#risk-limit", "much").press(KeyCode.ENTER);
            assertThat(panel.onFxThread(tile::getTitle)).isEqualTo("VaR limit used");
            panel.await(
                    "a setting",
                    () -> engine.settings()
                            .getOrDefault("ui.risk.limitPercent", "")
                            .equals("0.05"));
            panel.click("#risk-confidence-p99");
            panel.await("rarer days", () -> panel.text("#risk-loss-about").contains("99%"));
            panel.click("#risk-tab-limits");
            panel.await(
                    "the nearest limit first",
                    () -> panel.cell("#risk-headroom", 0, "riskmonitor.column.headroom")
                            .equals("10%"));
            picture(panel, "limits", Language.ENGLISH);
        }
    }

    @Test
    void whatNobodySeesIsNotAskedForAndAFailureIsTold(FxRobot robot) {
        buy("0.5");
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            panel.await("the risk", () -> panel.text("#risk-loss-about").contains("95"));
            panel.onFxThread(() -> {
                panel.panel().onHide();
                return true;
            });
            long asked = engine.asked(Query.Risk.class);
            buy("0.25");
            engine.step(5);
            panel.onFxThread(() -> true);
            assertThat(engine.asked(Query.Risk.class)).isEqualTo(asked);
            panel.onFxThread(() -> {
                panel.panel().onShow();
                return true;
            });
            panel.await("asked again", () -> engine.asked(Query.Risk.class) > asked);
        }
    }

    /** For people who want to look: {@code -Dsextant.pictures=DIR}. */
    private void picture(PanelTester panel, String name, Language language) {
        String folder = System.getProperty("sextant.pictures", "");
        if (!folder.isEmpty()) {
            panel.onFxThread(() -> ImageIO.write(
                    SwingFXUtils.fromFXImage(stage.getScene().snapshot(null), null),
                    "png",
                    new File(folder, "risk-" + name + "-" + language.name().toLowerCase(Locale.ROOT) + ".png")));
        }
    }
}
