package io.sextant.ui.panel.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.backtest.BacktestSetup;
import io.sextant.domain.backtest.SettingRange;
import io.sextant.domain.backtest.SweepReport;
import io.sextant.domain.backtest.SweepReport.Luck;
import io.sextant.domain.backtest.SweepReport.Point;
import io.sextant.domain.backtest.SweepReport.Stable;
import io.sextant.domain.backtest.SweepReport.Swept;
import io.sextant.domain.backtest.SweepWish;
import io.sextant.domain.backtest.VerdictCheck;
import io.sextant.domain.backtest.VerdictReason;
import io.sextant.domain.backtest.VerdictReport;
import io.sextant.domain.backtest.VerdictReport.Figure;
import io.sextant.domain.backtest.VerdictReport.Finding;
import io.sextant.domain.backtest.VerdictReport.Judged;
import io.sextant.domain.backtest.VerdictReport.Looking;
import io.sextant.domain.backtest.VerdictReport.Measured;
import io.sextant.domain.backtest.VerdictReport.Walk;
import io.sextant.domain.backtest.VerdictReport.Window;
import io.sextant.domain.backtest.VerdictReport.Word;
import io.sextant.domain.backtest.VerdictWish;
import io.sextant.domain.request.Job;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.parts.CurvePlot;
import io.sextant.ui.parts.NumberField;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.FakeInstruments;
import io.sextant.ui.testing.LanguageInTurn;
import io.sextant.ui.testing.PanelTester;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The tabs of the lab that judge a strategy: its verdict, its walk, and the search among its settings. */
@ExtendWith(ApplicationExtension.class)
class LabTestsPanelTest {

    private static final long DAY_NANOS = 86_400_000_000_000L;
    private static final long FIRST_NANOS = 1_750_000_000_000_000_000L;

    private final FakeEngine engine = new FakeEngine();
    private Stage stage;

    @Start
    void takeStage(Stage primary) {
        stage = primary;
    }

    private PanelTester open(FxRobot robot, Language language, int height) {
        PanelTester panel = new PanelTester(robot, stage, engine, LabController::new, language, 1100, height);
        panel.await("the strategies", () -> !panel.isDisabled("#lab-run"));
        return panel;
    }

    private static Walk walk(Looking looking) {
        int size = 100;
        long[] times = new long[size];
        double[] growth = new double[size];
        Arrays.setAll(times, i -> FIRST_NANOS + (100 + i) * DAY_NANOS);
        Arrays.setAll(growth, i -> 1 + i / 500.0 + 0.03 * Math.sin(i / 6.0));
        List<Window> windows = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            windows.add(new Window(
                    FIRST_NANOS,
                    FIRST_NANOS + (95 + 20 * i) * DAY_NANOS,
                    times[20 * i],
                    times[20 * i + 19],
                    Map.of("fast", 5.0 + i),
                    1.4 - 0.1 * i,
                    0.6 - 0.2 * i,
                    0.04 - 0.02 * i));
        }
        return new Walk(looking, windows, 1.2, 0.43, growth[size - 1] - 1, times, growth);
    }

    private static Judged judged(VerdictWish wish, Word word) {
        List<Finding> findings = word == Word.HOLDS_UP
                ? List.of()
                : List.of(
                        new Finding(
                                VerdictReason.DEFLATED_SHARPE,
                                true,
                                List.of(Figure.count(48), Figure.ratio(1.31), Figure.ratio(0.62), Figure.share(0.31))),
                        new Finding(VerdictReason.COSTS, false, List.of(Figure.count(2))));
        List<Measured> measured = new ArrayList<>();
        for (VerdictCheck check : VerdictCheck.values()) {
            measured.add(new Measured(
                    check,
                    check == VerdictCheck.DEFLATED && word != Word.HOLDS_UP,
                    List.of(Figure.share(0.311), Figure.count(48), Figure.ratio(Double.NaN), Figure.bps(3.2))));
        }
        boolean searched = !wish.grid().isEmpty();
        return new Judged(
                wish,
                word,
                findings,
                measured,
                Map.of("fast", 7.0),
                48,
                searched ? List.of(walk(Looking.ANCHORED), walk(Looking.ROLLING)) : List.of(walk(Looking.ANCHORED)),
                searched ? new double[] {-0.4, -0.1, 0.2, 0.3, 0.5, 0.9, 1.2} : new double[0]);
    }

    private static Swept swept(SweepWish wish) {
        List<Point> points = new ArrayList<>();
        boolean flat = wish.ranges().size() > 1;
        SettingRange first = wish.ranges().getFirst();
        for (int a = 0; a < first.count(); a++) {
            for (int b = 0; b < (flat ? wish.ranges().get(1).count() : 1); b++) {
                double sharpe = 1.5 - 0.3 * Math.abs(a - 3) - 0.2 * Math.abs(b - 4);
                points.add(new Point(
                        flat ? List.of(a, b) : List.of(a),
                        flat
                                ? Map.of(
                                        "fast",
                                        first.value(a),
                                        "slow",
                                        wish.ranges().get(1).value(b))
                                : Map.of("fast", first.value(a)),
                        20 + a,
                        10_000 * (1 + sharpe / 10),
                        sharpe / 10,
                        sharpe,
                        sharpe / 2,
                        -0.1));
            }
        }
        int best = 0;
        for (int i = 0; i < points.size(); i++) {
            best = points.get(i).sharpe() > points.get(best).sharpe() ? i : best;
        }
        return new Swept(
                wish,
                600,
                points,
                best,
                Optional.of(new Stable(Math.max(0, best - 1), 9, 1.1, 0.2)),
                new Luck(points.size() + 3, true, 1.21, 0.62));
    }

    private static String words(PanelTester panel, String box) {
        return panel.find(box, VBox.class).lookupAll(".label").stream()
                .map(node -> ((Label) node).getText())
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @LanguageInTurn
    void saysInOnePlainSentenceWhatIsLeftOfAStrategy(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language, 680)) {
            panel.click("#lab-tab-verdict");
            panel.await("what a verdict is", () -> panel.isVisible("#lab-verdict-nothing"));
            panel.click("#lab-examine");
            var job = engine.data.newest(Job.Examine.class);
            VerdictWish wish = ((Job.Examine) job.job()).wish();
            assertThat(wish.grid()).as("nothing is searched").isEmpty();
            assertThat(panel.isDisabled("#lab-examine")).as("one at a time").isTrue();
            assertThat(panel.isVisible("#lab-verdict-job-cancel")).isTrue();
            job.finish(judged(wish, Word.LUCK));
            panel.await("the word", () -> panel.isVisible("#lab-verdict-word"));
            var texts = panel.desk().context().texts();
            assertThat(panel.text("#lab-verdict-word")).isEqualTo(texts.get("lab.word.LUCK"));
            assertThat(panel.text("#lab-verdict-because"))
                    .contains(
                            "48",
                            texts.figures().number(0.62, 2),
                            texts.figures().percent(31, 1))
                    .doesNotContain(texts.get("lab.reason.COSTS", "2"));
            assertThat(words(panel, "#lab-verdict-findings"))
                    .contains(texts.get("lab.reason.COSTS.means"), texts.get("lab.reason.DEFLATED_SHARPE.means"));
            assertThat(words(panel, "#lab-check-deflated")).startsWith("\u2717");
            assertThat(words(panel, "#lab-verdict-measured"))
                    .as("every figure is told, and what it means")
                    .doesNotContain("lab.", "NaN", "{0}");
            picture(panel, "verdict", language);

            panel.click("#lab-examine");
            var again = engine.data.newest(Job.Examine.class);
            again.finish(judged(((Job.Examine) again.job()).wish(), Word.HOLDS_UP));
            panel.await("the other word", () -> panel.text("#lab-verdict-word").equals(texts.get("lab.word.HOLDS_UP")));
            assertThat(panel.text("#lab-verdict-because")).isEqualTo(texts.get("lab.verdict.holds"));
            assertThat(engine.submitted()).isEmpty();
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void examinesAsManyInstrumentsAsTheStrategyTrades(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language, 680)) {
            panel.click("#lab-tab-verdict");
            ComboBox<?> strategies = panel.find("#lab-strategy", ComboBox.class);
            panel.run(() -> strategies.getSelectionModel().select(2));
            assertThat(panel.isDisabled("#lab-examine")).as("a pair has two").isTrue();
            panel.click("#lab-on-" + FakeInstruments.HALO.symbol());
            panel.click("#lab-on-" + FakeInstruments.NIMB.symbol());
            panel.await("a pair", () -> !panel.isDisabled("#lab-examine"));
            panel.click("#lab-examine");
            var job = engine.data.newest(Job.Examine.class);
            VerdictWish wish = ((Job.Examine) job.job()).wish();
            assertThat(wish.setup().strategy()).isEqualTo("pairs");
            assertThat(wish.setup().instruments()).contains(FakeInstruments.HALO, FakeInstruments.NIMB);
            job.finish(judged(wish, Word.FRAGILE));
            panel.await("the word", () -> panel.isVisible("#lab-verdict-word"));
            assertThat(panel.text("#lab-verdict-about"))
                    .contains(FakeInstruments.HALO.symbol(), FakeInstruments.NIMB.symbol());
            picture(panel, "verdict-several", language);
        }
    }

    @Test
    void saysWhyThereIsNoVerdict(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH, 680)) {
            panel.click("#lab-tab-verdict");
            panel.click("#lab-examine");
            var job = engine.data.newest(Job.Examine.class);
            job.finish(new VerdictReport.TooFewBars(((Job.Examine) job.job()).wish(), FakeInstruments.HALO, 12, 100));
            panel.await("the reason", () -> words(panel, "#lab-verdict-nothing").contains("12"));
            panel.click("#lab-examine");
            panel.click("#lab-verdict-job-cancel");
            panel.await("it is over", () -> !panel.isDisabled("#lab-examine"));
            assertThat(panel.isVisible("#lab-verdict-word")).isFalse();
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void walksForwardThroughWhatNobodyHadChosen(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language, 680)) {
            panel.click("#lab-tab-walk");
            panel.await("nothing yet", () -> panel.isVisible("#lab-walk-nothing"));
            panel.click("#lab-tab-verdict");
            panel.click("#lab-examine-search");
            panel.click("#lab-examine");
            var job = engine.data.newest(Job.Examine.class);
            VerdictWish wish = ((Job.Examine) job.job()).wish();
            assertThat(wish.grid()).extracting(SettingRange::setting).containsExactly("fast", "slow");
            job.finish(judged(wish, Word.FRAGILE));
            panel.click("#lab-tab-walk");
            panel.await("the windows", () -> panel.rows("#lab-walk-windows") == 5);
            var figures = panel.desk().context().texts().figures();
            assertThat(panel.cell("#lab-walk-windows", 0, "lab.column.aftersharpe"))
                    .isEqualTo(figures.number(0.6, 2));
            assertThat(panel.text("#lab-walk-about")).contains(figures.number(0.43, 2));
            panel.clickNode(panel.find("#lab-walk-line", CurvePlot.class));
            assertThat(panel.find("#lab-walk-line", CurvePlot.class).readout()).contains("2025", "%");
            assertThat(panel.text("#lab-walk-paths-about")).contains("7", "2", figures.number(1.2, 2));
            picture(panel, "walk", language);
            panel.click("#lab-walk-rolling");
            assertThat(panel.rows("#lab-walk-windows")).isEqualTo(5);
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void searchesTwoSettingsAndTakesOverWhatIsFound(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language, 680)) {
            panel.click("#lab-tab-sweep");
            panel.await("what a search is", () -> panel.isVisible("#lab-sweep-nothing"));
            panel.type("#lab-sweep-first-from", "4").press(KeyCode.ENTER);
            panel.type("#lab-sweep-first-to", "10").press(KeyCode.ENTER);
            panel.type("#lab-sweep-first-step", "1").press(KeyCode.ENTER);
            panel.click("#lab-sweep-run");
            var job = engine.data.newest(Job.RunSweep.class);
            SweepWish wish = ((Job.RunSweep) job.job()).wish();
            assertThat(wish.ranges().getFirst()).isEqualTo(new SettingRange("fast", 4, 10, 1));
            assertThat(wish.ranges().get(1).setting()).isEqualTo("slow");
            panel.click("#lab-sweep-job-cancel");
            panel.await("it can go on", () -> panel.isVisible("#lab-sweep-on"));
            panel.click("#lab-sweep-on");
            var resumed = engine.data.newest(Job.RunSweep.class);
            assertThat(((Job.RunSweep) resumed.job()).wish())
                    .as("over the same bars")
                    .isEqualTo(wish);
            resumed.finish(swept(wish));
            panel.await("the points", () -> panel.rows("#lab-sweep-points") > 20);
            var texts = panel.desk().context().texts();
            assertThat(panel.isVisible("#lab-sweep-on")).isFalse();
            assertThat(panel.text("#lab-sweep-luck"))
                    .contains(texts.figures().number(1.21, 2), texts.figures().percent(62, 1));
            SurfaceGrid surface = panel.find("#lab-sweep-surface", SurfaceGrid.class);
            assertThat(surface.readout()).contains(texts.get("lab.sweep.is.best"));
            picture(panel, "sweep", language);
            panel.click("#lab-sweep-use");
            assertThat(panel.text("#lab-setting-fast")).isEqualTo("7");
            panel.click("#lab-run");
            BacktestSetup setup =
                    ((Job.RunBacktest) engine.data.newest(Job.RunBacktest.class).job()).setup();
            assertThat(setup.values()).containsEntry("fast", 7.0);
        }
    }

    @Test
    void aSearchAmongOneSettingIsALine(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH, 300)) {
            panel.click("#lab-tab-sweep");
            panel.run(() -> panel.find("#lab-sweep-second", ComboBox.class)
                    .getSelectionModel()
                    .select(0));
            panel.click("#lab-sweep-run");
            var job = engine.data.newest(Job.RunSweep.class);
            SweepWish wish = ((Job.RunSweep) job.job()).wish();
            assertThat(wish.ranges()).hasSize(1);
            job.finish(swept(wish));
            panel.await("the line", () -> panel.isVisible("#lab-sweep-curve"));
            assertThat(panel.isVisible("#lab-sweep-surface")).isFalse();
            picture(panel, "sweep-low", Language.ENGLISH);
            panel.click("#lab-tab-verdict");
            panel.click("#lab-examine");
            var verdict = engine.data.newest(Job.Examine.class);
            verdict.finish(judged(((Job.Examine) verdict.job()).wish(), Word.LUCK));
            panel.await("the word", () -> panel.isVisible("#lab-verdict-word"));
            picture(panel, "verdict-low", Language.ENGLISH);
            panel.click("#lab-tab-walk");
            picture(panel, "walk-low", Language.ENGLISH);
        }
    }

    @Test
    void refusesARangeThatCannotBe(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH, 680)) {
            panel.click("#lab-tab-sweep");
            panel.type("#lab-sweep-first-from", "400").press(KeyCode.ENTER);
            assertThat(panel.isDisabled("#lab-sweep-run"))
                    .as("it ends before it begins")
                    .isTrue();
            panel.type("#lab-sweep-first-from", "0.5").press(KeyCode.ENTER);
            assertThat(panel.find("#lab-sweep-first-from", NumberField.class).getPseudoClassStates())
                    .anyMatch(state -> state.getPseudoClassName().equals("danger"));
            panel.type("#lab-sweep-first-from", "5").press(KeyCode.ENTER);
            panel.await("it can run", () -> !panel.isDisabled("#lab-sweep-run"));
            panel.click("#lab-sweep-run");
            var job = engine.data.newest(Job.RunSweep.class);
            job.finish(new SweepReport.Refused(((Job.RunSweep) job.job()).wish(), "no point can be run"));
            panel.await("the reason", () -> words(panel, "#lab-sweep-nothing").contains("no point can be run"));
        }
    }

    private void picture(PanelTester panel, String name, Language language) {
        String folder = System.getProperty("sextant.pictures", "");
        if (!folder.isEmpty()) {
            panel.run(() -> {
                stage.getScene().getRoot().applyCss();
                stage.getScene().getRoot().layout();
            });
            panel.onFxThread(() -> ImageIO.write(
                    SwingFXUtils.fromFXImage(stage.getScene().snapshot(null), null),
                    "png",
                    new File(folder, "lab-" + name + "-" + language.name().toLowerCase(Locale.ROOT) + ".png")));
        }
    }
}
