package io.sextant.app.cli;

import io.sextant.analytics.feature.Feature;
import io.sextant.analytics.feature.FeatureCatalog;
import io.sextant.analytics.feature.FeatureColumns;
import io.sextant.domain.market.BarSeries;
import io.sextant.neural.LearnerUnavailable;
import io.sextant.neural.boosting.BoostingSettings;
import io.sextant.neural.selection.BoostedRanking;
import io.sextant.neural.selection.FeatureSelection;
import io.sextant.neural.selection.TrainingWindows;
import io.sextant.neural.selection.TrialOfChoice;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which of the features to learn from. */
@Command(
        name = "select",
        mixinStandardHelpOptions = true,
        description =
                "Chooses the best features inside each of several training windows and says how steady that choice is.")
final class FeaturesSelectCommand implements Callable<Integer> {

    /** With fewer rows to learn from a choice among hundreds is noise. */
    private static final int TRAIN_ROWS_MIN = 100;

    @Spec
    @Nullable CommandSpec spec;

    @Option(
            names = "--csv",
            required = true,
            paramLabel = "FILE",
            description = "Bars, or trades, which become bars of a minute.")
    Path csv = Path.of("");

    @Mixin
    FileOptions file = new FileOptions();

    @Option(
            names = "--target",
            paramLabel = "next-return|next-size",
            converter = NextReturn.Converter.class,
            description = "What the features are to tell; next-return if not given.")
    NextReturn target = NextReturn.RETURN;

    @Option(names = "--horizon", paramLabel = "N", description = "Over how many bars; 1 if not given.")
    int horizon = 1;

    @Option(names = "--top", paramLabel = "N", description = "How many to choose; 150 if not given.")
    int top = 150;

    @Option(names = "--folds", paramLabel = "N", description = "In how many windows; 5 if not given.")
    int folds = 5;

    @Option(names = "--trees", paramLabel = "N", description = "How many trees rank them; 100 if not given.")
    int trees = BoostingSettings.USUAL.trees();

    @Option(names = "--seed", paramLabel = "S", description = "What decides the trees' samples; 1 if not given.")
    long seed = BoostingSettings.USUAL.seed();

    @Option(names = "--json", description = "Print nothing but JSON.")
    boolean json;

    @Override
    public Integer call() {
        if (horizon < 1) {
            throw new RefusedByRule("The horizon is at least 1 bar, not " + horizon + ".");
        }
        BarSeries bars = FileBars.of(csv, file);
        List<Feature> features = FeatureCatalog.within(Feature.ofBarsAlone());
        requireRoom(bars.size(), features.size(), HeapRoom.ofThisProcess());
        double[] follows = target.of(bars, horizon);
        FeatureSelection selection;
        List<TrialOfChoice> trials;
        try {
            BoostingSettings settings = BoostingSettings.USUAL.withTrees(trees).withSeed(seed);
            TrainingWindows windows = TrainingWindows.expanding(follows.length, folds, horizon, TRAIN_ROWS_MIN);
            double[][] columns =
                    FeatureColumns.of(bars, null, (time, into) -> {}, features).all();
            selection = FeatureSelection.of(
                    columns, follows, windows, top, new BoostedRanking(settings, BoostedRanking.ATTRIBUTED_ROWS_USUAL));
            trials = TrialOfChoice.ofAll(columns, follows, selection.folds(), settings);
        } catch (LearnerUnavailable unavailable) {
            throw new RefusedByRule(String.valueOf(unavailable.getMessage()));
        } catch (IllegalArgumentException cannotBe) {
            throw new RefusedByRule("Nothing can be chosen: " + cannotBe.getMessage() + ".");
        }
        PrintWriter out = Console.of(spec).out();
        if (json) {
            Json.print(out, answer(bars, features, selection, trials));
        } else {
            tell(out, features, selection, trials);
        }
        return ExitCode.OK;
    }

    /** All columns, and a copy in floats for each window that learns at the same time, which is one array. */
    void requireRoom(int rows, int columns, HeapRoom room) {
        double cells = (double) rows * columns;
        int atOnce = Math.min(folds, Runtime.getRuntime().availableProcessors());
        String what = String.format(Locale.ENGLISH, "Choosing among %d features of %,d bars", columns, rows);
        room.require(cells * (Double.BYTES + (double) atOnce * Float.BYTES), what, "choose from fewer or longer bars");
        if (cells > Integer.MAX_VALUE) {
            throw new RefusedByRule(what + " is more than the trees can take; choose from fewer or longer bars.");
        }
    }

    private Map<String, Object> answer(
            BarSeries bars, List<Feature> features, FeatureSelection selection, List<TrialOfChoice> trials) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("file", csv.toString());
        answer.put("bars", bars.size());
        answer.put("target", target.word());
        answer.put("horizon", horizon);
        answer.put("candidates", features.size());
        answer.put("top", top);
        List<Map<String, Object>> selected = new ArrayList<>();
        for (FeatureSelection.Chosen each : selection.chosen()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("name", features.get(each.column()).name());
            one.put("folds", each.windows());
            one.put("share", each.share());
            selected.add(one);
        }
        answer.put("selected", selected);
        Map<String, Object> stability = new LinkedHashMap<>();
        stability.put("jaccard", number(selection.jaccard()));
        stability.put("kuncheva", number(selection.kuncheva()));
        answer.put("stability", stability);
        List<Map<String, Object>> windows = new ArrayList<>();
        for (int i = 0; i < trials.size(); i++) {
            FeatureSelection.Fold fold = selection.folds().get(i);
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("trainRows", fold.window().trainEnd());
            one.put("trainEnd", UtcText.of(bars.openTimeNanos()[fold.window().trainEnd() - 1]));
            one.put(
                    "validationStart",
                    UtcText.of(bars.openTimeNanos()[fold.window().validationStart()]));
            one.put(
                    "validationRows",
                    fold.window().validationEnd() - fold.window().validationStart());
            one.put(
                    "selected",
                    Arrays.stream(fold.columns())
                            .mapToObj(j -> features.get(j).name())
                            .toList());
            one.put("rmseSelected", trials.get(i).rmseChosen());
            one.put("rmseAll", trials.get(i).rmseAll());
            one.put("rmseMean", trials.get(i).rmseMean());
            windows.add(one);
        }
        answer.put("windows", windows);
        return answer;
    }

    private void tell(PrintWriter out, List<Feature> features, FeatureSelection selection, List<TrialOfChoice> trials) {
        for (FeatureSelection.Chosen each : selection.chosen()) {
            out.printf(
                    Locale.ENGLISH,
                    "%-26s in %d of %d windows, %5.2f %% of all importance%n",
                    features.get(each.column()).name(),
                    each.windows(),
                    selection.folds().size(),
                    100 * each.share());
        }
        out.printf(
                Locale.ENGLISH,
                "steadiness: Jaccard %.3f, Kuncheva %.3f (0 is chance, 1 the same choice in every window)%n",
                selection.jaccard(),
                selection.kuncheva());
        for (TrialOfChoice trial : trials) {
            out.printf(
                    Locale.ENGLISH,
                    "error afterwards: chosen %.6g, all %.6g, the mean %.6g%n",
                    trial.rmseChosen(),
                    trial.rmseAll(),
                    trial.rmseMean());
        }
        out.flush();
    }

    private static @Nullable Double number(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
