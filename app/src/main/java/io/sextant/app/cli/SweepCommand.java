package io.sextant.app.cli;

import io.sextant.domain.fleet.Fleet;
import io.sextant.domain.fleet.FleetProblem;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.engine.backtest.BacktestMarket.PricedBars;
import io.sextant.engine.backtest.BacktestOutcome;
import io.sextant.engine.backtest.BacktestOutcomes;
import io.sextant.engine.backtest.BacktestTerms;
import io.sextant.engine.fleet.StrategyParcel;
import io.sextant.engine.sweep.CountedSweep;
import io.sextant.engine.sweep.CountedSweep.Luck;
import io.sextant.engine.sweep.FleetSweep;
import io.sextant.engine.sweep.KeptSweep;
import io.sextant.engine.sweep.LocalSweep;
import io.sextant.engine.sweep.Sweep;
import io.sextant.engine.sweep.SweepMeasure;
import io.sextant.engine.sweep.SweepResult;
import io.sextant.engine.sweep.SweepRunner;
import io.sextant.engine.sweep.SweepSearch;
import io.sextant.engine.sweep.SweepWatch;
import io.sextant.engine.verdict.Grid;
import io.sextant.engine.verdict.TrialLedger;
import io.sextant.marketdata.file.WholeFile;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Needs;
import io.sextant.strategy.kind.StrategyKind;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a strategy would have earned with many values of its parameters. */
@Command(
        name = "sweep",
        mixinStandardHelpOptions = true,
        description = {
            "Runs a strategy over bars with many values of its parameters, and tells the best, the one where those beside it are good too,",
            "and what is left of the best after so many tries. All that is tried is kept in the data folder and counts against whatever is",
            "tried on the same bars from then on. A sweep with --resume goes on where it stopped."
        })
final class SweepCommand extends SextantCommand.Part {

    private static final long LAST_SECONDS = 10;
    private static final int TOLD_EACH = 1_000;

    @Spec
    @Nullable CommandSpec spec;

    @Option(
            names = "--csv",
            required = true,
            paramLabel = "FILE",
            description = "Bars; plain, gz or zip. Once for each instrument.")
    List<Path> csv = List.of();

    @Mixin
    StrategyOptions strategy = new StrategyOptions();

    @Option(
            names = "--grid",
            required = true,
            paramLabel = "NAME=FROM:TO:STEP,...",
            description = "As fast=5:50:5,slow=20:200:20: among what is searched.")
    String grid = "";

    @Option(
            names = "--search",
            paramLabel = "HOW",
            description =
                    "grid, every point, if not given; random, bayes (from what is known so far) or genetic (children of the best).")
    String search = SweepSearch.GRID.label();

    @Option(
            names = "--budget",
            paramLabel = "N",
            description = "Runs of a search that is not by grid; 100 if not given.")
    int budget = 100;

    @Option(names = "--seed", paramLabel = "S", description = "Of the search; 1 if not given.")
    long seed = 1;

    @Option(names = "--threads", paramLabel = "N", description = "How many runs at once; no figure depends on it.")
    int threads = Runtime.getRuntime().availableProcessors();

    @Mixin
    ClusterOption cluster = new ClusterOption();

    @Option(names = "--by", paramLabel = "MEASURE", description = "sharpe if not given, return or calmar.")
    String by = SweepMeasure.SHARPE.label();

    @Option(
            names = "--resume",
            paramLabel = "FILE",
            description = "Keeps what was run, and runs nothing again that is in it.")
    @Nullable Path resume;

    @Mixin
    CostOptions costs = new CostOptions();

    @Mixin
    FileOptions file = new FileOptions();

    @Option(names = "--out", paramLabel = "S.csv", description = "Write a line for each run too.")
    @Nullable Path out;

    @Option(names = "--json", description = "Print nothing but JSON.")
    boolean json;

    private volatile boolean stopped;

    @Override
    public Integer call() throws IOException {
        List<FileBars.Named> bars = FileBars.all(csv, file);
        TrialLedger ledger = trials();
        CountDownLatch ended = new CountDownLatch(1);
        Thread stopping = Thread.ofPlatform().name("sextant-interrupt").unstarted(() -> stopAndWaitFor(ended));
        Runtime.getRuntime().addShutdownHook(stopping);
        SweepReport report;
        try {
            report = swept(bars, ledger);
        } catch (IllegalArgumentException | ArithmeticException cannotBe) {
            throw new RefusedByRule("This cannot be swept: " + cannotBe.getMessage() + ".");
        } catch (FleetProblem problem) {
            throw new RefusedByRule(String.valueOf(problem.getMessage()));
        } catch (CancellationException cancelled) {
            throw new RefusedByRule("The sweep was stopped; what was run counts as tried"
                    + (resume == null ? "." : ", and is kept for --resume."));
        } finally {
            ended.countDown();
            if (!stopped) {
                Runtime.getRuntime().removeShutdownHook(stopping);
            }
        }
        Path table = out;
        if (table != null) {
            String text = report.csv();
            WholeFile.write(table, to -> to.write(text.getBytes(StandardCharsets.UTF_8)));
        }
        PrintWriter told = Console.of(spec).out();
        if (json) {
            Json.print(told, report.json());
        } else {
            report.print(told);
        }
        return ExitCode.OK;
    }

    /** Ctrl-C lets the runs end that have begun, so that they are counted. */
    private void stopAndWaitFor(CountDownLatch ended) {
        stopped = true;
        try {
            if (!ended.await(LAST_SECONDS, TimeUnit.SECONDS)) {
                Console.of(spec).err().println("sextant: A run takes long and is not waited for.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private SweepReport swept(List<FileBars.Named> bars, TrialLedger ledger) {
        try (Fleet fleet = cluster.open(() -> stopped)) {
            return swept(bars, ledger, fleet);
        }
    }

    private SweepReport swept(List<FileBars.Named> bars, TrialLedger ledger, @Nullable Fleet fleet) {
        StrategyKind kind = strategy.kind();
        String identity = strategy.identity(kind);
        BacktestTerms terms = costs.terms();
        List<PricedBars> priced = priced(bars);
        costs.tellUnits(priced, Console.of(spec).err());
        Sweep.Plan plan =
                new Sweep.Plan(Grid.parse(grid), SweepSearch.labelled(search), budget, seed, SweepMeasure.labelled(by));
        // What ships may compute otherwise in another version; a person's own is known by what stands in it.
        LocalSweep local = new LocalSweep(identity + " " + Version.number(), kind, priced, terms, threads);
        Path kept = resume;
        SweepRunner first = fleet == null
                ? local
                : new FleetSweep(fleet, StrategyParcel.of(strategy.nameOrFile), priced(bars), local.job(List.of()));
        SweepRunner runner = kept == null ? first : new KeptSweep(first, kept);
        CountedSweep counted = new CountedSweep(
                runner,
                ledger,
                identity,
                bars.stream().map(FileBars.Named::bars).toList(),
                local.outcomes().timeNanos());
        long most = plan.search() == SweepSearch.GRID ? plan.grid().size() : budget;
        SweepResult result =
                Sweep.run(plan, values -> choice(kind, values), counted, local.job(List.of()), watch(most));
        StrategyChoice.checkItWentThrough(kind);
        double[] returns =
                BacktestOutcomes.returns(local.outcomes().run(result.best().set()));
        Luck luck = counted.luck(returns);
        return new SweepReport(
                csv.stream().map(Path::toString).collect(Collectors.joining(", ")),
                identity,
                local.outcomes().timeNanos().length,
                plan,
                result,
                luck);
    }

    private static List<PricedBars> priced(List<FileBars.Named> bars) {
        return bars.stream()
                .map(each -> new PricedBars(InstrumentId.of(each.symbol()), each.bars()))
                .toList();
    }

    /** Tells on standard error how far it is, each time so many more were run. */
    private SweepWatch watch(long most) {
        PrintWriter err = Console.of(spec).err();
        return new SweepWatch() {
            private long done;

            @Override
            public void done(Choice set, BacktestOutcome outcome) {
                done++;
                if (!json && done % TOLD_EACH == 0) {
                    err.printf(Locale.ENGLISH, "%,d runs of %,d at most%n", done, most);
                    err.flush();
                }
            }

            @Override
            public boolean isCancelled() {
                return stopped;
            }
        };
    }

    /** Refuses by an exception that says why. */
    private Choice choice(StrategyKind kind, Map<String, Double> ofGrid) {
        Choice choice = strategy.choice(kind, ofGrid);
        Needs needs = kind.needs(choice);
        if (csv.size() < needs.fewestInstruments() || csv.size() > needs.mostInstruments()) {
            throw new IllegalArgumentException(kind.name() + " trades " + needs.fewestInstruments() + " to "
                    + needs.mostInstruments() + " instruments, and --csv names " + csv.size());
        }
        StrategyChoice.checkBarsAreEnough(kind, choice);
        return choice;
    }
}
