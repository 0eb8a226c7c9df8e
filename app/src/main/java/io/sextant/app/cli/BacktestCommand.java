package io.sextant.app.cli;

import io.sextant.app.backtest.ReportSubject;
import io.sextant.app.cli.RecordingOptions.Ran;
import io.sextant.domain.dataset.QualityChoices;
import io.sextant.domain.dataset.QualityReport;
import io.sextant.domain.dataset.SessionChoice;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.engine.backtest.BacktestFigures;
import io.sextant.engine.backtest.BacktestMarket;
import io.sextant.engine.backtest.BacktestMarket.PricedBars;
import io.sextant.engine.backtest.BacktestRun;
import io.sextant.engine.backtest.BacktestTerms;
import io.sextant.engine.backtest.EventBacktest;
import io.sextant.engine.backtest.FillModel;
import io.sextant.engine.backtest.VectorBacktest;
import io.sextant.engine.core.FactSink;
import io.sextant.engine.past.PastWorld;
import io.sextant.engine.strategy.SeatListener;
import io.sextant.engine.strategy.SeatWorld;
import io.sextant.engine.verdict.TrialLedger.Tried;
import io.sextant.marketdata.bar.BarLength;
import io.sextant.marketdata.bar.CorporateAction;
import io.sextant.marketdata.calendar.SessionBars;
import io.sextant.marketdata.calendar.TradingCalendar;
import io.sextant.marketdata.file.CorporateActionCsv;
import io.sextant.marketdata.quality.QualityExamination;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.StrategyKind;
import io.sextant.ui.i18n.Language;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a strategy would have earned on files of bars. */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        description = {
            "Runs a strategy over files of bars or a recording, in the engine itself: its gate, its orders and its ledger, with a clock, a feed and a venue of the past.",
            "It hears each bar when it is over. What it would have earned then is not what it will. Each run is noted in the data folder and counts",
            "against the verdict on whatever is tried on the same bars."
        })
final class BacktestCommand extends SextantCommand.Part {

    private static final double PERCENT = 100;

    /** What runs the strategy. */
    enum Mode {
        event,
        vector
    }

    @Spec
    @Nullable CommandSpec spec;

    @Option(names = "--csv", paramLabel = "FILE", description = "Bars; plain, gz or zip. Once for each instrument.")
    List<Path> csv = List.of();

    @Mixin
    StrategyOptions strategy = new StrategyOptions();

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description = "event, the engine, if not given; vector has the same fills and knows less.")
    Mode mode = Mode.event;

    @Option(
            names = "--actions",
            paramLabel = "[SYMBOL=]FILE",
            description =
                    "Splits and dividends, as 2014-06-09,split,7:1; with the symbol where there are several files.")
    List<String> actions = List.of();

    @Option(
            names = "--session",
            paramLabel = "CALENDAR",
            description = "Only bars that open in its sessions: us-equities, cme-futures, currencies or always.")
    @Nullable String session;

    @Mixin
    CostOptions costs = new CostOptions();

    @Mixin
    RecordingOptions recording = new RecordingOptions();

    @Mixin
    PastOptions past = new PastOptions();

    @Mixin
    BacktestFiles files = new BacktestFiles();

    @Mixin
    FileOptions file = new FileOptions();

    @Option(names = "--json", description = "Print nothing but JSON.")
    boolean json;

    private final List<BarLength> lengths = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        Language language = files.reportLanguage();
        if (csv.isEmpty() == !recording.isGiven()) {
            throw new RefusedByRule("A strategy is run over bars or over a recording: --csv or --recording.");
        }
        BacktestRun run;
        BacktestFigures figures;
        BacktestTerms terms;
        Choice choice;
        StrategyKind kind;
        try {
            kind = strategy.kind();
            choice = strategy.choice(kind);
            past.checkFits(kind, choice, recording.isGiven(), files.wantsReport());
            Ran ran = ran(kind, choice);
            run = ran.run();
            terms = ran.terms();
            StrategyChoice.checkItWentThrough(kind);
            figures = BacktestFigures.of(run, terms);
        } catch (IllegalArgumentException | ArithmeticException cannotBe) {
            throw new RefusedByRule("This cannot be run: " + cannotBe.getMessage() + ".");
        }
        OptionalInt tries = noted(
                Tried.of(strategy.identity(kind) + past.identity(kind, choice) + recording.identity(), choice, run));
        files.write(run);
        if (files.wantsReport()) {
            files.write(new ReportSubject(
                    strategy.nameOrFile,
                    choice.values(),
                    run,
                    terms,
                    figures,
                    quality(run),
                    hashes(),
                    Version.number(),
                    command(),
                    language,
                    past.made()));
        }
        tell(run, figures, tries);
        return ExitCode.OK;
    }

    /** How many runs were ever made on these bars; a folder that cannot be written takes nobody's figures away, and is told. */
    private OptionalInt noted(Tried run) {
        try {
            return OptionalInt.of(trials().count(run));
        } catch (UncheckedIOException cannotWrite) {
            Console.of(spec)
                    .err()
                    .println("sextant: This run could not be noted among those tried on these bars: "
                            + cannotWrite.getMessage());
            return OptionalInt.empty();
        }
    }

    private Ran ran(StrategyKind kind, Choice choice) throws IOException {
        PrintWriter errors = Console.of(spec).err();
        if (recording.isGiven()) {
            if (mode == Mode.vector || session != null || !actions.isEmpty()) {
                throw new IllegalArgumentException(
                        "--mode vector, --session and --actions are for files of bars, not for a recording");
            }
            return recording.run(kind, choice, costs, past, errors);
        }
        BacktestTerms terms = costs.terms();
        List<PricedBars> priced = bars();
        costs.tellUnits(priced, errors);
        BacktestMarket market = BacktestMarket.of(priced, terms);
        SeatWorld world = past.world(market, errors);
        BacktestRun run = mode == Mode.vector
                ? VectorBacktest.run(market, kind, choice, terms)
                : EventBacktest.run(market, kind, choice, terms, world, SeatListener.NOBODY, FactSink.DEAF);
        return new Ran(run, terms);
    }

    private List<PricedBars> bars() {
        List<PricedBars> priced = new ArrayList<>();
        for (FileBars.Named named : FileBars.all(csv, file)) {
            BarSeries bars = named.bars();
            String calendar = session;
            if (calendar != null) {
                bars = SessionBars.inSession(bars, calendar(calendar));
            }
            if (bars.isEmpty()) {
                throw new RefusedByRule("No bar of " + named.symbol() + " is left to test on.");
            }
            lengths.add(named.length());
            try {
                priced.add(new PricedBars(InstrumentId.of(named.symbol()), bars, actionsOf(named.symbol())));
            } catch (IllegalArgumentException cannotBe) {
                throw new RefusedByRule("This cannot be run: " + cannotBe.getMessage() + ".");
            }
        }
        return priced;
    }

    private List<QualityReport> quality(BacktestRun run) {
        List<QualityReport> reports = new ArrayList<>();
        for (int i = 0; i < run.market().instruments(); i++) {
            reports.add(QualityExamination.ofFile(
                    run.market().id(i).symbol(),
                    run.market().given().get(i).bars(),
                    BarSeries.EMPTY,
                    recording.isGiven() ? BarLength.parse(recording.timeframe()) : lengths.get(i),
                    0,
                    List.of(),
                    new QualityChoices(SessionChoice.TOLD_BY_BARS, false)));
        }
        return reports;
    }

    private Map<String, String> hashes() throws IOException {
        Map<String, String> hashes = new LinkedHashMap<>();
        for (Path each : recording.isGiven() ? recording.files : csv) {
            hashes.put(each.toString(), FileHash.of(each));
        }
        return hashes;
    }

    private String command() {
        return spec == null
                ? ""
                : "./sextant "
                        + String.join(" ", spec.commandLine().getParseResult().originalArgs());
    }

    private static TradingCalendar calendar(String name) {
        try {
            return TradingCalendar.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException none) {
            throw new RefusedByRule(
                    "There is no calendar '" + name + "'; there is us-equities, cme-futures, currencies and always.");
        }
    }

    private List<CorporateAction> actionsOf(String symbol) {
        List<CorporateAction> read = new ArrayList<>();
        for (String each : actions) {
            if (each.startsWith(symbol + "=")) {
                read.addAll(CorporateActionCsv.read(Path.of(each.substring(symbol.length() + 1))));
            } else if (csv.size() == 1) {
                read.addAll(CorporateActionCsv.read(Path.of(each)));
            } else if (!each.contains("=")) {
                throw new RefusedByRule("Of which of the files are the actions? Write --actions SYMBOL=FILE.");
            }
        }
        return read;
    }

    private void tell(BacktestRun run, BacktestFigures figures, OptionalInt tries) {
        PrintWriter out = Console.of(spec).out();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("trades", figures.trades());
        answer.put("finalEquity", figures.finalEquity());
        answer.put("returnPct", PERCENT * figures.returnShare());
        answer.put("annualReturn", figures.annualReturn());
        answer.put("annualVolatility", figures.annualVolatility());
        answer.put("sharpe", figures.sharpe());
        answer.put("sortino", figures.sortino());
        answer.put("calmar", figures.calmar());
        answer.put("maxDrawdownPct", PERCENT * figures.maxDrawdown());
        answer.put("winRatePct", PERCENT * figures.winRate());
        answer.put("profitFactor", figures.profitFactor());
        answer.put("exposurePct", PERCENT * figures.exposure());
        answer.put("fees", figures.fees());
        answer.put("buyHoldPct", PERCENT * figures.buyHold());
        answer.put("orderStreamHash", run.orderStreamHash());
        answer.put("dividends", run.flows().dividends());
        answer.put("borrowing", run.flows().borrowing());
        answer.put("funding", run.flows().funding());
        answer.put("refusedOrders", run.refusals().size());
        if (recording.isGiven()) {
            answer.put("fills", FillModel.BOOK_QUEUE.label());
        }
        PastWorld world = past.made();
        if (world != null) {
            answer.put("trainings", world.trainings());
            answer.put("skilledPct", PERCENT * world.skilledBars() / world.bars());
            answer.put("regimeLearnings", world.learnings());
        }
        tries.ifPresent(count -> answer.put("triesEver", count));
        if (json) {
            Json.print(out, answer);
            return;
        }
        answer.forEach((name, value) ->
                out.printf(Locale.ENGLISH, "%-18s %s%n", name, value instanceof Double number ? plain(number) : value));
        run.refusals().stream().distinct().forEach(each -> out.println("Refused: " + each));
        if (recording.isGiven()) {
            out.println(
                    "Fills are modelled: by what was shown when an order arrived, and by its place in the queue of the recorded book.");
        }
        out.printf(Locale.ENGLISH, "%,d bars; the yardstick is buyHoldPct, of prices alone.%n", run.size());
        tries.ifPresent(count -> out.printf(
                Locale.ENGLISH,
                "%,d %s ever on these bars; ./sextant verdict says what is left of this one.%n",
                count,
                count == 1 ? "run" : "runs"));
        out.flush();
    }

    private static String plain(double number) {
        return Double.isNaN(number) ? "-" : String.format(Locale.ENGLISH, "%,.4f", number);
    }
}
