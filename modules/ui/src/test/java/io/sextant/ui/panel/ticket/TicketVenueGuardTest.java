package io.sextant.ui.panel.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.LanguageInTurn;
import io.sextant.ui.testing.PanelTester;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Whoever wants to send reads in the ticket why the venue gets nothing now, before sending and without pressing anything. */
@ExtendWith(ApplicationExtension.class)
class TicketVenueGuardTest {

    private static final Refusal NOT_RECONCILED =
            Refusal.of(RefusalCode.VENUE_NOT_RECONCILED, "main", "BTC: 0.5 here, 0.75 at the venue");

    private final FakeEngine engine = new FakeEngine();
    private Stage stage;

    @Start
    void takeStage(Stage primary) {
        stage = primary;
    }

    private PanelTester open(FxRobot robot, Language language) {
        return new PanelTester(robot, stage, engine, TicketController::new, language, 320, 680);
    }

    @ParameterizedTest
    @LanguageInTurn
    void saysWhyAnUnreconciledVenueGetsNothingAndRefusesTheKeys(Language language, FxRobot robot) {
        engine.guardVenue(Optional.of(NOT_RECONCILED));
        try (PanelTester panel = open(robot, language)) {
            panel.type("#ticket-price", "60000").type("#ticket-size", "1");
            panel.awaitText(
                    "#ticket-message",
                    language == Language.ENGLISH
                            ? "Our records of main are not reconciled with the venue's: BTC: 0.5 here, 0.75 at the venue"
                            : "Nos comptes pour main ne sont pas rapprochés de ceux de la place\u00a0: BTC: 0.5 here, 0.75 at the"
                                    + " venue");
            assertThat(panel.isDisabled("#ticket-review")).isTrue();
            panel.press(KeyCode.CONTROL, KeyCode.ENTER).press(KeyCode.ENTER);
            assertThat(panel.isVisible("#ticket-confirmation")).isFalse();
            assertThat(engine.submitted(PlaceOrder.class)).isEmpty();
        }
    }

    @Test
    void noticesByItselfThatTheVenueIsGoneAndThatItIsThereAgain(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            panel.type("#ticket-price", "60000").type("#ticket-size", "1");
            panel.await("the way is free", () -> !panel.isDisabled("#ticket-review"));
            engine.guardVenue(
                    Optional.of(Refusal.of(RefusalCode.VENUE_DISCONNECTED, "main", "the account's stream is lost")));
            panel.awaitText(
                    "#ticket-message", "main cannot be reached, so nothing new is sent: the account's stream is lost");
            assertThat(panel.isDisabled("#ticket-review")).isTrue();
            engine.guardVenue(Optional.empty());
            panel.await("the way is free again", () -> !panel.isDisabled("#ticket-review"));
        }
    }

    @Test
    void saysItAlsoWhenTheVenueWentBetweenTheQuestionAndTheYes(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            panel.type("#ticket-price", "60000").type("#ticket-size", "1");
            panel.press(KeyCode.CONTROL, KeyCode.ENTER);
            panel.await("the question", () -> panel.isVisible("#ticket-confirmation"));
            engine.refuseNext(NOT_RECONCILED);
            panel.press(KeyCode.ENTER);
            panel.await(
                    "the reason",
                    () -> panel.text("#ticket-message").startsWith("Our records of main are not reconciled"));
        }
    }
}
