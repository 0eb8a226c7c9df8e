package io.sextant.ui.panel.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.EngageKillSwitch;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.command.PlaceOverridden;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.GateControl;
import io.sextant.domain.order.GateOverride;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.LanguageInTurn;
import io.sextant.ui.testing.PanelTester;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** One order past the one control that refused it, with a reason. */
@ExtendWith(ApplicationExtension.class)
class TicketOverrideTest {

    private final FakeEngine engine = new FakeEngine();
    private Stage stage;

    @Start
    void takeStage(Stage primary) {
        stage = primary;
    }

    private PanelTester open(FxRobot robot, Language language) {
        return new PanelTester(robot, stage, engine, TicketController::new, language, 320, 780);
    }

    @ParameterizedTest
    @LanguageInTurn
    void sendsTheRefusedDraftPastItsControlOnlyWithAReason(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language)) {
            panel.type("#ticket-price", "60000").type("#ticket-size", "100");
            panel.await("the offer", () -> panel.isVisible("#ticket-overriding"));
            assertThat(panel.text("#ticket-override"))
                    .isEqualTo(
                            language == Language.ENGLISH
                                    ? "Send past the control \u201C2 Order value\u201D"
                                    : "Envoyer malgré le contrôle «\u00a02 Valeur de l’ordre\u00a0»");
            assertThat(panel.isDisabled("#ticket-override")).isTrue();

            panel.type("#ticket-override-reason", "hedge of the fund").click("#ticket-override");
            panel.await("the order", () -> !engine.desk().workingOrders().isEmpty());

            assertThat(engine.submitted(PlaceOrder.class)).isEmpty();
            assertThat(engine.submitted(PlaceOverridden.class)).singleElement().satisfies(sent -> {
                assertThat(sent.override()).isEqualTo(new GateOverride(GateControl.ORDER_VALUE, "hedge of the fund"));
                assertThat(sent.draft().quantity()).isEqualTo(Quantity.parse("100"));
            });
            assertThat(panel.text("#ticket-override-reason")).isEmpty();
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void offersNothingPastAControlOfTheAccount(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language)) {
            engine.submit(new CommandKey("stop"), new EngageKillSwitch("enough"));
            panel.type("#ticket-price", "60000").type("#ticket-size", "100");
            panel.await("the refusal", () -> panel.text("#ticket-message").contains("enough"));
            assertThat(panel.isVisible("#ticket-overriding")).isFalse();
        }
    }
}
