package io.sextant.ui.panel.assistant;

import static io.sextant.ui.panel.assistant.AssistantSamples.NO_MODEL;
import static io.sextant.ui.panel.assistant.AssistantSamples.PICKER;
import static io.sextant.ui.panel.assistant.AssistantSamples.READY;
import static io.sextant.ui.panel.assistant.AssistantSamples.answer;
import static io.sextant.ui.panel.assistant.AssistantSamples.draft;
import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.market.Timeframe;
import io.sextant.ui.assistant.AssistantNews.DraftEnded;
import io.sextant.ui.assistant.AssistantNews.DraftWaits;
import io.sextant.ui.assistant.AssistantNews.Fetching;
import io.sextant.ui.assistant.AssistantNews.Level;
import io.sextant.ui.assistant.AssistantNews.Live;
import io.sextant.ui.assistant.AssistantNews.ModelState;
import io.sextant.ui.assistant.AssistantNews.ShowChart;
import io.sextant.ui.assistant.AssistantNews.ShowPanel;
import io.sextant.ui.assistant.AssistantNews.Standing;
import io.sextant.ui.assistant.AssistantNews.StandingBy;
import io.sextant.ui.assistant.AssistantNews.WakeWords;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.shell.DeskAction;
import io.sextant.ui.shell.PanelIds;
import io.sextant.ui.testing.FakeAssistant;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.FakeInstruments;
import io.sextant.ui.testing.LanguageInTurn;
import io.sextant.ui.testing.PanelTester;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class AssistantPanelTest {

    private final FakeEngine engine = new FakeEngine();
    private final FakeAssistant assistant = new FakeAssistant();
    private Stage stage;

    @Start
    void takeStage(Stage primary) {
        stage = primary;
    }

    private PanelTester open(FxRobot robot, Language language, Standing standing) {
        PanelTester panel = new PanelTester(
                robot,
                stage,
                engine,
                context -> new AssistantController(context, assistant, PICKER, file -> {}),
                language,
                460,
                640);
        assistant.tell(standing);
        panel.await(
                "what there is",
                () -> !panel.find("#assistant-suggestions", Pane.class)
                        .getChildren()
                        .isEmpty());
        return panel;
    }

    @ParameterizedTest
    @LanguageInTurn
    void figuresOfAnswersLeadToWhereTheyComeFrom(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language, READY)) {
            picture(panel, "empty", language);
            panel.clickNode(panel.find("#assistant-suggestions", Pane.class)
                    .getChildren()
                    .getFirst());
            assistant.tell(answer());
            panel.await("the answer", () -> links(panel).size() == 2);
            assertThat(assistant.asked).contains("say what is my risk");
            assertThat(panel.isVisible("#assistant-suggestions")).isFalse();
            assertThat(links(panel).getFirst().getAccessibleText()).contains("1,240 USD", "risk.expectedShortfall");
            picture(panel, "answer", language);

            panel.clickNode(links(panel).getLast());
            panel.await("the risk monitor", () -> panel.desk().isShowing(PanelIds.RISK_MONITOR));
            assertThat(panel.desk().context().linkedInstrument().get().symbol()).isEqualTo("ETH-USDT");
            assertThat(assistant.asked).contains("look at ETH-USDT");

            assistant.tell(new ShowChart(FakeInstruments.BTC, Optional.of(Timeframe.M5)));
            assistant.tell(new ShowPanel(PanelIds.JOURNAL));
            panel.await("the journal", () -> panel.desk().isShowing(PanelIds.JOURNAL));
            assertThat(panel.desk().isShowing(PanelIds.CHART)).isTrue();
            assertThat(panel.desk().ranActions()).contains("chart.timeframe.5m");
        }
    }

    private static List<Hyperlink> links(PanelTester panel) {
        return panel.onFxThread(() -> panel.find("#assistant-lines", Pane.class).lookupAll(".assistant-fact").stream()
                .map(Hyperlink.class::cast)
                .toList());
    }

    @ParameterizedTest
    @LanguageInTurn
    void aDraftIsSentByItsOwnButtonOnceAndByNothingElse(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language, READY)) {
            assistant.tell(draft(7));
            panel.await("the draft", () -> panel.isVisible("#assistant-draft"));
            panel.run(() -> panel.find("#assistant-draft-confirm", Button.class).fire());
            run(panel, "confirm");
            assertThat(assistant.asked)
                    .as("nobody has read it yet")
                    .doesNotContain("confirm 7")
                    .doesNotContain("shown 7");
            readable(panel);
            assertThat(assistant.asked).contains("shown 7");
            assertThat(panel.desk().isShowing(PanelIds.ASSISTANT)).isTrue();
            picture(panel, "draft", language);
            panel.focus(panel.find("#assistant-say", javafx.scene.control.TextField.class));
            panel.press(KeyCode.ENTER).press(KeyCode.ENTER).press(KeyCode.SPACE);
            assertThat(assistant.asked).noneMatch(each -> each.startsWith("confirm"));

            panel.focus(panel.find("#assistant-draft-confirm", Button.class));
            panel.press(KeyCode.ENTER);
            assertThat(panel.isDisabled("#assistant-draft-confirm")).isTrue();
            panel.press(KeyCode.ENTER);
            run(panel, "discard");
            assertThat(assistant.asked.stream().filter("confirm 7"::equals)).hasSize(1);
            assertThat(assistant.asked).as("a second Enter is no discard").doesNotContain("discard 7");

            assistant.tell(draft(8));
            readable(panel);
            panel.click("#assistant-draft-discard");
            panel.await("no draft", () -> !panel.isVisible("#assistant-draft"));
            assertThat(assistant.asked).contains("discard 8").doesNotContain("confirm 8");
        }
    }

    private static void readable(PanelTester panel) {
        panel.await("time to read", () -> !panel.isDisabled("#assistant-draft-confirm"));
    }

    private static void run(PanelTester panel, String action) {
        panel.run(() -> panel.panel().actions().stream()
                .filter(each -> each.id().equals("assistant." + action))
                .forEach(DeskAction::run));
    }

    private void enter(PanelTester panel, EventType<KeyEvent> type, boolean alt) {
        panel.run(() -> Event.fireEvent(
                alt ? stage.getScene().getRoot() : panel.find("#assistant-draft-confirm", Button.class),
                new KeyEvent(type, "", "", KeyCode.ENTER, false, false, alt, false)));
    }

    @ParameterizedTest
    @LanguageInTurn
    void aKeyThatIsHeldConfirmsOneDraftAndNotTheNext(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language, READY)) {
            for (boolean alt : new boolean[] {true, false}) {
                assistant.asked.clear();
                assistant.tell(draft(7));
                readable(panel);
                enter(panel, KeyEvent.KEY_PRESSED, alt);
                assertThat(assistant.asked).contains("confirm 7");
                assistant.tell(new DraftEnded(7));
                assistant.tell(draft(8));
                readable(panel);
                enter(panel, KeyEvent.KEY_PRESSED, alt);
                enter(panel, KeyEvent.KEY_PRESSED, alt);
                assertThat(assistant.asked).doesNotContain("confirm 8");
                enter(panel, KeyEvent.KEY_RELEASED, alt);
                enter(panel, KeyEvent.KEY_PRESSED, alt);
                assertThat(assistant.asked).contains("confirm 8");
                enter(panel, KeyEvent.KEY_RELEASED, alt);
                assistant.tell(new DraftWaits(8));
                panel.await("another yes can be given", () -> !panel.isDisabled("#assistant-draft-confirm"));
                assistant.tell(new DraftEnded(8));
            }
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void aDraftOutOfSightComesIntoSightBeforeItCanBeConfirmed(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language, READY)) {
            panel.run(panel.panel()::onHide);
            robot.press(KeyCode.F4).release(KeyCode.F4);
            assertThat(panel.desk().isShowing(PanelIds.ASSISTANT))
                    .as("who talks sees what is heard")
                    .isTrue();
            panel.run(stage::hide);
            assistant.tell(draft(7));
            run(panel, "confirm");
            assertThat(assistant.asked).doesNotContain("shown 7").doesNotContain("confirm 7");
            panel.run(stage::show);
            readable(panel);
            assertThat(assistant.asked).contains("shown 7");
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void theWindowsEndLetsGoOfTheKeyAndOpensNothing(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language, READY)) {
            robot.press(KeyCode.F4);
            panel.run(panel.panel()::onClose);
            assertThat(assistant.asked).containsSubsequence("listen", "stop listening");
            assertThat(assistant.closed).isTrue();
            robot.release(KeyCode.F4);
            assertThat(assistant.opened).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void thePaletteSaysWhatActsAtOnceAndDoesNotOfferToHoldAKey(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language, READY)) {
            DeskAction kill = panel.onFxThread(() -> panel.panel().findSentence("kill switch"))
                    .orElseThrow();
            assertThat(kill.group()).isEqualTo(DeskAction.Group.SAFETY);
            assertThat(kill.title().getValue()).contains(language == Language.ENGLISH ? "at once" : "aussitôt");
            DeskAction draft = panel.onFxThread(() -> panel.panel().findSentence("buy 1 btc"))
                    .orElseThrow();
            assertThat(draft.group()).isEqualTo(DeskAction.Group.ORDERS);
            assertThat(panel.panel().actions())
                    .filteredOn(DeskAction::byKeyOnly)
                    .extracting(DeskAction::id)
                    .containsExactly("assistant.talk");
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void typingCompletesAndRemembers(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language, READY)) {
            panel.type("#assistant-say", "what is");
            panel.await("a completion", () -> panel.isVisible("#assistant-completions"));
            panel.press(KeyCode.TAB).press(KeyCode.ENTER);
            panel.type("#assistant-say", "xyz").press(KeyCode.ENTER);
            panel.await("both were said", () -> assistant.asked.contains("say xyz"));
            assertThat(assistant.asked).containsSubsequence("say what is my risk", "say xyz");
            assertThat(panel.text("#assistant-say")).isEmpty();
            panel.press(KeyCode.UP).press(KeyCode.UP);
            assertThat(panel.text("#assistant-say")).isEqualTo("what is my risk");
            panel.press(KeyCode.DOWN);
            assertThat(panel.text("#assistant-say")).isEqualTo("xyz");
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void listensWhileItsButtonOrKeyIsHeld(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language, READY)) {
            robot.moveTo("#assistant-talk").press(javafx.scene.input.MouseButton.PRIMARY);
            assistant.tell(new Live("buy ten bit", 0.6));
            panel.awaitText("#assistant-heard", "buy ten bit");
            assertThat(panel.find("#assistant-level", ProgressBar.class).getProgress())
                    .isEqualTo(0.6);
            picture(panel, "listening", language);
            robot.release(javafx.scene.input.MouseButton.PRIMARY);
            assertThat(assistant.asked).containsSubsequence("listen", "stop listening");
            assistant.asked.clear();

            robot.press(KeyCode.F4);
            robot.press(KeyCode.F4);
            assertThat(assistant.asked).containsExactly("listen");
            robot.release(KeyCode.F4);
            assertThat(assistant.asked).containsExactly("listen", "stop listening");
            assistant.asked.clear();

            robot.press(KeyCode.SHIFT, KeyCode.F4).release(KeyCode.F4, KeyCode.SHIFT);
            assertThat(assistant.asked).as("what is spoken ends by a key").containsExactly("hush");
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void choicesAreTheAssistantsOwnAndRemembered(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language, READY)) {
            Language other = language == Language.ENGLISH ? Language.FRENCH : Language.ENGLISH;
            assertThat(assistant.wishes.language()).isEqualTo(language);
            panel.clickNode(
                    panel.find("#assistant-language-" + other.name().toLowerCase(Locale.ROOT), ToggleButton.class));
            panel.click("#assistant-spoken");
            panel.run(() -> devices(panel).setValue(Optional.of("Headset")));
            assertThat(assistant.wishes.language()).isEqualTo(other);
            assertThat(assistant.wishes.spoken()).isTrue();
            assertThat(assistant.wishes.device()).contains("Headset");
            assertThat(panel.desk().context().texts().language()).isEqualTo(language);
            panel.run(panel.desk().context().settings()::flush);
            assertThat(engine.settings())
                    .containsEntry("ui.assistant.language", other.tag())
                    .containsEntry("ui.assistant.microphone", "Headset")
                    .containsEntry("ui.assistant.spoken", "on");
            panel.run(panel.panel()::onClose);
            assertThat(assistant.closed).isTrue();
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void aWordKeepsTheMicrophoneOpenOnlyWhereSomebodyWantsItAndASignSaysSo(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language, READY)) {
            assertThat(assistant.wishes.wakeWord()).isFalse();
            String closed = panel.onFxThread(() -> panel.panel().title().getValue());
            panel.click("#assistant-wake");
            assertThat(assistant.wishes.wakeWord()).isTrue();
            assertThat(assistant.wishes.findWord()).as("the language's own").isEmpty();
            ComboBox<?> word = panel.find("#assistant-wake-word", ComboBox.class);
            assertThat(word.getEditor().getText()).isEqualTo("computer");
            assistant.tell(new StandingBy("computer"));
            assistant.tell(new Level(0.4));
            panel.await("the sign", () -> panel.text("#assistant-heard").contains("computer"));
            assertThat(panel.find("#assistant-level", ProgressBar.class).getProgress())
                    .isEqualTo(0.4);
            assertThat(panel.onFxThread(() -> panel.panel().title().getValue())).isNotEqualTo(closed);
            picture(panel, "standing-by", language);

            assistant.tell(new WakeWords(List.of("hello", "captain")));
            panel.await("what the model knows", () -> word.getItems().size() == 2);
            panel.focus(word.getEditor());
            panel.run(() -> word.getEditor().setText(" Hello  Captain "));
            panel.press(KeyCode.ENTER);
            assertThat(assistant.wishes.findWord()).contains("hello captain");
            panel.run(panel.desk().context().settings()::flush);
            assertThat(engine.settings())
                    .containsEntry("ui.assistant.wake-word", "on")
                    .containsEntry("ui.assistant.wake-word." + language.tag(), "hello captain");

            assistant.tell(new StandingBy(""));
            panel.await("no sign", () -> panel.text("#assistant-heard").isEmpty());
            panel.click("#assistant-wake");
            assertThat(assistant.wishes.wakeWord()).isFalse();
            panel.run(() -> panel.desk().context().settings().flush());
            assertThat(engine.settings()).containsEntry("ui.assistant.wake-word", "off");
            assistant.tell(NO_MODEL);
            panel.await("nothing to listen with", () -> panel.isDisabled("#assistant-wake"));
        }
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<Optional<String>> devices(PanelTester panel) {
        return panel.find("#assistant-device", ComboBox.class);
    }

    @ParameterizedTest
    @LanguageInTurn
    void withoutAModelItSaysSoInstallsOneAndIsTypedTo(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language, NO_MODEL)) {
            assertThat(panel.text("#assistant-state")).contains("40");
            assertThat(panel.isDisabled("#assistant-talk")).isTrue();
            assertThat(panel.isDisabled("#assistant-say")).isFalse();
            picture(panel, "no-model", language);
            panel.click("#assistant-model-zip").click("#assistant-model-folder").click("#assistant-model-fetch");
            assertThat(assistant.asked).contains("install model.zip", "fetch");
            assistant.tell(new Fetching(20_000_000, 40_000_000));
            panel.await("half of it", () -> panel.isVisible("#assistant-fetching"));
            assertThat(panel.find("#assistant-fetching", ProgressBar.class).getProgress())
                    .isEqualTo(0.5);
            picture(panel, "fetching", language);
            panel.click("#assistant-model-cancel");
            panel.await("cancelled", () -> !panel.isVisible("#assistant-fetching"));
            assistant.tell(new Standing(List.of(), ModelState.BROKEN, "", true, "computer", List.of("help")));
            panel.await("a broken model", () -> !panel.text("#assistant-state").contains("40"));
            String broken = panel.text("#assistant-state");
            assistant.tell(new Standing(List.of(), ModelState.READY, "m", true, "computer", List.of("help")));
            panel.await("no microphone", () -> !panel.text("#assistant-state").equals(broken));
            assertThat(panel.text("#assistant-state")).isNotBlank();
        }
    }

    private static void picture(PanelTester panel, String name, Language language) {
        panel.pictureInEachShade("#assistant-say", "assistant-" + name + "-" + language.tag());
    }
}
