package io.sextant.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.ChangeMarketPace;
import io.sextant.domain.command.EngageKillSwitch;
import io.sextant.domain.command.ReleaseKillSwitch;
import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.market.TradingMode;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.testing.Edits;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.FakeInstruments;
import io.sextant.ui.testing.FakeVersions;
import io.sextant.ui.testing.SamplePanel;
import io.sextant.ui.testing.TestWindow;
import io.sextant.ui.theme.Themes;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class SextantWindowTest {

    private final FakeEngine engine = new FakeEngine();
    private Stage stage;
    private SextantWindow window;

    @Start
    void open(Stage primary) {
        stage = primary;
        window = TestWindow.open(primary, engine, SamplePanel.all(), Language.ENGLISH);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window::close);
        assertThat(engine.openTopics()).as("subscriptions left open").isEmpty();
    }

    @Test
    void languageSwitchChangesTheVisibleTextsAtOnce(FxRobot robot) {
        assertThat(text(robot, "#kill-engage")).isEqualTo("Kill switch");
        assertThat(text(robot, "#status-engine")).isEqualTo("running");
        assertThat(text(robot, "#status-clock")).startsWith("20 Nov 2026  14:30:00 UTC");
        assertThat(stage.getTitle()).isEqualTo("Sextant – SIMULATED");

        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.L).release(KeyCode.SHIFT, KeyCode.CONTROL);
        settle();

        assertThat(text(robot, "#kill-engage")).isEqualTo("Arrêt d’urgence");
        assertThat(robot.lookup("#kill-engage").queryButton().getTooltip().getText())
                .contains("(Ctrl+Maj+K)");
        assertThat(text(robot, "#status-engine")).isEqualTo("en marche");
        assertThat(text(robot, "#status-clock")).startsWith("20 nov. 2026  14:30:00 UTC");
        assertThat(text(robot, "#topbar-palette")).isEqualTo("Chercher commandes et instruments");
        assertThat(stage.getTitle()).isEqualTo("Sextant – SIMULÉ");
    }

    @Test
    void languageIsChosenFromTheMenuAndRemembered(FxRobot robot) {
        robot.clickOn("#topbar-language").clickOn("Français");
        settle();
        assertThat(text(robot, "#kill-engage")).isEqualTo("Arrêt d’urgence");

        robot.interact(window::close);

        assertThat(engine.settings()).containsEntry("ui.language", "fr");
    }

    @Test
    void themeSwitchRepaintsTheWindowAndIsRemembered(FxRobot robot) {
        Region frame = robot.lookup(".status-bar-line").queryAs(Region.class);
        Color dark = lastFill(frame);
        assertThat(dark.getBrightness()).isLessThan(0.3);

        robot.clickOn("#topbar-theme");
        settle();
        assertThat(lastFill(frame).getBrightness()).isGreaterThan(0.9);

        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.D).release(KeyCode.SHIFT, KeyCode.CONTROL);
        settle();
        assertThat(lastFill(frame)).isEqualTo(dark);

        robot.interact(() -> window.context().themes().shadeProperty().set(Themes.Shade.LIGHT));
        robot.interact(window::close);
        assertThat(engine.settings()).containsEntry("ui.theme", "LIGHT");
    }

    @Test
    void paletteOpensByKeyboardAndRunsWhatIsTyped(FxRobot robot) {
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        assertThat(robot.lookup("#palette-text").queryAs(TextField.class).isFocused())
                .isTrue();

        robot.write("eth").type(KeyCode.ENTER);
        settle();

        assertThat(window.context().linkedInstrument().get()).isEqualTo(FakeInstruments.ETH);
        assertThat(robot.lookup("#palette-text").tryQuery()).isEmpty();
    }

    @Test
    void paletteIsSteeredByArrowsAndClosedByEscape(FxRobot robot) {
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.P).release(KeyCode.SHIFT, KeyCode.CONTROL);
        robot.write("run the market at");
        ListView<?> hits = robot.lookup("#palette-hits").queryListView();
        int last = hits.getItems().size() - 1;
        assertThat(last).isGreaterThanOrEqualTo(MarketPace.STEPS.size() - 1);

        robot.type(KeyCode.DOWN);
        assertThat(hits.getSelectionModel().getSelectedIndex()).isEqualTo(1);
        robot.type(KeyCode.UP, KeyCode.UP);
        assertThat(hits.getSelectionModel().getSelectedIndex()).isEqualTo(last);

        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#palette-text").tryQuery()).isEmpty();
        assertThat(engine.submitted(ChangeMarketPace.class)).isEmpty();
    }

    @Test
    void paletteOffersNothingThatOnlyAHeldKeyEnds(FxRobot robot) {
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);

        assertThat(robot.lookup("#palette-hits").queryListView().getItems())
                .extracting(action -> ((DeskAction) action).id())
                .anyMatch(id -> id.endsWith(".note"))
                .noneMatch(id -> id.endsWith(".hold"));
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void newerVersionsAreToldWhenTheWindowOpensAndAskedForAndTurnedOffByAction(FxRobot robot) throws Exception {
        FakeVersions versions = new FakeVersions(true);
        robot.interact(() -> NewerVersions.in(window, versions));
        awaitToast("Version 9.9.0 of Sextant is out: https://example.test/9.9.0");

        versions.fallSilent();
        robot.interact(window.actions().getAction("updates.ask")::run);
        awaitToast("Of newer versions nothing could be learnt");
        robot.interact(window.actions().getAction("updates.toggle")::run);
        awaitToast("Nobody is asked by itself. Nothing is fetched or installed.");
        versions.losePlace();
        robot.interact(window.actions().getAction("updates.toggle")::run);
        awaitToast("There is no place to ask for newer versions");
        assertThat(versions.asked()).containsExactly("if due", "now", "off", "on");
    }

    @Test
    void paletteFindsCommandsInFrench(FxRobot robot) {
        robot.interact(() -> window.context().texts().languageProperty().set(Language.FRENCH));
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);

        robot.write("theme clair").type(KeyCode.ENTER);
        settle();

        assertThat(window.context().themes().isDark()).isFalse();
    }

    @Test
    void paletteGivesTheKeyboardBackToWhereItWas(FxRobot robot) {
        robot.clickOn("#field-ticket");
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#field-ticket").queryAs(TextField.class).isFocused())
                .isTrue();
    }

    @Test
    void killSwitchEngagesAtOnceByKeyboardEvenFromATextField(FxRobot robot) {
        robot.clickOn("#field-ticket");

        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.K).release(KeyCode.SHIFT, KeyCode.CONTROL);
        settle();

        assertThat(engine.submitted(EngageKillSwitch.class))
                .containsExactly(new EngageKillSwitch("Engaged by hand in the window"));
        assertThat(robot.lookup("#kill-banner").query().isVisible()).isTrue();
        assertThat(robot.lookup("#kill-engage").query().isVisible()).isFalse();
    }

    @Test
    void killSwitchEngagesByOneClick(FxRobot robot) {
        robot.clickOn("#kill-engage");
        settle();
        assertThat(engine.desk().killSwitchEngaged()).isTrue();
    }

    @Test
    void killSwitchIsReleasedOnlyForATypedReason(FxRobot robot) {
        robot.clickOn("#kill-engage");
        settle();

        robot.clickOn("#banner-release");
        Node confirm = robot.lookup("#release-confirm").query();
        assertThat(confirm.isDisabled()).isTrue();
        robot.type(KeyCode.ENTER);
        assertThat(engine.submitted(ReleaseKillSwitch.class)).isEmpty();

        robot.write("feed is back").type(KeyCode.ENTER);
        settle();

        assertThat(engine.submitted(ReleaseKillSwitch.class)).containsExactly(new ReleaseKillSwitch("feed is back"));
        assertThat(robot.lookup("#kill-banner").query().isVisible()).isFalse();
    }

    @Test
    void aRefusalIsSaidInTheReadersLanguage(FxRobot robot) {
        robot.interact(() -> window.context().texts().languageProperty().set(Language.FRENCH));
        engine.refuseNext(Refusal.of(RefusalCode.ENGINE_CLOSING));

        robot.clickOn("#kill-engage");
        settle();

        Toasts.Toast toast = window.context().toasts().latestProperty().get();
        assertThat(toast.title()).isEqualTo("Refusé (règle 5001)");
        assertThat(toast.text()).isEqualTo("Le moteur s’arrête\u202f; rien n’a été envoyé.");
    }

    @ParameterizedTest
    @CsvSource({
        "SIMULATED, SIMULATED, SIMULÉ, mode-simulated",
        "PAPER, PAPER, PAPIER, mode-paper",
        "LIVE, LIVE, RÉEL, mode-live"
    })
    void modeStandsInWordAndColour(TradingMode mode, String english, String french, String style, FxRobot robot) {
        engine.editDesk(desk -> Edits.withMode(desk, mode));
        settle();
        assertThat(robot.lookup(".mode-badge").queryAllAs(Label.class))
                .hasSize(2)
                .allSatisfy(badge -> {
                    assertThat(badge.getText()).isEqualTo(english);
                    assertThat(badge.getStyleClass()).contains(style);
                });

        robot.interact(() -> window.context().texts().languageProperty().set(Language.FRENCH));

        assertThat(robot.lookup(".mode-badge").queryAllAs(Label.class))
                .allSatisfy(badge -> assertThat(badge.getText()).isEqualTo(french));
        boolean paceShown = mode != TradingMode.LIVE;
        assertThat(robot.lookup(".pace").query().isVisible()).isEqualTo(paceShown);
    }

    @Test
    void paceIsSetByButtonAndByKeyboard(FxRobot robot) {
        robot.clickOn("#pace-10");
        settle();
        robot.type(KeyCode.F8);
        settle();
        robot.type(KeyCode.F9);
        settle();
        robot.type(KeyCode.F7);
        settle();

        assertThat(engine.submitted(ChangeMarketPace.class))
                .containsExactly(
                        new ChangeMarketPace(10, false),
                        new ChangeMarketPace(60, false),
                        new ChangeMarketPace(60, true),
                        new ChangeMarketPace(10, false));
        assertThat(text(robot, "#status-clock")).endsWith("10×");
    }

    @Test
    void aFailedEngineIsSaidCalmlyWithWhatIsSafe(FxRobot robot) {
        engine.editHealth(health -> Edits.failed(health, "the disk is full"));
        settle();

        assertThat(robot.lookup("#trouble-banner").query().isVisible()).isTrue();
        assertThat(robot.lookup("The engine has stopped").tryQuery()).isPresent();
        assertThat(text(robot, "#status-engine")).isEqualTo("stopped");
        assertThat(robot.lookup("#trouble-banner").lookup(".label").queryAllAs(Labeled.class).stream()
                        .map(Labeled::getText))
                .anySatisfy(
                        text -> assertThat(text).contains("the disk is full").contains("safe in the journal"));
    }

    @ParameterizedTest
    @EnumSource(FeedStatus.class)
    void aFeedThatIsNotWellIsSaid(FeedStatus status, FxRobot robot) {
        engine.editHealth(health -> Edits.withFeed(health, status));
        settle();
        assertThat(robot.lookup("#trouble-banner").query().isVisible())
                .isEqualTo(status != FeedStatus.CONNECTED && status != FeedStatus.POLLING);
    }

    @Test
    void theStatusBarSaysWhetherAFeedStreamsIsPolledOrCannotBeReached(FxRobot robot) {
        engine.editHealth(health -> Edits.withFeed(health, FeedStatus.CONNECTED));
        settle();
        assertThat(text(robot, "#status-feed")).endsWith("connected");
        engine.editHealth(health -> Edits.withFeed(health, FeedStatus.POLLING));
        settle();
        assertThat(text(robot, "#status-feed")).endsWith("polling");
        engine.editHealth(health -> Edits.withFeed(health, FeedStatus.DISCONNECTED));
        settle();
        assertThat(text(robot, "#status-feed")).endsWith("disconnected");
    }

    @Test
    void anEngineThatDoesNotAnswerIsCalledSilentUntilItDoes(FxRobot robot) {
        robot.interact(window.watch()::probe);
        engine.breakConnection("gone");
        robot.interact(window.watch()::probe);
        robot.interact(window.watch()::probe);
        assertThat(text(robot, "#status-engine")).isEqualTo("no answer");
        assertThat(robot.lookup("#trouble-banner").query().isVisible()).isTrue();

        engine.healConnection();
        robot.interact(window.watch()::probe);
        assertThat(text(robot, "#status-engine")).isEqualTo("running");
        assertThat(robot.lookup("#trouble-banner").query().isVisible()).isFalse();
    }

    @Test
    void shortcutSheetListsTheKeys(FxRobot robot) {
        robot.type(KeyCode.F1);
        assertThat(robot.lookup("#shortcut-sheet").tryQuery()).isPresent();
        assertThat(robot.lookup("#shortcut-sheet").lookup("Reset the layout").tryQuery())
                .isPresent();
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#shortcut-sheet").tryQuery()).isEmpty();
    }

    @Test
    void noTwoActionsShareTheirKeys() {
        assertThat(window.actions().conflicts()).isEmpty();
    }

    @Test
    void aPanelsShortcutWorksInThatPanelOnlyAndNotWhileTyping(FxRobot robot) {
        robot.clickOn("#field-ticket").type(KeyCode.N);
        assertThat(panel(PanelIds.TICKET).told()).doesNotContain("noted");

        robot.interact(() -> panel(PanelIds.TICKET).view().setFocusTraversable(true));
        robot.interact(() -> panel(PanelIds.TICKET).view().requestFocus());
        robot.type(KeyCode.N);

        assertThat(panel(PanelIds.TICKET).told()).contains("noted");
        assertThat(panel(PanelIds.CHART).told()).doesNotContain("noted");
    }

    @Test
    void instrumentsAreSteppedThroughByKeyboardAndRemembered(FxRobot robot) {
        robot.press(KeyCode.CONTROL).type(KeyCode.PAGE_DOWN).release(KeyCode.CONTROL);
        assertThat(window.context().linkedInstrument().get()).isEqualTo(FakeInstruments.ETH);
        robot.press(KeyCode.CONTROL).type(KeyCode.PAGE_UP, KeyCode.PAGE_UP).release(KeyCode.CONTROL);
        assertThat(window.context().linkedInstrument().get()).isEqualTo(FakeInstruments.SX40);

        robot.interact(window::close);
        assertThat(engine.settings()).containsAllEntriesOf(Map.of("ui.instrument", "SX40"));
    }

    private void awaitToast(String said) throws Exception {
        var latest = window.context().toasts().latestProperty();
        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> String.valueOf(latest.get()).contains("=" + said));
    }

    private SamplePanel panel(String id) {
        return (SamplePanel) window.panels().findPanel(id).orElseThrow();
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Labeled.class).getText();
    }

    private static Color lastFill(Region region) {
        return (Color) region.getBackground().getFills().getLast().getFill();
    }

    private static void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }
}
