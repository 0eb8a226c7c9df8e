package io.sextant.ui.panel.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.PlaceOrder;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.FakeInstruments;
import io.sextant.ui.testing.LanguageInTurn;
import io.sextant.ui.testing.PanelTester;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ConfirmationBandTest {

    private final FakeEngine engine = new FakeEngine();
    private Stage stage;

    @Start
    void takeStage(Stage primary) {
        stage = primary;
    }

    @ParameterizedTest
    @LanguageInTurn
    void aQuestionLapsesWhenTheMarketLeavesItsPrice(Language language, FxRobot robot) {
        try (PanelTester panel = asking(robot, language)) {
            engine.setLast(FakeInstruments.BTC, "60400");
            engine.step();
            panel.await("the lapse", () -> !panel.isVisible("#ticket-confirmation"));
            assertThat(panel.text("#ticket-message"))
                    .startsWith(
                            language == Language.ENGLISH
                                    ? "The market went from 60,0"
                                    : "Le marché est passé de 60\u202f0");
            panel.press(KeyCode.ENTER);
            assertThat(engine.submitted(PlaceOrder.class)).isEmpty();
        }
    }

    @Test
    void aQuestionStandsWhileTheMarketStaysInTheBand(FxRobot robot) {
        try (PanelTester panel = asking(robot, Language.ENGLISH)) {
            engine.setLast(FakeInstruments.BTC, "60200");
            engine.step();
            panel.press(KeyCode.ENTER);
            panel.await("the order", () -> !engine.submitted(PlaceOrder.class).isEmpty());
        }
    }

    private PanelTester asking(FxRobot robot, Language language) {
        engine.setLast(FakeInstruments.BTC, "60000");
        engine.step();
        PanelTester panel = new PanelTester(robot, stage, engine, TicketController::new, language, 340, 860);
        panel.type("#ticket-price", "59000").type("#ticket-size", "1");
        panel.press(KeyCode.CONTROL, KeyCode.ENTER);
        panel.await("the question", () -> panel.isVisible("#ticket-confirmation"));
        return panel;
    }
}
