package io.sextant.ui.panel.riskgate;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.SettleDifferences;
import io.sextant.domain.event.VenueChecked;
import io.sextant.domain.venue.VenueDifference;
import io.sextant.domain.venue.VenueTrust;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.LanguageInTurn;
import io.sextant.ui.testing.PanelTester;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Taking a venue's word in the window: for exactly what is shown, and only after a yes. */
@ExtendWith(ApplicationExtension.class)
class SettlingTest {

    private static final VenueDifference BALANCE =
            new VenueDifference(VenueDifference.Kind.BALANCE_DIFFERS, "USDT", "100000", "100250");
    private static final VenueDifference STRANGER =
            new VenueDifference(VenueDifference.Kind.ORDER_UNKNOWN_HERE, "4711", "", "BUY 1 BTCUSDT at 60000");

    private final FakeEngine engine = new FakeEngine();
    private Stage stage;

    @Start
    void takeStage(Stage primary) {
        stage = primary;
    }

    private PanelTester open(FxRobot robot, Language language) {
        PanelTester panel = new PanelTester(robot, stage, engine, RiskGateController::new, language, 1_100, 640);
        panel.run(() -> {
            TabPane tabs = panel.find("#gate-tabs", TabPane.class);
            tabs.getTabs().stream()
                    .filter(one -> Objects.equals(one.getId(), "gate-tab-books"))
                    .forEach(one -> tabs.getSelectionModel().select(one));
        });
        return panel;
    }

    private VenueChecked tell(VenueTrust trust, VenueDifference... differences) {
        VenueChecked told =
                new VenueChecked(engine.nextPosition(), engine.nowNanos(), "binance", trust, "", List.of(differences));
        engine.push(told);
        return told;
    }

    @ParameterizedTest
    @LanguageInTurn
    void booksExactlyWhatIsShownAfterTheYes(Language language, FxRobot robot) {
        // Told before anybody looked: the panel asks for what is known.
        VenueChecked shown = tell(VenueTrust.DIFFERS, BALANCE, STRANGER);
        boolean english = language == Language.ENGLISH;
        try (PanelTester panel = open(robot, language)) {
            ListView<?> list = panel.find("#gate-books-list", ListView.class);
            panel.await("two differences", () -> list.getItems().size() == 2);
            panel.await("their sentences", () -> !sentence(list, 1).isEmpty());
            assertThat(panel.onFxThread(() -> sentence(list, 0)))
                    .contains("100250 USDT", english ? "neither profit nor loss" : "ni gain ni perte");
            assertThat(panel.onFxThread(() -> sentence(list, 1)))
                    .contains("4711", english ? "leaves it alone" : "laisse en paix");
            assertThat(panel.isDisabled("#gate-books-ask")).as("no reason yet").isTrue();

            panel.type("#gate-books-reason", "a deposit").click("#gate-books-ask");
            panel.await("the question", () -> panel.isVisible("#gate-books-yes"));
            assertThat(panel.text("#gate-books-question"))
                    .contains("100250 USDT", "4711", "a deposit", english ? "nothing else" : "rien d’autre");
            panel.click("#gate-books-no");
            assertThat(panel.isVisible("#gate-books-yes")).isFalse();
            assertThat(engine.submitted(SettleDifferences.class)).isEmpty();

            panel.click("#gate-books-ask").click("#gate-books-yes");
            panel.await("agreement", () -> list.getItems().isEmpty());
            assertThat(engine.submitted(SettleDifferences.class))
                    .containsExactly(new SettleDifferences(shown.position(), "a deposit"));
            assertThat(panel.text("#gate-books-trust"))
                    .isEqualTo(panel.desk().context().texts().get("journal.venue.AGREED", "binance"));
            assertThat(panel.isDisabled("#gate-books-ask")).isTrue();
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void theQuestionLapsesWhenSomethingElseDiffers(Language language, FxRobot robot) {
        tell(VenueTrust.DIFFERS, BALANCE);
        try (PanelTester panel = open(robot, language)) {
            ListView<?> list = panel.find("#gate-books-list", ListView.class);
            panel.await("one difference", () -> list.getItems().size() == 1);
            panel.type("#gate-books-reason", "a deposit").click("#gate-books-ask");
            panel.await("the question", () -> panel.isVisible("#gate-books-yes"));
            VenueChecked now = tell(VenueTrust.DIFFERS, BALANCE, STRANGER);
            panel.await("no question", () -> !panel.isVisible("#gate-books-yes"));
            assertThat(panel.text("#gate-books-question"))
                    .isEqualTo(panel.desk().context().texts().get("gate.books.lapsed"));
            panel.click("#gate-books-ask").click("#gate-books-yes");
            panel.await(
                    "the command",
                    () -> engine.submitted(SettleDifferences.class).size() == 1);
            assertThat(engine.submitted(SettleDifferences.class))
                    .containsExactly(new SettleDifferences(now.position(), "a deposit"));
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void offersNothingWhereNothingCanDiffer(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language)) {
            assertThat(panel.text("#gate-books-trust"))
                    .isEqualTo(panel.desk().context().texts().get("gate.books.noVenue"));
            panel.type("#gate-books-reason", "because");
            assertThat(panel.isDisabled("#gate-books-ask")).isTrue();
        }
    }

    private static String sentence(ListView<?> list, int index) {
        return list.lookupAll(".list-cell").stream()
                .map(node -> (ListCell<?>) node)
                .filter(cell -> !cell.isEmpty() && cell.getIndex() == index)
                .map(ListCell::getText)
                .findFirst()
                .orElse("");
    }
}
