package io.sextant.app.cli;

import io.sextant.app.verdict.VerdictPage;
import io.sextant.domain.fleet.Fleet;
import io.sextant.domain.fleet.FleetProblem;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.engine.backtest.BacktestMarket;
import io.sextant.engine.backtest.BacktestMarket.PricedBars;
import io.sextant.engine.backtest.BacktestTerms;
import io.sextant.engine.backtest.Hearing;
import io.sextant.engine.fleet.StrategyParcel;
import io.sextant.engine.verdict.Examination;
import io.sextant.engine.verdict.ExaminationTerms;
import io.sextant.engine.verdict.Grid;
import io.sextant.engine.verdict.Hands;
import io.sextant.engine.verdict.StrategyOnBars;
import io.sextant.engine.verdict.TestedBars;
import io.sextant.engine.verdict.TrialLedger;
import io.sextant.engine.verdict.Verdict;
import io.sextant.marketdata.file.WholeFile;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Needs;
import io.sextant.strategy.kind.StrategyKind;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Whether what a strategy would have earned holds up. */
@Command(
        name = "verdict",
        mixinStandardHelpOptions = true,
        description = {
            "Puts a strategy, or the best of a grid of its numbers, through everything that could explain its profit away, and says in one",
            "sentence: holds up, fragile because, indistinguishable from luck because, or looks into the future. All that is examined here is kept",
            "in the data folder and counts against whatever is examined on the same bars from then on, as do runs of backtest, of sweep and of",
            "the window's lab."
        })
final class VerdictCommand extends SextantCommand.Part {

    private static final int FOLDS_MAX = 50;
    private static final int WORLDS_MAX = 10_000;
    /** Returns of each choice, and those above holding. */
    private static final int COLUMNS = 3;

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
            paramLabel = "NAME=FROM:TO:STEP,...",
            description = "As fast=5:50:5,slow=20:200:20: every combination is run, and the verdict is about the best.")
    @Nullable String grid;

    @Option(
            names = "--folds",
            paramLabel = "N",
            description = "How often the choice is made anew on the way through the later half; 5 if not given.")
    int folds = ExaminationTerms.FOLDS_USUAL;

    @Option(
            names = "--worlds",
            paramLabel = "N",
            description =
                    "Markets of the same bars in random order, in each of which all is tried again; 200 if not given.")
    int worlds = ExaminationTerms.WORLDS_USUAL;

    @Option(names = "--seed", paramLabel = "S", description = "Of all that is drawn; 1 if not given.")
    long seed = 1;

    @Option(names = "--threads", paramLabel = "N", description = "How many runs at once; no figure depends on it.")
    int threads = Runtime.getRuntime().availableProcessors();

    @Mixin
    ClusterOption cluster = new ClusterOption();

    @Mixin
    PastOptions past = new PastOptions();

    @Mixin
    CostOptions costs = new CostOptions();

    @Mixin
    FileOptions file = new FileOptions();

    @Option(names = "--html", paramLabel = "FILE", description = "Write the verdict as a page too.")
    @Nullable Path html;

    @Option(names = "--json", description = "Print nothing but JSON.")
    boolean json;

    private volatile boolean stopped;

    @Override
    public Integer call() throws IOException {
        if (folds < 1 || folds > FOLDS_MAX || worlds < 0 || worlds > WORLDS_MAX || threads < 1) {
            throw new RefusedByRule(
                    "There are 1 to " + FOLDS_MAX + " folds, 0 to " + WORLDS_MAX + " worlds, and a thread at least.");
        }
        List<FileBars.Named> bars = FileBars.all(csv, file);
        Verdict verdict = examined(bars, trials());
        VerdictReport report = new VerdictReport(named(Path::toString), verdict);
        Path page = html;
        if (page != null) {
            String text = new VerdictPage(named(each -> each.getFileName() + ""), verdict).html();
            WholeFile.write(page, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        }
        PrintWriter out = Console.of(spec).out();
        if (json) {
            Json.print(out, report.json());
        } else {
            report.print(out);
        }
        return ExitCode.OK;
    }

    private String named(Function<Path, String> name) {
        return csv.stream().map(name).collect(Collectors.joining(", "));
    }

    /** Ctrl-C lets the runs end; nothing is said then. */
    private Verdict examined(List<FileBars.Named> named, TrialLedger ledger) {
        Thread stopping = Thread.ofPlatform().name("sextant-interrupt").unstarted(() -> stopped = true);
        Runtime.getRuntime().addShutdownHook(stopping);
        try (Fleet fleet = cluster.open(() -> stopped)) {
            StrategyKind kind = strategy.kind();
            Hands hands = fleet == null ? Hands.HERE : Hands.on(fleet, StrategyParcel.of(strategy.nameOrFile));
            TestedBars bars = TestedBars.of(named.stream()
                    .map(each -> new PricedBars(InstrumentId.of(each.symbol()), each.bars()))
                    .toList());
            String text = grid;
            Choice first = text == null
                    ? choice(kind, Map.of())
                    : Grid.parse(text).choices(values -> choice(kind, values)).getFirst();
            past.checkFits(kind, first, false, false);
            BacktestTerms charged = costs.terms();
            costs.tellUnits(bars.priced(), Console.of(spec).err());
            Hearing hearing = past.hearing(
                    BacktestMarket.of(bars.priced(), charged), Console.of(spec).err());
            StrategyOnBars candidate =
                    new StrategyOnBars(strategy.identity(kind) + past.identity(kind, first), kind, charged, hearing);
            ExaminationTerms plain = ExaminationTerms.usual(seed, threads)
                    .withFolds(folds)
                    .withWorlds(worlds)
                    .stoppedBy(() -> stopped);
            ExaminationTerms terms = hearing == Hearing.NOTHING ? plain : plain.whereADeskLearns();
            if (text == null) {
                return wentThrough(kind, Examination.of(candidate, bars, first, terms, ledger, hands));
            }
            Grid asked = Grid.parse(text);
            List<Choice> choices = asked.choices(values -> choice(kind, values));
            HeapRoom.ofThisProcess()
                    .require(
                            (double) COLUMNS * Double.BYTES * choices.size() * bars.size(),
                            "Keeping the returns of " + choices.size() + " choices over " + bars.size() + " bars",
                            "ask a coarser grid");
            return wentThrough(kind, Examination.ofBest(candidate, bars, asked, choices, terms, ledger, hands));
        } catch (IllegalArgumentException | ArithmeticException cannotBe) {
            throw new RefusedByRule("This cannot be examined: " + cannotBe.getMessage() + ".");
        } catch (FleetProblem problem) {
            throw new RefusedByRule(String.valueOf(problem.getMessage()));
        } catch (CancellationException cancelled) {
            throw new RefusedByRule("The examination was stopped before it was whole, so it says nothing.");
        } finally {
            if (!stopped) {
                Runtime.getRuntime().removeShutdownHook(stopping);
            }
        }
    }

    private static Verdict wentThrough(StrategyKind kind, Verdict verdict) {
        StrategyChoice.checkItWentThrough(kind);
        return verdict;
    }

    /** Refuses by an exception that says why. */
    private Choice choice(StrategyKind kind, Map<String, Double> ofGrid) {
        Choice choice = strategy.choice(kind, ofGrid);
        Needs needs = kind.needs(choice);
        if (csv.size() < needs.fewestInstruments() || csv.size() > needs.mostInstruments()) {
            throw new IllegalArgumentException(kind.name() + " trades " + needs.fewestInstruments() + " to "
                    + needs.mostInstruments() + " instruments, and --csv names " + csv.size());
        }
        return choice;
    }
}
