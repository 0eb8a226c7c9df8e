package io.sextant.ui.panel.riskgate;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.ChangeGateState;
import io.sextant.domain.command.ChangeRiskLimits;
import io.sextant.domain.command.EnableStrategy;
import io.sextant.domain.command.EngageKillSwitch;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.command.ReleaseKillSwitch;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.GateControl;
import io.sextant.domain.order.GateState;
import io.sextant.domain.order.KillScope;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.RateLimit;
import io.sextant.domain.order.RiskLimits;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.FakeInstruments;
import io.sextant.ui.testing.LanguageInTurn;
import io.sextant.ui.testing.PanelTester;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class RiskGatePanelTest {

    private final FakeEngine engine = new FakeEngine();
    private Stage stage;
    private int changes;

    @Start
    void takeStage(Stage primary) {
        stage = primary;
    }

    private PanelTester open(FxRobot robot, Language language) {
        return new PanelTester(robot, stage, engine, RiskGateController::new, language, 1_100, 640);
    }

    @ParameterizedTest
    @LanguageInTurn
    void showsTwentyLightsWithASignForEachColour(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language)) {
            panel.await("the lights", () -> panel.rows("#gate-lights") == GateControl.values().length);
            boolean english = language == Language.ENGLISH;
            assertThat(lamp(panel, GateControl.ORDER_QUANTITY)).startsWith("\u25CF  1 ");
            assertThat(lamp(panel, GateControl.ORDER_RATE))
                    .isEqualTo("\u25B2  8 " + (english ? "Order rate" : "Cadence des ordres"));
            assertThat(lamp(panel, GateControl.RECONCILIATION)).startsWith("\u25A0  19 ");
            assertThat(panel.cell("#gate-lights", 7, "gate.column.share"))
                    .isEqualTo(panel.desk().context().texts().figures().percent(90, 0));
            assertThat(panel.cell("#gate-lights", 7, "gate.column.limit")).isEqualTo("50 / 1 s");
            assertThat(panel.cell("#gate-lights", 4, "gate.column.used"))
                    .isEqualTo(english ? "BTC-USDT 0.5" : "BTC-USDT 0,5");
            assertThat(panel.cell("#gate-lights", 18, "gate.column.used")).isEqualTo(english ? "differ" : "diffèrent");
            assertThat(panel.rows("#gate-breakers")).isEqualTo(8);
            assertThat(panel.cell("#gate-breakers", 7, "gate.column.breaker"))
                    .isEqualTo("\u25A0  " + (english ? "latency" : "latence"));
            assertThat(panel.cell("#gate-breakers", 6, "gate.column.breaker")).startsWith("\u25CF");
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void setsTheStateWithAReasonOnly(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language)) {
            assertThat(panel.isDisabled("#gate-set-state")).isTrue();
            panel.type("#gate-state-reason", "figures at noon").click("#gate-set-state");
            panel.await(
                    "the command",
                    () -> !engine.submitted(ChangeGateState.class).isEmpty());
            assertThat(engine.submitted(ChangeGateState.class))
                    .containsExactly(new ChangeGateState(GateState.REDUCING, "figures at noon"));
            panel.awaitText("#gate-state", panel.desk().context().texts().get("gate.state.REDUCING"));
            assertThat(panel.text("#gate-says"))
                    .contains(language == Language.ENGLISH ? "because of: latency" : "latence");
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void changesALimitOfTheAccountOnlyAfterTheYes(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language)) {
            choose(panel, "limits");
            row(panel, "#gate-limits", 0);
            panel.type("#gate-limit-figure", "5000000").click("#gate-limit-ask");
            panel.await("the question", () -> panel.isVisible("#gate-limit-yes"));
            assertThat(panel.text("#gate-limit-question"))
                    .isEqualTo(
                            language == Language.ENGLISH
                                    ? "The account, Gross exposure: not set now, 5,000,000 from now on."
                                    : "Tout le compte, Exposition brute\u00a0: non fixée maintenant, 5\u202f000\u202f000 désormais.");
            assertThat(engine.submitted(ChangeRiskLimits.class)).isEmpty();
            panel.click("#gate-limit-no");
            assertThat(panel.isVisible("#gate-limit-yes")).isFalse();

            panel.type("#gate-limit-figure", "5000000").click("#gate-limit-ask").click("#gate-limit-yes");
            assertThat(Objects.requireNonNull(changed(panel).account()).maxGrossExposure())
                    .isEqualTo(5_000_000);
            panel.await(
                    "the new figure",
                    () -> !panel.cell("#gate-limits", 0, "gate.column.limit")
                            .equals(panel.desk().context().texts().get("gate.unset")));
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void refusesWhatIsNoValueForTheLimit(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language)) {
            choose(panel, "limits");
            row(panel, "#gate-limits", 0);
            panel.type("#gate-limit-figure", "a lot").click("#gate-limit-ask");
            panel.await("the complaint", () -> panel.isVisible("#gate-limit-question"));
            assertThat(panel.text("#gate-limit-question"))
                    .isEqualTo(panel.desk().context().texts().get("gate.limits.bad"));
            assertThat(panel.isVisible("#gate-limit-yes")).isFalse();
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void changesLimitsOfAnInstrumentAndPutsItOnTheRestrictedList(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language)) {
            choose(panel, "limits");
            InstrumentId bitcoin = FakeInstruments.BTC;
            owner(
                    panel,
                    new LimitOwner.OneInstrument(
                            panel.desk().context().catalog().getInstrument(bitcoin)));
            row(panel, "#gate-limits", 0);
            panel.type("#gate-limit-figure", language == Language.ENGLISH ? "2.5" : "2,5");
            panel.click("#gate-limit-ask").click("#gate-limit-yes");
            RiskLimits first = changed(panel);
            assertThat(first.findLimits(bitcoin).orElseThrow().maxOrderQuantity())
                    .isEqualTo(Quantity.parse("2.5"));
            assertThat(first.byInstrument())
                    .hasSameSizeAs(engine.desk().limits().byInstrument());

            row(panel, "#gate-limits", 1);
            panel.type("#gate-limit-figure", "75000").click("#gate-limit-ask").click("#gate-limit-yes");
            assertThat(changed(panel).findLimits(bitcoin).orElseThrow().maxOrderNotional())
                    .isEqualTo(Money.parse(
                            "75000",
                            panel.desk()
                                    .context()
                                    .catalog()
                                    .getInstrument(bitcoin)
                                    .quote()));

            row(panel, "#gate-limits", 4);
            assertThat(panel.isDisabled("#gate-limit-figure")).isTrue();
            panel.click("#gate-limit-ask");
            assertThat(panel.text("#gate-limit-question"))
                    .startsWith("BTC-USDT, ")
                    .contains(panel.desk().context().texts().get("gate.limit.restricted"));
            panel.click("#gate-limit-yes");
            assertThat(Objects.requireNonNull(changed(panel).account()).restricted())
                    .containsExactly(bitcoin);
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void givesAStrategyThatHadNoLimitsOneAfterTheOther(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language)) {
            choose(panel, "limits");
            owner(panel, new LimitOwner.OneStrategy("maker"));
            for (int line = 0; line < 4; line++) {
                row(panel, "#gate-limits", line);
                panel.type("#gate-limit-figure", Integer.toString(10 * (line + 1)));
                panel.click("#gate-limit-ask").click("#gate-limit-yes");
                int sent = line + 1;
                panel.await(
                        "the command",
                        () -> engine.submitted(ChangeRiskLimits.class).size() == sent);
            }
            List<ChangeRiskLimits> sent = engine.submitted(ChangeRiskLimits.class);
            assertThat(sent.getFirst().limits().byStrategy().getFirst().orders())
                    .as("nothing passes before every figure was written")
                    .isEqualTo(RateLimit.perSecond(0));
            assertThat(sent.getLast().limits().byStrategy()).singleElement().satisfies(limits -> {
                assertThat(limits.maxOrderValue()).isEqualTo(10);
                assertThat(limits.orders()).isEqualTo(RateLimit.perSecond(20));
                assertThat(limits.cancels()).isEqualTo(RateLimit.perSecond(30));
                assertThat(limits.executions()).isEqualTo(RateLimit.perMinute(40));
            });
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void stopsWhomAPersonChoosesAndLetsGoOnlyWithAReason(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language)) {
            choose(panel, "kills");
            ComboBox<KillScope> scope = scopes(panel);
            assertThat(panel.onFxThread(() -> List.copyOf(scope.getItems())))
                    .containsExactly(
                            KillScope.ALL, new KillScope.OneAccount("paper"), new KillScope.OneStrategy("maker"));
            for (KillScope whom : List.copyOf(scope.getItems())) {
                panel.run(() -> scope.setValue(whom));
                assertThat(panel.isDisabled("#gate-kill-engage")).isTrue();
                panel.type("#gate-kill-reason", "enough").click("#gate-kill-engage");
            }
            assertThat(engine.submitted(EngageKillSwitch.class))
                    .extracting(EngageKillSwitch::scope)
                    .containsExactly(
                            KillScope.ALL, new KillScope.OneAccount("paper"), new KillScope.OneStrategy("maker"));

            panel.await("who is stopped", () -> panel.rows("#gate-stops") == 2);
            row(panel, "#gate-stops", 0);
            assertThat(panel.isDisabled("#gate-kill-release")).isTrue();
            panel.type("#gate-kill-reason", "it was looked at").click("#gate-kill-release");
            assertThat(engine.submitted(ReleaseKillSwitch.class))
                    .containsExactly(new ReleaseKillSwitch("it was looked at", KillScope.ALL));
            panel.await("one less", () -> panel.rows("#gate-stops") == 1);
            row(panel, "#gate-stops", 0);
            panel.type("#gate-kill-reason", "a bug was mended").click("#gate-kill-release");
            assertThat(engine.submitted(EnableStrategy.class))
                    .containsExactly(new EnableStrategy("maker", "a bug was mended"));
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void listsWhatWasRefusedAndWhyTheNewestFirst(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language)) {
            choose(panel, "refusals");
            panel.desk().context().engine().submit(tooLarge("100"));
            panel.desk().context().engine().submit(tooLarge("200"));
            ListView<?> list = panel.find("#gate-refusals", ListView.class);
            panel.await("two refusals", () -> list.getItems().size() == 2);
            panel.await("their sentences", () -> !sentence(list, 0).isEmpty());
            assertThat(panel.onFxThread(() -> sentence(list, 0)))
                    .contains("200 BTC-USDT  2002 ")
                    .contains(language == Language.ENGLISH ? "is above the limit of" : "limite");
            assertThat(panel.onFxThread(() -> sentence(list, 1))).contains("100 BTC-USDT  2002 ");
        }
    }

    private static PlaceOrder tooLarge(String quantity) {
        return new PlaceOrder(
                OrderDraft.market(FakeInstruments.BTC, Side.BUY, Quantity.parse(quantity), OrderOrigin.TICKET));
    }

    private static String sentence(ListView<?> list, int index) {
        return list.lookupAll(".list-cell").stream()
                .map(node -> (ListCell<?>) node)
                .filter(cell -> !cell.isEmpty() && cell.getIndex() == index)
                .map(ListCell::getText)
                .findFirst()
                .orElse("");
    }

    private static String lamp(PanelTester panel, GateControl control) {
        return panel.cell("#gate-lights", control.number() - 1, "gate.column.control");
    }

    /** The limits that the next yes sent. */
    private RiskLimits changed(PanelTester panel) {
        changes++;
        panel.await(
                "the new limits", () -> engine.submitted(ChangeRiskLimits.class).size() == changes);
        return engine.submitted(ChangeRiskLimits.class).getLast().limits();
    }

    private static void choose(PanelTester panel, String tab) {
        panel.run(() -> {
            TabPane tabs = panel.find("#gate-tabs", TabPane.class);
            tabs.getTabs().stream()
                    .filter(one -> ("gate-tab-" + tab).equals(one.getId()))
                    .forEach(one -> tabs.getSelectionModel().select(one));
        });
    }

    private static void row(PanelTester panel, String table, int index) {
        panel.run(() -> panel.find(table, TableView.class).getSelectionModel().select(index));
    }

    @SuppressWarnings("unchecked")
    private static void owner(PanelTester panel, LimitOwner owner) {
        panel.run(() -> ((ComboBox<LimitOwner>) panel.find("#gate-limit-owner", ComboBox.class)).setValue(owner));
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<KillScope> scopes(PanelTester panel) {
        return panel.find("#gate-kill-scope", ComboBox.class);
    }
}
