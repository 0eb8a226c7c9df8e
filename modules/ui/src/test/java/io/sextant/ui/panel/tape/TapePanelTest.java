package io.sextant.ui.panel.tape;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.market.Side;
import io.sextant.domain.request.MarketState;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.TapeTrade;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.FakeInstruments;
import io.sextant.ui.testing.LanguageInTurn;
import io.sextant.ui.testing.PanelTester;
import java.time.ZoneId;
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
class TapePanelTest {

    private final FakeEngine engine = new FakeEngine();
    private Stage stage;

    @Start
    void takeStage(Stage primary) {
        stage = primary;
    }

    private PanelTester open(FxRobot robot, Language language) {
        PanelTester panel = new PanelTester(robot, stage, engine, TapeController::new, language, 300, 500);
        panel.await("trades", () -> panel.rows("#tape-table") > 0);
        return panel;
    }

    @ParameterizedTest
    @LanguageInTurn
    void showsTheNewestTradeFirstInTheReadersFiguresAndZone(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language)) {
            engine.step();
            TapeTrade newest = market().tape().getFirst();
            String price = panel.onFxThread(() -> panel.desk()
                    .context()
                    .texts()
                    .figures()
                    .price(newest.price(), FakeInstruments.CATALOG.getInstrument(FakeInstruments.BTC)));
            panel.await(
                    "the newest trade",
                    () -> panel.cell("#tape-table", 0, "tape.column.price").startsWith(price));
            assertThat(panel.cell("#tape-table", 0, "tape.column.price"))
                    .as("not by colour alone")
                    .contains(newest.aggressor() == Side.BUY ? "\u25b2" : "\u25bc");
            assertThat(price).contains(language == Language.ENGLISH ? "." : ",");
            assertThat(panel.cell("#tape-table", 0, "tape.column.time")).startsWith("14:30:01");
            panel.run(() -> panel.desk().context().texts().zoneProperty().set(ZoneId.of("Europe/Paris")));
            panel.await(
                    "Paris time",
                    () -> panel.cell("#tape-table", 0, "tape.column.time").startsWith("15:30:01"));
        }
    }

    @Test
    void keepsStillWhenPausedByKey(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            panel.focus(panel.find("#tape-table", TableView.class)).press(KeyCode.P);
            int before = panel.rows("#tape-table");
            engine.step(3);
            assertThat(panel.rows("#tape-table")).isEqualTo(before);
            panel.press(KeyCode.P);
            panel.await("the trades of the pause", () -> panel.rows("#tape-table") > before);
        }
    }

    @Test
    void leavesSmallTradesOutFromATypedSize(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.FRENCH)) {
            int all = panel.rows("#tape-table");
            panel.type("#tape-smallest", "0,3");
            long expected = market().tape().stream()
                    .filter(trade -> trade.quantity().toDouble() >= 0.3)
                    .count();
            assertThat(panel.rows("#tape-table")).isEqualTo((int) expected).isLessThan(all);
        }
    }

    private MarketState market() {
        return engine.ask(new Query.Market(FakeInstruments.BTC))
                .toCompletableFuture()
                .join();
    }
}
