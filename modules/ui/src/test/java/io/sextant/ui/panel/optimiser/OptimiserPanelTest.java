package io.sextant.ui.panel.optimiser;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.market.Side;
import io.sextant.domain.portfolio.Goals;
import io.sextant.domain.portfolio.OptimiserBoard;
import io.sextant.domain.portfolio.RebalanceHabit;
import io.sextant.domain.portfolio.ReturnView;
import io.sextant.domain.portfolio.TaxTerms;
import io.sextant.domain.request.Query;
import io.sextant.ui.i18n.Figures;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.signal.OrderProposed;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.FakeInstruments;
import io.sextant.ui.testing.LanguageInTurn;
import io.sextant.ui.testing.PanelTester;
import io.sextant.ui.testing.Reachable;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class OptimiserPanelTest {

    private final FakeEngine engine = new FakeEngine();
    private Stage stage;

    @Start
    void takeStage(Stage primary) {
        stage = primary;
    }

    private PanelTester open(FxRobot robot, Language language) {
        return new PanelTester(robot, stage, engine, OptimiserController::new, language, 1000, 640);
    }

    private static String arrow(PanelTester panel, double now, double then) {
        Figures figures = panel.desk().context().texts().figures();
        return figures.percent(now, 1) + "  \u2192  " + figures.percent(then, 1);
    }

    @ParameterizedTest
    @LanguageInTurn
    void weightsFollowThePlaceAlongTheFrontierWithoutAQuestion(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language)) {
            panel.await("the method's weights", () -> panel.isVisible("#optimiser-weights-HALO"));
            assertThat(panel.text("#optimiser-weights-HALO")).isEqualTo(arrow(panel, 10, 40));
            assertThat(panel.text("#optimiser-about")).contains("2", "100");
            long asked = engine.asked(Query.Optimiser.class);
            FrontierChart chart = panel.find("#optimiser-frontier", FrontierChart.class);
            panel.focus(chart).press(KeyCode.END);
            assertThat(panel.text("#optimiser-weights-NIMB")).isEqualTo(arrow(panel, 0, 100));
            panel.press(KeyCode.HOME);
            assertThat(panel.text("#optimiser-weights-NIMB")).isEqualTo(arrow(panel, 0, 12.5));
            Figures figures = panel.desk().context().texts().figures();
            assertThat(panel.onFxThread(chart::told)).contains(figures.percent(6.25, 1));
            panel.press(KeyCode.BACK_SPACE);
            assertThat(panel.text("#optimiser-weights-NIMB")).isEqualTo(arrow(panel, 0, 60));
            assertThat(engine.asked(Query.Optimiser.class)).isEqualTo(asked);
            picture(panel, "weights", language);
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void ordersLeadToTheTargetInWholeLotsAndAreOnlyDrafted(Language language, FxRobot robot) {
        List<OrderProposed> proposed = new ArrayList<>();
        try (PanelTester panel = open(robot, language)) {
            panel.run(() -> panel.desk().context().signals().on(OrderProposed.class, proposed::add));
            panel.await("the method's weights", () -> panel.isVisible("#optimiser-weights-HALO"));
            panel.click("#optimiser-tab-orders");
            panel.await("the orders", () -> panel.rows("#optimiser-orders") == 2);
            // 40% of 10,000 is 40 lots of 100, of which 10 are held; 60% is 200 lots of 30.
            panel.clickNode(panel.cellNode("#optimiser-orders", 0, "optimiser.column.side"));
            panel.click("#optimiser-draft");
            assertThat(proposed)
                    .containsExactly(new OrderProposed(
                            FakeInstruments.HALO,
                            Side.BUY,
                            FakeInstruments.CATALOG
                                    .findInstrument(FakeInstruments.HALO)
                                    .orElseThrow()
                                    .quantityOf(30)));
            assertThat(panel.onFxThread(
                            () -> panel.desk().context().linkedInstrument().get()))
                    .isEqualTo(FakeInstruments.HALO);
            assertThat(engine.submitted()).isEmpty();
            picture(panel, "orders", language);
        }
    }

    /** Ten lots are held that cost 800 and are worth 1,000; all of them are sold at the far end of the frontier. */
    @ParameterizedTest
    @LanguageInTurn
    void whatOrdersCostAndGainIsToldAndNothingIsProposedThatDoesNotPay(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language)) {
            panel.await("the method's weights", () -> panel.isVisible("#optimiser-weights-HALO"));
            panel.focus(panel.find("#optimiser-frontier", FrontierChart.class)).press(KeyCode.END);
            panel.click("#optimiser-tab-orders");
            panel.await("the orders", () -> panel.rows("#optimiser-orders") == 2);
            Texts texts = panel.desk().context().texts();
            Figures figures = texts.figures();
            assertThat(panel.cell("#optimiser-orders", 0, "optimiser.column.gain"))
                    .isEqualTo(figures.number(200, 0));
            String fifo = texts.get("optimiser.lots.FIFO");
            assertThat(panel.text("#optimiser-orders-costs"))
                    .contains(texts.get("optimiser.orders.notax", figures.number(200, 2), "USDT", fifo))
                    .contains(texts.get("optimiser.orders.unweighed"));
            picture(panel, "orders-gain", language);

            panel.click("#optimiser-tab-goals");
            panel.await("the fields", () -> panel.isVisible("#optimiser-tax-rate"));
            panel.type("#optimiser-tax-rate", "25").press(KeyCode.ENTER);
            panel.type("#optimiser-benefit-years", figures.number(0.01, 2)).press(KeyCode.ENTER);
            panel.await("kept", () -> TaxTerms.of(engine.settings()).years().isPresent());
            assertThat(TaxTerms.of(engine.settings()).rate()).contains(0.25);
            picture(panel, "taxes", language);
            panel.click("#optimiser-tab-orders");
            // A hundredth of a year cannot bring back a tax of 50.
            panel.await("nothing is proposed", () -> panel.rows("#optimiser-orders") == 0);
            assertThat(panel.text("#optimiser-orders-costs"))
                    .contains(texts.get(
                            "optimiser.orders.tax",
                            figures.number(200, 2),
                            "USDT",
                            fifo,
                            figures.percent(25, 1),
                            figures.number(50, 2)));
            picture(panel, "orders-notworth", language);
            panel.click("#optimiser-orders-evenso");
            panel.await("shown even so", () -> panel.rows("#optimiser-orders") == 2);
        }
    }

    /** As low and narrow as a dock gets: what does not fit can be scrolled to. */
    @Test
    void nothingIsCutOffInALowDock(FxRobot robot) {
        try (PanelTester panel =
                new PanelTester(robot, stage, engine, OptimiserController::new, Language.ENGLISH, 420, 260)) {
            panel.await(
                    "the weights",
                    () -> robot.lookup("#optimiser-weights-HALO").tryQuery().isPresent());
            TabPane tabs = robot.lookup(".tab-pane").queryAs(TabPane.class);
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

    @ParameterizedTest
    @LanguageInTurn
    void pastAndCorrelationsAreShownAndSaidToBeFlattering(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language)) {
            panel.await("the method's weights", () -> panel.isVisible("#optimiser-weights-HALO"));
            panel.click("#optimiser-tab-past");
            Figures figures = panel.desk().context().texts().figures();
            panel.await(
                    "the past",
                    () -> panel.cell("#optimiser-past", 0, "optimiser.column.yearly")
                            .equals(figures.percent(16, 1)));
            assertThat(panel.text("#optimiser-past-about"))
                    .contains(language == Language.ENGLISH ? "no forecast" : "pas une prévision");
            picture(panel, "past", language);
            panel.click("#optimiser-tab-correlations");
            panel.await("the correlations", () -> panel.isVisible("#optimiser-correlations-about"));
            picture(panel, "correlations", language);
        }
    }

    @Test
    void aViewAndACapAreAskedForAndNonsenseIsNot(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            panel.await("the method's weights", () -> panel.isVisible("#optimiser-weights-HALO"));
            panel.click("#optimiser-tab-views");
            panel.type("#optimiser-view-return", "12").click("#optimiser-view-add");
            ReturnView view = new ReturnView(FakeInstruments.BTC, 0.12, 0.5);
            panel.await(
                    "the view", () -> engine.weights.asked().getLast().views().equals(List.of(view)));
            panel.click("#optimiser-view-drop-BTC-USDT");
            panel.await(
                    "no view", () -> engine.weights.asked().getLast().views().isEmpty());
            panel.click("#optimiser-tab-limits");
            panel.type("#optimiser-most", "60").press(KeyCode.ENTER);
            panel.await("the cap", () -> engine.weights.asked().getLast().most() == 0.6);
            panel.type("#optimiser-most", "0").press(KeyCode.ENTER);
            panel.click("#optimiser-with-BTC-USDT");
            panel.await(
                    "one left out",
                    () -> !engine.weights.asked().getLast().instruments().isEmpty());
            assertThat(engine.weights.asked().getLast().instruments()).doesNotContain(FakeInstruments.BTC);
            assertThat(engine.weights.asked().getLast().most()).isEqualTo(0.6);
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void whereNothingCanBeToldItSaysWhy(Language language, FxRobot robot) {
        engine.weights.answer(new OptimiserBoard.TooFewInstruments(List.of(FakeInstruments.HALO), 60));
        try (PanelTester panel = open(robot, language)) {
            panel.await("why", () -> panel.isVisible("#optimiser-nothing"));
            panel.await(
                    "the sentence",
                    () -> panel.find("#optimiser-nothing", VBox.class).getChildren().stream()
                            .filter(Label.class::isInstance)
                            .map(Label.class::cast)
                            .anyMatch(label -> label.getText().contains("HALO")));
            picture(panel, "nothing", language);
        }
    }

    /** For people who want to look: {@code -Dsextant.pictures=DIR}. */
    @ParameterizedTest
    @LanguageInTurn
    void goalsAreKeptWithTheDeskAndTheHabitSaysWhenOrdersAreDue(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language)) {
            panel.await("the method's weights", () -> panel.isVisible("#optimiser-weights-HALO"));
            panel.click("#optimiser-tab-goals");
            panel.await("the goals", () -> panel.isVisible("#optimiser-years"));
            Figures figures = panel.desk().context().texts().figures();
            panel.type("#optimiser-years", "3").press(KeyCode.ENTER);
            panel.focus(panel.find("#optimiser-appetite", Slider.class)).press(KeyCode.HOME);
            assertThat(panel.text("#optimiser-goals-meaning"))
                    .contains(figures.percent(0, 0))
                    .contains(figures.number(20, 1));
            panel.onFxThread(() -> {
                panel.find("#optimiser-exclude-NIMB", CheckBox.class).fire();
                return true;
            });
            panel.type("#optimiser-band", figures.number(12.5, 1)).press(KeyCode.ENTER);
            picture(panel, "goals", language);
            Goals wanted = new Goals(3, 0, Set.of(), Set.of("NIMB"), Set.of());
            panel.await("kept", () -> Goals.of(engine.settings()).equals(wanted));
            panel.await(
                    "asked with",
                    () -> engine.lastAsked(Query.Optimiser.class).wish().goals().equals(wanted));
            panel.await("the band", () -> RebalanceHabit.of(engine.settings()).band() == 0.125);
            panel.click("#optimiser-tab-orders");
            String off = figures.number(60, 1);
            panel.await(
                    "due",
                    () -> panel.text("#optimiser-orders-about")
                            .startsWith(panel.desk().context().texts().get("optimiser.orders.due", off)));
        }
    }

    private void picture(PanelTester panel, String name, Language language) {
        String folder = System.getProperty("sextant.pictures", "");
        if (!folder.isEmpty()) {
            panel.onFxThread(() -> ImageIO.write(
                    SwingFXUtils.fromFXImage(stage.getScene().snapshot(null), null),
                    "png",
                    new File(folder, "optimiser-" + name + "-" + language.name().toLowerCase(Locale.ROOT) + ".png")));
        }
    }
}
