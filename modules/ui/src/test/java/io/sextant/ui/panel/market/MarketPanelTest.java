package io.sextant.ui.panel.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.TellAnomaly;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.FlowAnomaly;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.request.Query;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.FakeInstruments;
import io.sextant.ui.testing.LanguageInTurn;
import io.sextant.ui.testing.PanelTester;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class MarketPanelTest {

    private final FakeEngine engine = new FakeEngine();
    private Stage stage;

    @Start
    void takeStage(Stage primary) {
        stage = primary;
    }

    private PanelTester open(FxRobot robot, Language language) {
        return new PanelTester(robot, stage, engine, MarketController::new, language, 340, 520);
    }

    @ParameterizedTest
    @LanguageInTurn
    void listsEveryInstrumentAsItsReaderWritesFigures(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language)) {
            engine.setLast(FakeInstruments.BTC, "64321.5");
            panel.await(
                    "the newest price",
                    () -> panel.cell("#market-table", 0, "market.column.last").contains("321"));

            Instrument bitcoin = FakeInstruments.CATALOG.getInstrument(FakeInstruments.BTC);
            boolean english = language == Language.ENGLISH;
            assertThat(panel.rows("#market-table")).isEqualTo(FakeInstruments.CATALOG.size());
            assertThat(panel.cell("#market-table", 0, "market.column.last"))
                    .isEqualTo(english ? "64,321.5" : "64\u202f321,5");
            assertThat(panel.cell("#market-table", 0, "market.column.instrument"))
                    .isEqualTo(bitcoin.id().symbol());
            double change = engine.ask(new Query.Market(bitcoin.id()))
                    .toCompletableFuture()
                    .join()
                    .dayOpen()
                    .map(open -> (64_321.5 / open.toDouble() - 1) * 100)
                    .orElseThrow();
            assertThat(panel.cell("#market-table", 0, "market.column.change"))
                    .startsWith(change > 0 ? "+" : "\u2212")
                    .endsWith(english ? "%" : "\u202f%");
            assertThat(panel.columnTitle("#market-table", "market.column.last"))
                    .isEqualTo(english ? "Last" : "Dernier");
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void namesWhatIsUnusualForSomeMinutes(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language)) {
            FlowAnomaly anomaly = new FlowAnomaly(
                    FakeInstruments.BTC,
                    FlowAnomaly.Kind.SPOOFING,
                    engine.nowNanos(),
                    Side.SELL,
                    Price.parse("64321.5"),
                    Quantity.parse("25"),
                    0.8);
            engine.submit(new CommandKey("seen"), new TellAnomaly(anomaly));
            String told = language == Language.ENGLISH ? "Spoofed asks" : "Leurre à la vente";
            panel.await("the anomaly", () -> robot.lookup(told).tryQuery().isPresent());
        }
    }

    @Test
    void arrowsChooseTheInstrumentThatAllPanelsShow(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            panel.focus(panel.find("#market-table", TableView.class))
                    .press(KeyCode.DOWN)
                    .press(KeyCode.DOWN);
            assertThat(panel.desk().context().linkedInstrument().get()).isEqualTo(FakeInstruments.SOL);
            panel.press(KeyCode.UP);
            assertThat(panel.desk().context().linkedInstrument().get()).isEqualTo(FakeInstruments.ETH);
        }
    }

    @Test
    void typingFiltersAndTheArrowsStillChoose(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            panel.type("#market-filter", "o");
            int matching = panel.rows("#market-table");
            panel.type("#market-filter", "orca");
            assertThat(panel.rows("#market-table")).isEqualTo(1).isLessThan(matching);
            panel.press(KeyCode.DOWN);
            assertThat(panel.desk().context().linkedInstrument().get()).isEqualTo(FakeInstruments.ORCA);
            panel.press(KeyCode.ESCAPE);
            assertThat(panel.rows("#market-table")).isEqualTo(FakeInstruments.CATALOG.size());
            assertThat(selected(panel)).isEqualTo("ORCA");
        }
    }

    @Test
    void selectsWhatAnotherPanelLinked(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            panel.run(() -> panel.desk().context().linkedInstrument().set(FakeInstruments.HALO));
            assertThat(selected(panel)).isEqualTo("HALO");
        }
    }

    private static String selected(PanelTester panel) {
        TableView<?> table = panel.find("#market-table", TableView.class);
        int row = panel.onFxThread(() -> table.getSelectionModel().getSelectedIndex());
        return panel.cell("#market-table", row, "market.column.instrument");
    }
}
