package io.sextant.app.cli;

import io.sextant.app.forecast.EvaluationPage;
import io.sextant.domain.fleet.Fleet;
import io.sextant.domain.fleet.FleetProblem;
import io.sextant.domain.forecast.Stretch;
import io.sextant.engine.evaluation.FleetWalks;
import io.sextant.forecasting.Forecast;
import io.sextant.forecasting.Forecaster;
import io.sextant.forecasting.UnfitWindow;
import io.sextant.forecasting.annotation.StretchesWeighed;
import io.sextant.forecasting.evaluation.Comparison;
import io.sextant.forecasting.evaluation.Fold;
import io.sextant.forecasting.evaluation.Folds;
import io.sextant.forecasting.evaluation.LastValue;
import io.sextant.forecasting.evaluation.Plan;
import io.sextant.forecasting.evaluation.Walks;
import io.sextant.marketdata.file.WholeFile;
import io.sextant.neural.LearnerUnavailable;
import io.sextant.neural.forecast.ForecasterCatalogue;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which models forecast a column of a file better than its last value does, if any. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {
            "Leads models through the second half of a column, forecast by forecast, without a look ahead, and says of each",
            "whether it has skill: errors smaller than those of the last value, by more than chance and the number of models",
            "tried allow."
        })
final class EvaluateCommand implements Callable<Integer> {

    private static final int HORIZON_MAX = 500;
    private static final int FOLDS_MAX = 100;

    @Spec
    @Nullable CommandSpec spec;

    @Option(
            names = "--csv",
            required = true,
            paramLabel = "FILE",
            description =
                    "A table with or without times, or bars, whose features models may then use; plain, gz or zip.")
    Path csv = Path.of("");

    @Option(
            names = "--column",
            paramLabel = "NAME",
            description = "Which column, by heading or number; close if not given.")
    String column = "close";

    @Option(
            names = "--models",
            split = ",",
            paramLabel = "NAME",
            description =
                    "Which models; those that learn in a moment if not given, onnx:FILE for one of your own. The naive one is always among them.")
    List<String> models = List.of();

    @Option(
            names = "--horizon",
            paramLabel = "H",
            description = "How many steps ahead the verdict is about; 1 if not given.")
    int horizon = 1;

    @Option(
            names = "--folds",
            paramLabel = "N",
            description = "How often models are fitted anew on the way through the test part; 5 if not given.")
    int folds = 5;

    @Option(
            names = "--train",
            paramLabel = "N",
            description = "How many observations come before the first forecast; half of them if not given.")
    @Nullable Integer train;

    @Option(
            names = "--rolling",
            paramLabel = "N",
            description = "Learn from the last N observations before each fold; from all before it if not given.")
    @Nullable Integer rolling;

    @Option(
            names = "--purge",
            paramLabel = "N",
            description =
                    "Observations before each fold that are not learned from, because their labels reach into it.")
    int purge;

    @Option(names = "--embargo", paramLabel = "N", description = "Further observations that are not learned from.")
    int embargo;

    @Option(
            names = "--log",
            negatable = true,
            description = "Models work on logarithms; they do where all numbers are above zero if not given.")
    @Nullable Boolean log;

    @Option(names = "--seed", paramLabel = "S", description = "Of what is random in models; 1 if not given.")
    long seed = 1;

    @Option(
            names = "--cost-bps",
            paramLabel = "C",
            description = "Costs of each change of the position, in hundredths of a percent; 10 if not given.")
    double costBps = 10;

    @Option(
            names = "--trials-before",
            paramLabel = "N",
            description = "How many models were tried on these numbers before; the verdict is corrected for them too.")
    int trialsBefore;

    @Option(
            names = "--segments",
            paramLabel = "NAME",
            description = "A column of labels (regimes, events) by which figures are told apart.")
    @Nullable String segments;

    @Option(
            names = "--leave-out",
            split = ",",
            paramLabel = "FROM/TO[/WEIGHT]",
            description =
                    "Marked stretches, by date or row number, that models do not learn from and are not judged by; with a weight above 0"
                            + " their moves count so much in learning.")
    List<String> leftOut = List.of();

    @Option(names = "--threads", paramLabel = "N", description = "How many walks at once; no figure depends on it.")
    int threads = Runtime.getRuntime().availableProcessors();

    @Mixin
    ClusterOption cluster = new ClusterOption();

    @Option(names = "--html", paramLabel = "FILE", description = "Write a page with tables and plots too.")
    @Nullable Path html;

    @Option(names = "--json", description = "Print nothing but JSON.")
    boolean json;

    private volatile boolean stopped;

    @Override
    public Integer call() throws IOException {
        requireRanges();
        List<Forecaster> asked = asked();
        requireThatTheyTravel(asked);
        EvaluatedFile file = EvaluatedFile.read(csv, column, log, segments);
        requireRoom(file.size(), asked.size() + 1, HeapRoom.ofThisProcess());
        PrintWriter errors = Console.of(spec).err();
        List<Stretch> stretches = MarkedStretches.parse(leftOut, file.timed());
        if (!stretches.isEmpty()) {
            asked.replaceAll(model -> new StretchesWeighed(model, stretches));
        }
        Plan plan = plan(file)
                .withNotJudged(StretchesWeighed.leftOut(stretches, file.observations()))
                .watchedBy((model, done, of) -> told(errors, model, done, of), () -> stopped);
        Comparison comparison = compared(file, asked, plan);
        for (Comparison.Unfit unfit : comparison.unfit()) {
            errors.println("sextant: " + unfit.name() + " is left out: " + unfit.why() + ".");
        }
        errors.flush();
        EvaluationReport report = new EvaluationReport(csv, column, file, plan, comparison);
        writePage(file, plan, comparison);
        PrintWriter out = Console.of(spec).out();
        if (json) {
            Json.print(out, report.json());
        } else {
            report.print(out);
        }
        return ExitCode.OK;
    }

    private void requireRanges() {
        if (horizon < 1 || horizon > HORIZON_MAX) {
            throw new RefusedByRule("The horizon is 1 to " + HORIZON_MAX + " steps, not " + horizon + ".");
        }
        if (folds < 1 || folds > FOLDS_MAX) {
            throw new RefusedByRule("There are 1 to " + FOLDS_MAX + " folds, not " + folds + ".");
        }
        if (!(costBps >= 0) || purge < 0 || embargo < 0 || trialsBefore < 0 || threads < 1) {
            throw new RefusedByRule(
                    "Costs, purge, embargo and earlier trials are not below zero, and there is a thread at least.");
        }
    }

    /** What runs a model of one's own stands in no folder of a cluster: 54 MB for what few have. */
    private void requireThatTheyTravel(List<Forecaster> asked) {
        if (cluster.url != null) {
            asked.stream()
                    .filter(model -> OwnModels.isOne(model.name()))
                    .findFirst()
                    .ifPresent(own -> {
                        throw new RefusedByRule(own.name()
                                + " is a model of your own, and those run on this machine, without --cluster.");
                    });
        }
    }

    /** Every quantile of every forecast is kept until the end; what a cluster told of them too, until it is put in its place. */
    void requireRoom(int observations, int models, HeapRoom room) {
        room.require(
                (double) observations
                        * models
                        * horizon
                        * Forecast.levels()
                        * Double.BYTES
                        * (cluster.url == null ? 1 : 2),
                String.format(
                        Locale.ENGLISH,
                        "Keeping forecasts of %d models %d steps ahead at %,d observations",
                        models,
                        horizon,
                        observations),
                "ask fewer models, or less far ahead");
    }

    /** Without naive, which is always there. */
    private List<Forecaster> asked() {
        Set<String> names = new LinkedHashSet<>();
        for (String name : models.isEmpty() ? ForecasterCatalogue.quickNames() : models) {
            names.add(
                    OwnModels.isOne(name.strip()) ? name.strip() : name.strip().toLowerCase(Locale.ROOT));
        }
        names.remove(LastValue.NAME);
        List<Forecaster> asked = new ArrayList<>();
        for (String name : names) {
            asked.add(
                    OwnModels.isOne(name)
                            ? OwnModels.read(name)
                            : ForecasterCatalogue.find(name)
                                    .orElseThrow(() -> new RefusedByRule("There is no model called '" + name
                                            + "'; there are " + String.join(", ", ForecasterCatalogue.names())
                                            + ", and onnx:FILE for one of your own.")));
        }
        return asked;
    }

    private Plan plan(EvaluatedFile file) {
        Integer wanted = train;
        int first = wanted == null ? (int) (file.size() * Folds.FIRST_SHARE_USUAL) : wanted;
        Folds.Gap gap = new Folds.Gap(purge, embargo);
        Integer window = rolling;
        List<Fold> cut;
        try {
            cut = window == null
                    ? Folds.expanding(file.size(), folds, first, gap)
                    : Folds.rolling(file.size(), folds, first, gap, window);
        } catch (IllegalArgumentException cannotBe) {
            throw new RefusedByRule("This cannot be evaluated: " + cannotBe.getMessage() + ".");
        }
        if (file.size() - first < horizon + 1) {
            throw new RefusedByRule("After the first " + first + " observations come " + (file.size() - first)
                    + ", too few to forecast " + horizon + " steps ahead.");
        }
        return new Plan(
                cut,
                horizon,
                seed,
                file.scale(),
                costBps,
                trialsBefore,
                new boolean[0],
                file.labels(),
                threads,
                (m, d, o) -> {},
                () -> false);
    }

    /** Ctrl-C lets the walks end at their next step; nothing is written then. */
    private Comparison compared(EvaluatedFile file, List<Forecaster> asked, Plan plan) {
        Thread stopping = Thread.ofPlatform().name("sextant-interrupt").unstarted(() -> stopped = true);
        Runtime.getRuntime().addShutdownHook(stopping);
        try (Fleet fleet = cluster.open(() -> stopped)) {
            return Comparison.of(
                    file.observations(),
                    ForecasterCatalogue.naive(),
                    asked,
                    plan,
                    fleet == null ? Walks.HERE : new FleetWalks(fleet));
        } catch (FleetProblem problem) {
            throw new RefusedByRule(String.valueOf(problem.getMessage()));
        } catch (LearnerUnavailable unavailable) {
            throw new RefusedByRule(String.valueOf(unavailable.getMessage()));
        } catch (UnfitWindow unfit) {
            throw new RefusedByRule("This cannot be evaluated: " + unfit.getMessage() + ".");
        } catch (CancellationException cancelled) {
            throw new RefusedByRule("The evaluation was stopped before it was whole, so it says nothing.");
        } finally {
            removeHook(stopping);
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyEnding) {
            // Ctrl-C was faster; the hook is running.
            return;
        }
    }

    private void writePage(EvaluatedFile file, Plan plan, Comparison comparison) throws IOException {
        Path to = html;
        if (to != null) {
            String title = column + " of " + csv.getFileName();
            String page = new EvaluationPage(title, file.observations(), plan, comparison).html();
            WholeFile.write(to, text -> text.write(page.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static void told(PrintWriter errors, String model, int done, int of) {
        synchronized (errors) {
            errors.printf(Locale.ENGLISH, "%s: fold %d of %d%n", model, done, of);
            errors.flush();
        }
    }
}
