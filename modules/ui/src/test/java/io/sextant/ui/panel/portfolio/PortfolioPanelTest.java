package io.sextant.ui.panel.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import eu.hansolo.tilesfx.Tile;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.position.Account;
import io.sextant.domain.position.Position;
import io.sextant.ui.i18n.Figures;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.FakeInstruments;
import io.sextant.ui.testing.LanguageInTurn;
import io.sextant.ui.testing.PanelTester;
import javafx.scene.Node;
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
class PortfolioPanelTest {

    private final FakeEngine engine = new FakeEngine();
    private Stage stage;

    @Start
    void takeStage(Stage primary) {
        stage = primary;
    }

    private PanelTester open(FxRobot robot, Language language) {
        place(
                OrderDraft.market(FakeInstruments.BTC, Side.BUY, Quantity.parse("0.5"), OrderOrigin.TICKET),
                OrderDraft.market(FakeInstruments.HALO, Side.SELL, Quantity.parse("300"), OrderOrigin.TICKET));
        engine.step(3);
        PanelTester panel = new PanelTester(robot, stage, engine, PortfolioController::new, language, 1_324, 320);
        panel.await("the account", () -> panel.isVisible("#account-equity"));
        panel.await("the positions", () -> !cell(panel, 0, "quantity").isEmpty());
        return panel;
    }

    @ParameterizedTest
    @LanguageInTurn
    void everyFigureIsTheEnginesOwn(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language)) {
            Figures figures = panel.desk().context().texts().figures();
            Account account = engine.desk().account();
            panel.onFxThread(() -> {
                assertThat(panel.text("#account-equity")).isEqualTo(figures.moneyFigure(account.equity()));
                assertThat(panel.text("#account-today"))
                        .isEqualTo(figures.signedMoneyFigure(account.equity().minus(account.equityAtDayStart())));
                assertThat(panel.text("#account-gross")).isEqualTo(figures.moneyFigure(account.grossExposure()));
                assertThat(panel.text("#account-net")).isEqualTo(figures.signedMoneyFigure(account.netExposure()));
                assertThat(panel.text("#cash-USD"))
                        .isEqualTo(figures.money(account.cash().get(1)));
                Position bitcoin = engine.desk().positions().getFirst();
                assertThat(cell(panel, 0, "quantity")).isEqualTo(figures.position(bitcoin));
                assertThat(cell(panel, 0, "unrealised")).isEqualTo(figures.signedMoneyFigure(bitcoin.unrealised()));
                return true;
            });
            boolean english = language == Language.ENGLISH;
            assertThat(cell(panel, 1, "quantity")).isEqualTo("\u2212300");
            assertThat(panel.columnTitle("#portfolio-positions", "portfolio.column.unrealised"))
                    .isEqualTo(english ? "Unrealised" : "Latent");
            assertThat(panel.find("#tile-today", Tile.class).getTitle())
                    .isEqualTo(english ? "Profit today" : "Résultat du jour");
            assertThat(panel.find("#tile-equity", Tile.class).getValue())
                    .isEqualTo(account.equity().toDouble());
        }
    }

    @Test
    void drawsTheCurveAndChangesItsRange(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            Node line = panel.find("#equity-line", Node.class);
            panel.await("a curve", () -> line.getAccessibleText() != null);
            String day = panel.onFxThread(line::getAccessibleText);
            engine.step();
            engine.mark();
            panel.await("the newest mark", () -> !line.getAccessibleText().equals(day));
            panel.click("#portfolio-range-all");
            panel.await("all of it", () -> line.getAccessibleText().contains("Equity from"));
        }
    }

    @Test
    void choosingAPositionLinksItsInstrument(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            panel.focus(panel.find("#portfolio-positions", TableView.class))
                    .press(KeyCode.DOWN)
                    .press(KeyCode.DOWN);
            assertThat(panel.desk().context().linkedInstrument().get()).isEqualTo(FakeInstruments.HALO);
        }
    }

    private static String cell(PanelTester panel, int row, String column) {
        return panel.cell("#portfolio-positions", row, "portfolio.column." + column);
    }

    private void place(OrderDraft... drafts) {
        for (OrderDraft draft : drafts) {
            engine.submit(new CommandKey("k"), new PlaceOrder(draft));
        }
    }
}
