package io.sextant.ui.panel.algos;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.CancelScope;
import io.sextant.domain.command.FlattenPositions;
import io.sextant.domain.command.PlaceAlgo;
import io.sextant.domain.command.PlaceBracket;
import io.sextant.domain.command.SteerParent;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.parent.AlgoPlan;
import io.sextant.domain.parent.AlgoTerms;
import io.sextant.domain.parent.BracketExits;
import io.sextant.domain.parent.ExitStop;
import io.sextant.domain.parent.ParentKind;
import io.sextant.domain.parent.ParentOrder;
import io.sextant.domain.parent.ParentStage;
import io.sextant.domain.parent.Steering;
import io.sextant.domain.request.DeskState;
import io.sextant.ui.exits.StopKind;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.shell.PanelIds;
import io.sextant.ui.signal.WorkWith;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.FakeInstruments;
import io.sextant.ui.testing.LanguageInTurn;
import io.sextant.ui.testing.PanelTester;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class AlgosPanelTest {

    private final FakeEngine engine = new FakeEngine();
    private Stage stage;

    @Start
    void takeStage(Stage primary) {
        stage = primary;
    }

    @ParameterizedTest
    @LanguageInTurn
    void sendsWhatStandsInTheFormOnTheSecondPress(Language language, FxRobot robot) {
        try (PanelTester panel = new PanelTester(robot, stage, engine, AlgosController::new, language, 1_300, 320)) {
            panel.run(() -> {
                panel.desk().context().linkedInstrument().set(FakeInstruments.BTC);
                kinds(panel).setValue(ParentKind.TWAP);
            });
            panel.type("#algos-quantity", "2").type("#algos-minutes", "10");
            assertThat(panel.isVisible("#algos-target")).isFalse();

            panel.click("#algos-start");
            panel.await("the question", () -> panel.text("#algos-said").contains("BTC-USDT"));
            assertThat(panel.text("#algos-said"))
                    .isEqualTo(
                            language == Language.ENGLISH
                                    ? "Buy 2 BTC-USDT: TWAP over 10 min in 20 parts."
                                    : "Acheter 2 BTC-USDT : TWAP sur 10 min en 20 parts.");
            assertThat(engine.submitted(PlaceAlgo.class)).isEmpty();
            panel.click("#algos-start");
            panel.await("the command", () -> engine.submitted(PlaceAlgo.class).size() == 1);

            PlaceAlgo sent = engine.submitted(PlaceAlgo.class).getFirst();
            assertThat(sent.terms().quantity()).isEqualTo(Quantity.parse("2"));
            assertThat(sent.terms().plan()).isEqualTo(new AlgoPlan.Twap(600_000_000_000L, 20));
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void beginsABracketWithAnAverageRangeAndSaysAllOfItFirst(Language language, FxRobot robot) {
        boolean english = language == Language.ENGLISH;
        try (PanelTester panel = new PanelTester(robot, stage, engine, AlgosController::new, language, 1_300, 420)) {
            panel.type("#algos-quantity", "1").type("#algos-limit", "60000");
            panel.click("#algos-start");
            panel.await(
                    "what is missing",
                    () -> panel.text("#algos-said")
                            .startsWith(english ? "Enter where the stop stands" : "Indiquez où se tient le stop"));
            panel.run(() -> stops(panel).setValue(StopKind.ATR));
            panel.await("what was said is gone", () -> panel.text("#algos-said").isEmpty());
            panel.type("#algos-multiple", english ? "2.5" : "2,5").type("#algos-break-even", "100");
            panel.type("#algos-target", "61000").type("#algos-exit-minutes", "45");
            panel.press(KeyCode.ENTER);
            panel.await("the answer", () -> !panel.text("#algos-said").isEmpty());
            assertThat(panel.text("#algos-said"))
                    .startsWith(
                            english
                                    ? "Bracket: buy 1 BTC-USDT at 60,000.0 or lower. Target at 61,000.0\u00a0USDT. Stop"
                                            + " 2.50 average true ranges (14 bars of 1m) from the entry. The stop moves to"
                                            + " the entry after 100.0\u00a0USDT in favour. Closed at the market after 45 min."
                                    : "Ordre encadré\u00a0: acheter 1 BTC-USDT à 60\u202f000,0 ou moins. Objectif à"
                                            + " 61\u202f000,0\u00a0USDT. Stop à 2,50 amplitudes vraies moyennes (14 barres de"
                                            + " 1m) de l’entrée. Le stop passe à l’entrée après 100,0\u00a0USDT de gain. Soldé"
                                            + " au marché après 45 min.")
                    .contains("Sextant");
            assertThat(engine.submitted(PlaceBracket.class)).isEmpty();
            panel.press(KeyCode.ENTER);
            panel.await(
                    "the bracket", () -> engine.submitted(PlaceBracket.class).size() == 1);
            assertThat(engine.submitted(PlaceBracket.class).getFirst().terms().exits())
                    .isEqualTo(new BracketExits(
                            Price.parse("61000"),
                            new ExitStop.Atr(Timeframe.M1, 14, 2.5),
                            2_700_000_000_000L,
                            Price.parse("100")));
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void takesOverWhatTheTicketWantsWorked(Language language, FxRobot robot) {
        try (PanelTester panel = new PanelTester(robot, stage, engine, AlgosController::new, language, 700, 420)) {
            panel.run(() -> {
                panel.panel().onOpen();
                panel.desk()
                        .context()
                        .signals()
                        .send(new WorkWith(
                                ParentKind.POV,
                                FakeInstruments.HALO,
                                Side.SELL,
                                Optional.of(Quantity.parse("300")),
                                Optional.of(Price.parse("84.5"))));
            });
            assertThat(panel.desk().shownPanels()).contains(PanelIds.ALGOS);
            assertThat(panel.text("#algos-limit")).isEqualTo(language == Language.ENGLISH ? "84.5" : "84,5");
            panel.await(
                    "the first empty field",
                    () -> panel.find("#algos-minutes", TextField.class).isFocused());
            robot.write("20");
            panel.type("#algos-part", "10");
            panel.press(KeyCode.ENTER);
            panel.await("the question", () -> panel.text("#algos-said").contains("300"));
            panel.press(KeyCode.ENTER);
            panel.await("the command", () -> engine.submitted(PlaceAlgo.class).size() == 1);
            AlgoTerms terms = engine.submitted(PlaceAlgo.class).getFirst().terms();
            assertThat(terms.instrument()).isEqualTo(FakeInstruments.HALO);
            assertThat(terms.side()).isEqualTo(Side.SELL);
            assertThat(terms.limit()).isEqualTo(Price.parse("84.5"));
            assertThat(terms.plan()).isEqualTo(new AlgoPlan.Pov(1_000, 1_200_000_000_000L));
            panel.run(() -> panel.panel().onClose());
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void flattensTheLinkedInstrument(Language language, FxRobot robot) {
        try (PanelTester panel = new PanelTester(robot, stage, engine, AlgosController::new, language, 1_300, 320)) {
            panel.run(() -> panel.desk().context().linkedInstrument().set(FakeInstruments.BTC));
            panel.click("#algos-flatten");
            panel.await(
                    "the command",
                    () -> !engine.submitted(FlattenPositions.class).isEmpty());
            assertThat(engine.submitted(FlattenPositions.class).getFirst().scope())
                    .isEqualTo(new CancelScope.OneInstrument(FakeInstruments.BTC));
            assertThat(panel.isDisabled("#algos-pause")).isTrue();
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void showsHowFarAParentIsAndWhatItCost(Language language, FxRobot robot) {
        engine.editDesk(desk -> new DeskState(
                desk.mode(),
                desk.seed(),
                desk.marketNanos(),
                desk.timesRealTime(),
                desk.paused(),
                desk.killSwitchEngaged(),
                desk.killSwitchReason(),
                desk.account(),
                desk.positions(),
                desk.workingOrders(),
                desk.limits(),
                desk.health(),
                List.of(parent())));
        try (PanelTester panel = new PanelTester(robot, stage, engine, AlgosController::new, language, 1_300, 320)) {
            panel.await("the parent", () -> panel.rows("#algos-table") == 1);
            panel.onFxThread(() -> {
                assertThat(panel.cell("#algos-table", 0, "algos.column.filled"))
                        .contains("25")
                        .contains(language == Language.ENGLISH ? "0.5 / 2" : "0,5 / 2");
                assertThat(panel.cell("#algos-table", 0, "algos.column.slippage"))
                        .isEqualTo(panel.desk().context().texts().figures().number(10, 1));
                return true;
            });
            panel.run(() -> panel.find("#algos-table", TableView.class)
                    .getSelectionModel()
                    .select(0));
            panel.click("#algos-hurry");
            panel.await(
                    "the command", () -> !engine.submitted(SteerParent.class).isEmpty());
            assertThat(engine.submitted(SteerParent.class).getFirst())
                    .isEqualTo(new SteerParent(new OrderId(9), Steering.HURRY));
        }
    }

    private static ParentOrder parent() {
        return new ParentOrder(
                new OrderId(9),
                ParentKind.TWAP,
                FakeInstruments.BTC,
                Side.BUY,
                Quantity.parse("2"),
                Quantity.parse("0.5"),
                ParentStage.WORKING,
                "resumed",
                Price.parse("64000"),
                Price.parse("64064"),
                Price.parse("64000"),
                Money.parse("12.5", Currency.USDT),
                FakeEngine.START_NANOS,
                0,
                FakeEngine.START_NANOS);
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<StopKind> stops(PanelTester panel) {
        return panel.find("#algos-stop-kind", ComboBox.class);
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<ParentKind> kinds(PanelTester panel) {
        return panel.find("#algos-kind", ComboBox.class);
    }
}
