package io.sextant.ui.panel.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.ui.assistant.AssistantExtras;
import io.sextant.ui.assistant.AssistantNews.Briefed;
import io.sextant.ui.assistant.AssistantNews.Line;
import io.sextant.ui.assistant.AssistantNews.ModelState;
import io.sextant.ui.assistant.AssistantNews.Part;
import io.sextant.ui.assistant.AssistantNews.Recommended;
import io.sextant.ui.assistant.AssistantNews.RecommendedEnded;
import io.sextant.ui.assistant.AssistantNews.Standing;
import io.sextant.ui.assistant.AssistantNews.Who;
import io.sextant.ui.assistant.OwnModelWish;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.testing.FakeAssistant;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.LanguageInTurn;
import io.sextant.ui.testing.PanelTester;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class AssistantExtrasPanelTest {

    private static final Standing READY =
            new Standing(List.of("Headset"), ModelState.READY, "small", true, "computer", List.of("help"));

    @TempDir
    Path folder;

    private final FakeEngine engine = new FakeEngine();
    private final FakeAssistant assistant = new FakeAssistant();
    private final List<Path> opened = new CopyOnWriteArrayList<>();
    private Stage stage;

    @Start
    void takeStage(Stage primary) {
        stage = primary;
    }

    private PanelTester open(FxRobot robot, Language language) {
        ModelPicker picker = new ModelPicker() {

            @Override
            public Optional<Path> zip(@Nullable Window owner) {
                return Optional.empty();
            }

            @Override
            public Optional<Path> folder(@Nullable Window owner) {
                return Optional.empty();
            }

            @Override
            public Optional<Path> paper(@Nullable Window owner, String name) {
                return Optional.of(folder.resolve("saved-" + name));
            }
        };
        PanelTester panel = new PanelTester(
                robot,
                stage,
                engine,
                context -> new AssistantController(context, assistant, picker, opened::add),
                language,
                460,
                700);
        assistant.tell(READY);
        panel.await(
                "what there is",
                () -> !panel.find("#assistant-suggestions", Pane.class)
                        .getChildren()
                        .isEmpty());
        return panel;
    }

    private static Recommended recommended(long id) {
        return new Recommended(
                id,
                List.of(
                        new Part.Words("A rare signal in BTC-USDT. For the next 1h bar, ridge expects "),
                        new Part.Figure("forecast.middle", "64,900.0", "forecast:BTC-USDT:m-1"),
                        new Part.Words(". Even the nearest end of that interval lies "),
                        new Part.Figure("recommend.edge", "0.912%", "forecast:BTC-USDT"),
                        new Part.Words(" from the price; there and back it would cost "),
                        new Part.Figure("recommend.cost", "0.240%", "market:BTC-USDT"),
                        new Part.Words(
                                ". By the desk’s sizing rule, not by the optimiser: Buy 0.01 BTC-USDT. Nothing is drafted unless you ask for it,"
                                        + " and nothing sent without your yes.")));
    }

    @ParameterizedTest
    @LanguageInTurn
    void aRareSignalIsShownWithItsEvidenceAndDraftedOrDismissedByItsButtons(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language)) {
            assertThat(panel.isVisible("#assistant-recommended")).isFalse();
            assistant.tell(recommended(3));
            panel.await("the card", () -> panel.isVisible("#assistant-recommended"));
            assertThat(panel.onFxThread(() ->
                            panel
                                    .find("#assistant-recommended-evidence", Pane.class)
                                    .lookupAll(".assistant-fact")
                                    .stream()
                                    .map(Hyperlink.class::cast)
                                    .map(Hyperlink::getText)
                                    .toList()))
                    .containsExactly("64,900.0", "0.912%", "0.240%");
            picture(panel, "recommended", language);
            assertThat(assistant.asked).noneMatch(each -> each.contains("recommended"));
            panel.click("#assistant-recommended-draft");
            panel.await("it is away", () -> !panel.isVisible("#assistant-recommended"));
            assertThat(assistant.asked).contains("draft recommended 3");

            assistant.tell(recommended(4));
            panel.await("the card", () -> panel.isVisible("#assistant-recommended"));
            assistant.tell(new RecommendedEnded(3));
            panel.focus(panel.find("#assistant-recommended-dismiss", javafx.scene.control.Button.class));
            panel.press(KeyCode.SPACE);
            panel.await("it is away", () -> !panel.isVisible("#assistant-recommended"));
            assertThat(assistant.asked).contains("dismiss recommended 4");
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void aBriefingIsAskedForOpenedSavedAndPutAway(Language language, FxRobot robot) throws IOException {
        Path page = Files.writeString(folder.resolve("2026-11-22-daily.html"), "page");
        Path paper = Files.writeString(folder.resolve("2026-11-22-daily.pdf"), "paper");
        try (PanelTester panel = open(robot, language)) {
            panel.run(() -> panel.find("#assistant-briefing", MenuButton.class)
                    .getItems()
                    .forEach(MenuItem::fire));
            assertThat(assistant.asked).containsSubsequence("brief the day", "brief the week");
            assistant.tell(new Briefed("Daily briefing 2026-11-22", page, paper));
            panel.awaitText("#assistant-briefed-title", "Daily briefing 2026-11-22");
            picture(panel, "briefed", language);
            panel.click("#assistant-briefed-open");
            assertThat(opened).containsExactly(page);
            panel.click("#assistant-briefed-save");
            Path saved = folder.resolve("saved-2026-11-22-daily.pdf");
            panel.await("the copy", () -> Files.exists(saved));
            assertThat(saved).hasSameTextualContentAs(paper);
            panel.click("#assistant-briefed-close");
            panel.await("it is away", () -> !panel.isVisible("#assistant-briefed"));
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void whatIsDoneWithoutBeingAskedIsChosenAndRemembered(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language)) {
            assertThat(assistant.wishes.extras()).isEqualTo(AssistantExtras.USUAL);
            assertThat(assistant.wishes.extras().ownModel().on()).isFalse();
            panel.click("#assistant-more");
            panel.await("the rest", () -> panel.isVisible("#assistant-extras"));
            panel.run(() -> panel.find("#assistant-recommends", CheckBox.class).fire());
            panel.type("#assistant-briefing-at", "7h").press(KeyCode.ENTER);
            panel.await("what is wrong", () -> panel.isVisible("#assistant-extras-wrong"));
            picture(panel, "extras", language);
            panel.run(() -> panel.find("#assistant-briefing-at", javafx.scene.control.TextField.class)
                    .clear());
            panel.type("#assistant-briefing-at", "07:30").press(KeyCode.ENTER);
            panel.type("#assistant-own-model-address", "http://localhost:11434").press(KeyCode.ENTER);
            panel.type("#assistant-own-model-name", "small").press(KeyCode.ENTER);
            panel.run(() -> panel.find("#assistant-own-model", CheckBox.class).fire());
            AssistantExtras wished = new AssistantExtras(
                    false,
                    Optional.of(LocalTime.of(7, 30)),
                    new OwnModelWish(true, "http://localhost:11434", "small", false));
            panel.await("all of it", () -> assistant.wishes.extras().equals(wished));
            assertThat(panel.isVisible("#assistant-extras-wrong")).isFalse();
            assertThat(new RememberedWishes(panel.desk().context()).read().extras())
                    .isEqualTo(wished);
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void theWordsOfAModelOfOnesOwnAreShownAsItsOwn(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language)) {
            assistant.tell(new Line(Who.MODEL, "Your balance is 1,240 USD. Kill switch."));
            panel.await(
                    "its line",
                    () -> !panel.find("#assistant-lines", Pane.class)
                            .getChildren()
                            .isEmpty());
            String told = panel.onFxThread(() -> panel.find("#assistant-lines", Pane.class)
                    .getChildren()
                    .getFirst()
                    .getAccessibleText());
            assertThat(told)
                    .startsWith(language == Language.ENGLISH ? "Your own language model" : "Votre propre modèle")
                    .endsWith("Kill switch.");
            assertThat(assistant.asked).noneMatch(each -> each.startsWith("say"));
            picture(panel, "own-model", language);
        }
    }

    private static void picture(PanelTester panel, String name, Language language) {
        panel.pictureInEachShade("#assistant-say", "assistant-" + name + "-" + language.tag());
    }
}
