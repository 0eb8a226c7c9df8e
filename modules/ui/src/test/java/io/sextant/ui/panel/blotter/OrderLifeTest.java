package io.sextant.ui.panel.blotter;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.AmendOrder;
import io.sextant.domain.command.CancelOrder;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.command.TellPassport;
import io.sextant.domain.event.OrderFilled;
import io.sextant.domain.event.OrderRefused;
import io.sextant.domain.forecast.Attribution;
import io.sextant.domain.forecast.DriftGauge;
import io.sextant.domain.forecast.Verdict;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.Fill;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.passport.ControlReading;
import io.sextant.domain.passport.CostThen;
import io.sextant.domain.passport.ForecastThen;
import io.sextant.domain.passport.OrderPassport;
import io.sextant.domain.passport.RegimeThen;
import io.sextant.domain.passport.SizeThen;
import io.sextant.domain.regime.RegimeName;
import io.sextant.domain.request.Query;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.FakeInstruments;
import io.sextant.ui.testing.LanguageInTurn;
import io.sextant.ui.testing.PanelTester;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class OrderLifeTest {

    private final FakeEngine engine = new FakeEngine();
    private Stage stage;

    @Start
    void takeStage(Stage primary) {
        stage = primary;
    }

    private PanelTester open(FxRobot robot, Language language) {
        return new PanelTester(robot, stage, engine, BlotterController::new, language, 1_180, 700);
    }

    @ParameterizedTest
    @LanguageInTurn
    void enterOnAFillTellsItsOrderFromTheDraftToTheLedger(Language language, FxRobot robot) {
        boolean english = language == Language.ENGLISH;
        place(OrderDraft.market(FakeInstruments.BTC, Side.BUY, Quantity.parse("0.5"), OrderOrigin.TICKET));
        try (PanelTester panel = open(robot, language)) {
            panel.click("#blotter-tab-fills");
            select(panel, "#blotter-fills");
            panel.press(KeyCode.ENTER);
            panel.await("the life", () -> panel.isVisible("#life-head"));
            assertThat(panel.text("#life-head"))
                    .startsWith(english ? "Order #1: buy 0.5 BTC-USDT" : "Ordre #1\u00a0: acheter 0,5 BTC-USDT");
            assertThat(lines(panel))
                    .contains(
                            english
                                    ? "Asked for by ticket: buy 0.5 BTC-USDT at the market"
                                    : "Demandé par «\u00a0ticket\u00a0»\u00a0: acheter 0,5 BTC-USDT au marché")
                    .contains(
                            english
                                    ? "The risk gate checked it against every limit and let it pass."
                                    : "Le portique de risque l’a comparé à toutes les limites et l’a laissé passer.")
                    .contains(
                            english
                                    ? "Booked: the position in BTC-USDT is 0.5"
                                    : "Comptabilisé\u00a0: la position en BTC-USDT est 0,5");
            assertThat(panel.text("#life-sum"))
                    .startsWith(english ? "In all 0.5 for " : "En tout 0,5 pour ")
                    .contains(english ? " in one fill, fees " : " en une exécution, frais ");

            panel.switchTo(english ? Language.FRENCH : Language.ENGLISH);
            panel.await(
                    "the other language",
                    () -> panel.text("#life-head").startsWith(english ? "Ordre #1\u00a0: acheter" : "Order #1: buy"));
            panel.press(KeyCode.ESCAPE);
            panel.await(
                    "it is gone", () -> robot.lookup("#life-head").tryQuery().isEmpty());
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void theMenuOfAWorkingOrderTellsItsLifeWhichGoesOnWhileItIsRead(Language language, FxRobot robot) {
        boolean english = language == Language.ENGLISH;
        place(limit("60000"));
        try (PanelTester panel = open(robot, language)) {
            panel.await("the order", () -> panel.rows("#blotter-working") == 1);
            robot.rightClickOn(panel.cellNode("#blotter-working", 0, "blotter.column.side"));
            // The headless platform opens no menu for a right click.
            MenuItem item = panel.find("#blotter-working", TableView.class)
                    .getContextMenu()
                    .getItems()
                    .getFirst();
            assertThat(item.getText()).isEqualTo(english ? "Life of this order" : "Vie de cet ordre");
            panel.run(item::fire);
            panel.await("the life", () -> panel.isVisible("#life-sum"));
            assertThat(panel.text("#life-sum"))
                    .isEqualTo(
                            english
                                    ? "It never traded; the ledger was not touched."
                                    : "Rien n’a été exécuté\u202f; le grand livre n’a pas bougé.");
            int before = list(panel).getItems().size();
            engine.submit(new CommandKey("c"), new CancelOrder(new OrderId(1)));
            panel.await("one more chapter", () -> list(panel).getItems().size() == before + 1);
            assertThat(lines(panel))
                    .contains(
                            english
                                    ? "From working to cancelled"
                                    : "Passé de «\u00a0en carnet\u00a0» à «\u00a0annulé\u00a0»");
        }
    }

    @Test
    void aDoubleClickTellsAndF2Amends(FxRobot robot) {
        place(limit("60000"));
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            panel.await("the order", () -> panel.rows("#blotter-working") == 1);
            panel.doubleClick(panel.cellNode("#blotter-working", 0, "blotter.column.side"));
            panel.await("the life", () -> panel.isVisible("#life-head"));
            panel.click("#life-close");
            panel.await(
                    "it is gone", () -> robot.lookup("#life-head").tryQuery().isEmpty());
            panel.focus(panel.find("#blotter-working", TableView.class)).press(KeyCode.F2);
            panel.await("the form", () -> panel.isVisible("#amend-limit"));
            assertThat(engine.submitted(AmendOrder.class)).isEmpty();
        }
    }

    @Test
    void theKeyLTellsAnOrderOfTheHistoryAndItsTextCanBeCopied(FxRobot robot) {
        place(limit("60000"));
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            assertThat(panel.isDisabled("#blotter-life")).isTrue();
            panel.click("#blotter-tab-history");
            select(panel, "#blotter-history");
            panel.press(KeyCode.L);
            panel.await("the life", () -> panel.isVisible("#life-head"));
            panel.click("#life-copy");
            String copied =
                    panel.onFxThread(() -> Clipboard.getSystemClipboard().getString());
            assertThat(copied)
                    .startsWith("Order #1: buy 0.1 BTC-USDT at 60,000.0 or lower, until cancelled.")
                    .contains("The risk gate checked it")
                    .endsWith("It never traded; the ledger was not touched.\n");
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void theOtherPageTellsWhyItWasSent(Language language, FxRobot robot) {
        boolean english = language == Language.ENGLISH;
        place(OrderDraft.market(FakeInstruments.BTC, Side.BUY, Quantity.parse("0.5"), OrderOrigin.TICKET));
        try (PanelTester panel = open(robot, language)) {
            panel.click("#blotter-tab-fills");
            select(panel, "#blotter-fills");
            panel.press(KeyCode.ENTER);
            panel.await("the life", () -> panel.isVisible("#life-head"));
            panel.click("#life-tab-passport");
            panel.await(
                    "nothing was kept", () -> lines(panel).contains(english ? "Nothing was written" : "Rien n’a été"));

            engine.submit(new CommandKey("p"), new TellPassport(PASSPORT));
            panel.await("the passport", () -> lines(panel).contains(english ? "Forecast" : "Prévision"));
            assertThat(lines(panel))
                    .contains(english ? "Size of the order: 0.5 of 2" : "Taille de l’ordre\u00a0: 0,5 sur 2")
                    .contains(
                            english
                                    ? "1h, arima: next close 64,260.0"
                                    : "1h, arima\u00a0: prochaine clôture 64\u202f260,0")
                    .contains(english ? "No evidence: error 0.997" : "Aucune preuve\u00a0: erreur 0,997")
                    .contains(english ? "its errors had grown (1.20 of 1)" : "ses erreurs avaient grandi (1,20 sur 1)")
                    .contains(english ? "range, 83" : "83")
                    .contains(english ? "it would have been 0.4" : "il en aurait fallu 0,4")
                    .contains(english ? "Expected 60,001.0 (+0.17 bps" : "Attendu 60\u202f001,0 (+0,17 pb")
                    .contains(english ? "Real " : "Réel ");
            panel.picture("#life-list", "life-passport-" + language);
        }
    }

    @Test
    void aRefusedDraftHasNoLife(FxRobot robot) {
        engine.push(new OrderRefused(
                engine.nextPosition(),
                engine.nowNanos(),
                limit("1"),
                Refusal.of(RefusalCode.KILL_SWITCH, "fat fingers")));
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            panel.click("#blotter-tab-history");
            select(panel, "#blotter-history");
            assertThat(panel.isDisabled("#blotter-life")).isTrue();
            panel.press(KeyCode.ENTER);
            assertThat(robot.lookup("#life-head").tryQuery()).isEmpty();
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void saysWhatIsWrongAndTriesAgain(Language language, FxRobot robot) {
        place(limit("60000"));
        try (PanelTester panel = open(robot, language)) {
            select(panel, "#blotter-working");
            engine.breakConnection("the line is down");
            panel.press(KeyCode.L);
            panel.await("the bad news", () -> panel.isVisible("#life-problem"));
            assertThat(panel.text("#life-problem"))
                    .contains("the line is down")
                    .startsWith(language == Language.ENGLISH ? "The journal could" : "Le journal n’a pas pu");
            engine.healConnection();
            panel.click("#life-retry");
            panel.await("the life", () -> panel.isVisible("#life-head"));
            assertThat(panel.isVisible("#life-problem")).isFalse();
        }
    }

    @Test
    void saysThatItReadsAndThatThereIsNothing(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            panel.click("#blotter-tab-fills");
            panel.await("the past", () -> engine.openTopics().size() > 1);
            engine.push(new OrderFilled(engine.nextPosition(), engine.nowNanos(), fillOfNobody()));
            select(panel, "#blotter-fills");
            panel.press(KeyCode.L);
            panel.await("nothing", () -> panel.isVisible("#life-unknown"));
            panel.press(KeyCode.ESCAPE);
            panel.await(
                    "it is gone", () -> robot.lookup("#life-unknown").tryQuery().isEmpty());

            engine.leaveUnanswered(Query.Chronicle.class);
            panel.focus(panel.find("#blotter-fills", TableView.class)).press(KeyCode.L);
            panel.await("it reads", () -> panel.isVisible("#life-loading"));
            assertThat(panel.isDisabled("#life-copy")).isTrue();
        }
    }

    private static final OrderPassport PASSPORT = new OrderPassport(
            new OrderId(1),
            List.of(
                    new ControlReading(RefusalCode.QUANTITY_LIMIT, "0.5", "2"),
                    new ControlReading(RefusalCode.NOTIONAL_LIMIT, "30000.5 USDT", "100000 USDT"),
                    new ControlReading(RefusalCode.STALE_PRICE, "0.05 s", "60 s")),
            new CostThen(
                    Optional.of(Price.parse("60000")),
                    Optional.of(Price.parse("60001")),
                    Optional.of(Money.parse("30", Currency.USDT))),
            List.of(new ForecastThen(
                    Timeframe.H1,
                    "arima",
                    "arima-17",
                    "9f2c0d11aa",
                    FakeEngine.START_NANOS,
                    64_240.5,
                    63_900.25,
                    64_260,
                    64_610.75,
                    Verdict.NO_EVIDENCE,
                    412,
                    0.997,
                    0.31,
                    0.794,
                    1.2,
                    Optional.of(DriftGauge.Alarm.ERRORS),
                    List.of(new Attribution("ar1", -0.12, 1.5)))),
            List.of(new RegimeThen(Timeframe.D1, RegimeName.RANGE, 0.83, FakeEngine.START_NANOS)),
            List.of(new SizeThen(1, 2, Quantity.parse("0.4"), false)));

    private static Fill fillOfNobody() {
        return new Fill(
                9,
                new OrderId(77),
                FakeInstruments.BTC,
                Side.BUY,
                Price.parse("60000"),
                Quantity.parse("0.1"),
                Money.parse("6000", Currency.USDT),
                Money.parse("3", Currency.USDT),
                false,
                FakeEngine.START_NANOS);
    }

    private static void select(PanelTester panel, String table) {
        panel.await("a row", () -> panel.rows(table) > 0);
        panel.run(() -> panel.find(table, TableView.class).getSelectionModel().select(0));
        panel.focus(panel.find(table, TableView.class));
    }

    private static ListView<?> list(PanelTester panel) {
        return panel.find("#life-list", ListView.class);
    }

    private static String lines(PanelTester panel) {
        return panel.onFxThread(() -> List.copyOf(list(panel).getItems()).stream()
                .map(String::valueOf)
                .collect(Collectors.joining("\n")));
    }

    private static OrderDraft limit(String price) {
        return OrderDraft.limit(
                FakeInstruments.BTC, Side.BUY, Quantity.parse("0.1"), Price.parse(price), OrderOrigin.TICKET);
    }

    private void place(OrderDraft draft) {
        engine.submit(new CommandKey("k"), new PlaceOrder(draft));
    }
}
