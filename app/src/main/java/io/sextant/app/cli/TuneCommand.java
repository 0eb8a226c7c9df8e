package io.sextant.app.cli;

import io.sextant.domain.fleet.Fleet;
import io.sextant.domain.fleet.FleetProblem;
import io.sextant.domain.fleet.Work;
import io.sextant.engine.tuning.Tuning;
import io.sextant.engine.tuning.TuningWork;
import io.sextant.forecasting.Forecaster;
import io.sextant.forecasting.Observations;
import io.sextant.forecasting.UnfitWindow;
import io.sextant.forecasting.evaluation.Comparison;
import io.sextant.forecasting.evaluation.Comparison.Assessment;
import io.sextant.forecasting.evaluation.Fold;
import io.sextant.forecasting.evaluation.Plan;
import io.sextant.forecasting.search.BayesianProposer;
import io.sextant.forecasting.search.GeneticProposer;
import io.sextant.forecasting.search.ParameterSearch;
import io.sextant.forecasting.search.Proposer;
import io.sextant.forecasting.search.Trial;
import io.sextant.forecasting.search.TrialFile;
import io.sextant.forecasting.search.TrialLog;
import io.sextant.forecasting.search.Tunable;
import io.sextant.neural.LearnerUnavailable;
import io.sextant.neural.forecast.ForecasterCatalogue;
import io.sextant.neural.forecast.TunableLearners;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which settings of a model forecast a column best, and what that is worth on numbers that the search never saw. */
@Command(
        name = "tune",
        mixinStandardHelpOptions = true,
        description = {
            "Searches the settings of a model by cross-validation in the first part of a column, and then holds the best ones",
            "against the last value in the rest, which the search never saw. A search with --log-file goes on where it stopped."
        })
final class TuneCommand implements Callable<Integer> {

    private static final int TRIALS_MAX = 10_000;
    private static final int FOLDS_MAX = 20;

    /** The search sees so much; what it found is judged by the rest. */
    private static final double SEARCHED = 0.8;

    @Spec
    @Nullable CommandSpec spec;

    @Option(names = "--csv", required = true, paramLabel = "FILE", description = "A table or bars; plain, gz or zip.")
    Path csv = Path.of("");

    @Option(
            names = "--column",
            paramLabel = "NAME",
            description = "Which column, by heading or number; close if not given.")
    String column = "close";

    @Option(names = "--model", required = true, paramLabel = "NAME", description = "Whose settings are searched.")
    String model = "";

    @Option(
            names = "--method",
            paramLabel = "bayes|random|genetic",
            description = "How the next settings are chosen; bayes if not given.")
    String method = "bayes";

    @Option(names = "--trials", paramLabel = "N", description = "How many settings are tried in all; 20 if not given.")
    int trials = 20;

    @Option(names = "--folds", paramLabel = "N", description = "Folds of the cross-validation; 3 if not given.")
    int folds = 3;

    @Option(names = "--seed", paramLabel = "S", description = "Of the search and of the models; 1 if not given.")
    long seed = 1;

    @Option(
            names = "--batch",
            paramLabel = "N",
            description = "Settings that are tried at once, none knowing how the others do; 1 if not given.")
    int batch = 1;

    @Mixin
    ClusterOption cluster = new ClusterOption();

    @Option(names = "--log-file", paramLabel = "FILE", description = "Keeps the trials, and goes on from those in it.")
    @Nullable Path logFile;

    @Option(names = "--json", description = "Print nothing but JSON.")
    boolean json;

    private volatile boolean stopped;

    @Override
    public Integer call() {
        if (trials < 1 || trials > TRIALS_MAX || folds < 1 || folds > FOLDS_MAX) {
            throw new RefusedByRule(
                    "There are 1 to " + TRIALS_MAX + " trials, and 1 to " + FOLDS_MAX + " folds of each.");
        }
        if (batch < 1 || batch > TRIALS_MAX) {
            throw new RefusedByRule(
                    "There is one of the settings at least in a batch, and " + TRIALS_MAX + " at most.");
        }
        if (cluster.url != null && batch == 1) {
            throw new RefusedByRule(
                    "A cluster has nothing to share out where one of the settings is tried after the other:"
                            + " say how many at once, as --batch 8.");
        }
        Tunable tuned = tuned();
        Proposer proposer = proposer();
        EvaluatedFile file = EvaluatedFile.read(csv, column, null, null);
        Observations all = file.observations();
        int searched = (int) (all.size() * SEARCHED);
        if (searched < 2 * (folds + 1)) {
            throw new RefusedByRule("A column of " + all.size() + " numbers is too short to search in.");
        }
        Thread stopping = Thread.ofPlatform().name("sextant-interrupt").unstarted(() -> stopped = true);
        Runtime.getRuntime().addShutdownHook(stopping);
        try (Fleet fleet = cluster.open(() -> stopped)) {
            return tune(tuned, proposer, file, searched, fleet);
        } catch (FleetProblem problem) {
            throw new RefusedByRule(String.valueOf(problem.getMessage()));
        } catch (CancellationException cancelled) {
            throw new RefusedByRule(
                    "The search was stopped" + (logFile == null ? "." : "; the trials so far are kept."));
        } catch (LearnerUnavailable unavailable) {
            throw new RefusedByRule(String.valueOf(unavailable.getMessage()));
        } finally {
            if (!stopped) {
                Runtime.getRuntime().removeShutdownHook(stopping);
            }
        }
    }

    private Integer tune(Tunable tuned, Proposer proposer, EvaluatedFile file, int searched, @Nullable Fleet fleet) {
        Observations all = file.observations();
        Tuning tuning = new Tuning(tuned, all.between(0, searched), folds, file.scale(), seed);
        PrintWriter errors = Console.of(spec).err();
        List<Trial> tried = new ParameterSearch(tuned.space(), proposer, log(tuned), seed)
                .run(trials, batch, losses(tuning, fleet), trial -> told(errors, trial), () -> stopped);
        Trial best = ParameterSearch.best(tried)
                .orElseThrow(() -> new RefusedByRule(
                        "With none of the settings that were tried could " + model + " learn from this column."));
        Assessment judged = judged(tuned.with(best.values()), file, searched);
        PrintWriter out = Console.of(spec).out();
        if (json) {
            Json.print(out, answer(tried, best, judged, searched, all.size()));
        } else {
            out.printf(
                    Locale.ENGLISH,
                    "best of %d: error %.5f times naive's where it was searched%n",
                    tried.size(),
                    best.loss());
            new TreeMap<>(best.values()).forEach((name, value) -> out.printf("  %-16s %s%n", name, value));
            out.printf(
                    Locale.ENGLISH,
                    "on the %,d numbers that it never saw: %s (%.5f times naive's, p %.4f)%n",
                    judged.figures().forecasts(),
                    judged.verdict().word(),
                    judged.figures().rmseOverNaive(),
                    judged.corrected());
            out.flush();
        }
        return ExitCode.OK;
    }

    private Function<List<Map<String, String>>, double[]> losses(Tuning tuning, @Nullable Fleet fleet) {
        if (fleet != null) {
            Work work = TuningWork.of(tuning);
            return settings -> TuningWork.losses(fleet, work, settings, () -> stopped);
        }
        return settings ->
                settings.stream().mapToDouble(each -> loss(tuning, each)).toArray();
    }

    private double loss(Tuning tuning, Map<String, String> values) {
        try {
            return tuning.loss(values, () -> stopped);
        } catch (UnfitWindow unfit) {
            throw new RefusedByRule("This cannot be searched: " + unfit.getMessage() + ".");
        }
    }

    private Assessment judged(Forecaster best, EvaluatedFile file, int searched) {
        Observations all = file.observations();
        Fold rest = new Fold(0, searched, searched, all.size());
        Comparison comparison = compared(
                all,
                best,
                Plan.quiet(List.of(rest), 1, file.scale(), seed).watchedBy((m, done, of) -> {}, () -> stopped));
        if (comparison.models().size() < 2) {
            throw new RefusedByRule("The best settings cannot be judged: "
                    + comparison.unfit().getFirst().why() + ".");
        }
        return comparison.models().getLast();
    }

    private static Comparison compared(Observations observations, Forecaster candidate, Plan plan) {
        try {
            return Comparison.of(observations, ForecasterCatalogue.naive(), List.of(candidate), plan);
        } catch (UnfitWindow unfit) {
            throw new RefusedByRule("This cannot be searched: " + unfit.getMessage() + ".");
        }
    }

    private TrialLog log(Tunable tuned) {
        Path file = logFile;
        if (file == null) {
            return TrialLog.inMemory();
        }
        try {
            return new TrialFile(
                    file,
                    tuned.space(),
                    String.join(
                            " ",
                            model,
                            method,
                            column,
                            csv.getFileName().toString(),
                            "folds " + folds,
                            "seed " + seed + (batch == 1 ? "" : " batch " + batch)));
        } catch (IllegalArgumentException another) {
            throw new RefusedByRule(another.getMessage() + ".");
        }
    }

    private Tunable tuned() {
        List<Tunable> all = TunableLearners.all();
        Optional<Tunable> found =
                all.stream().filter(one -> one.name().equals(model.strip())).findFirst();
        return found.orElseThrow(() -> new RefusedByRule("There are no settings to search of '" + model
                + "'; there are of " + all.stream().map(Tunable::name).collect(Collectors.joining(", ")) + "."));
    }

    private Proposer proposer() {
        return switch (method.toLowerCase(Locale.ROOT)) {
            case "bayes" -> new BayesianProposer();
            case "random" -> Proposer.random();
            case "genetic" -> new GeneticProposer(Math.max(4, trials / 4));
            default -> throw new RefusedByRule("'" + method + "' is not one of bayes, random and genetic.");
        };
    }

    private static void told(PrintWriter errors, Trial trial) {
        errors.printf(
                Locale.ENGLISH, "trial %d: %.5f %s%n", trial.number() + 1, trial.loss(), new TreeMap<>(trial.values()));
        errors.flush();
    }

    private Map<String, Object> answer(List<Trial> tried, Trial best, Assessment judged, int searched, int all) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("model", model);
        answer.put("method", method.toLowerCase(Locale.ROOT));
        answer.put("trials", tried.size());
        answer.put("searchedObservations", searched);
        answer.put("heldOutObservations", all - searched);
        answer.put("best", new TreeMap<>(best.values()));
        answer.put("bestCrpsOverNaive", best.loss());
        Map<String, Object> heldOut = new LinkedHashMap<>();
        heldOut.put("verdict", judged.verdict().word());
        heldOut.put("pValue", judged.corrected());
        heldOut.put("rmseOverNaive", judged.figures().rmseOverNaive());
        heldOut.put("crpsOverNaive", judged.figures().crpsOverNaive());
        heldOut.put("coverage95", judged.figures().coverage95());
        answer.put("heldOut", heldOut);
        answer.put(
                "tried",
                tried.stream()
                        .map(trial -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("values", new TreeMap<>(trial.values()));
                            one.put("crpsOverNaive", trial.isValid() ? trial.loss() : null);
                            return one;
                        })
                        .toList());
        return answer;
    }
}
