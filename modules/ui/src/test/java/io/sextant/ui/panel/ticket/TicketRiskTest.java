package io.sextant.ui.panel.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.market.Side;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.request.Query;
import io.sextant.domain.risk.OrderRisk;
import io.sextant.domain.risk.SizeSuggestion;
import io.sextant.domain.risk.SizingRule;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.FakeInstruments;
import io.sextant.ui.testing.LanguageInTurn;
import io.sextant.ui.testing.PanelTester;
import java.util.List;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class TicketRiskTest {

    private final FakeEngine engine = new FakeEngine();
    private Stage stage;

    @Start
    void takeStage(Stage primary) {
        stage = primary;
    }

    private PanelTester open(FxRobot robot, Language language) {
        return new PanelTester(robot, stage, engine, TicketController::new, language, 340, 860);
    }

    @ParameterizedTest
    @LanguageInTurn
    void showsWhatABadDayCostsBeforeAndAfterTheOrder(Language language, FxRobot robot) {
        boolean english = language == Language.ENGLISH;
        try (PanelTester panel = open(robot, language)) {
            assertThat(panel.text("#ticket-risk-var")).isEqualTo("–");
            panel.type("#ticket-price", "60000").type("#ticket-size", "1");
            panel.awaitText(
                    "#ticket-risk-cvar",
                    english
                            ? "1,500 (1.5%) \u2192 3,000 (3.0%)\u00a0USD"
                            : "1\u202f500 (1,5\u202f%) \u2192 3\u202f000 (3,0\u202f%)\u00a0USD");
            panel.type("#ticket-size", "");
            panel.awaitText("#ticket-risk-cvar", "–");
        }
    }

    @Test
    void saysWhyNothingIsClaimed(FxRobot robot) {
        engine.risk.ofOrder(new OrderRisk.TooLittleHistory(List.of(FakeInstruments.BTC), 12, 60));
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            panel.type("#ticket-price", "60000").type("#ticket-size", "1");
            panel.awaitText(
                    "#ticket-risk-note", "A measure of risk needs 60 days of history in common; BTC-USDT has 12.");
            assertThat(panel.text("#ticket-risk-var")).isEqualTo("–");
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void takesTheSizeThatARuleSays(Language language, FxRobot robot) {
        boolean english = language == Language.ENGLISH;
        engine.risk.size(new SizeSuggestion.Suggested(Quantity.parse("0.25"), Currency.USD, 500, 1_234, false));
        try (PanelTester panel = open(robot, language)) {
            panel.type("#ticket-price", "60000");
            panel.click("#ticket-by-rule");
            panel.awaitText(
                    "#ticket-sizing-result",
                    english
                            ? "0.25\u00a0BTC. A daily range against it costs 500\u00a0USD; the mean of the worst days of the"
                                    + " portfolio would then be 1,234\u00a0USD."
                            : "0,25\u00a0BTC. Une amplitude journalière contre l’ordre coûte 500\u00a0USD\u202f; la moyenne des pires"
                                    + " jours du portefeuille serait alors de 1\u202f234\u00a0USD.");
            panel.click("#ticket-sizing-use");
            panel.awaitText("#ticket-size", english ? "0.25" : "0,25");
        }
        assertThat(engine.risk.sizesAsked())
                .contains(new Query.Size(
                        FakeInstruments.BTC, Side.BUY, Price.parse("60000"), new SizingRule.VolatilityTarget(1, 2)));
    }

    @Test
    void asksNothingWhileARuleIsNotFilledIn(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            panel.type("#ticket-price", "60000");
            panel.click("#ticket-by-rule");
            panel.awaitText("#ticket-sizing-result", "Nothing: with these odds the bet loses in the long run.");
            int before = engine.risk.sizesAsked().size();
            panel.type("#ticket-sizing-risk", "0");
            panel.awaitText("#ticket-sizing-result", "Fill in the numbers: percentages above 0 and at most 100.");
            assertThat(panel.find("#ticket-sizing-use", Button.class).isDisabled())
                    .isTrue();
            assertThat(engine.risk.sizesAsked()).hasSize(before);
        }
    }
}
