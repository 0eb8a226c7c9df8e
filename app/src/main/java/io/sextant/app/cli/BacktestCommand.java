package io.sextant.app.cli;

import io.sextant.domain.market.BarSeries;
import io.sextant.engine.backtest.BacktestFigures;
import io.sextant.engine.backtest.BacktestRun;
import io.sextant.engine.backtest.BacktestTerms;
import io.sextant.engine.backtest.BacktestTrade;
import io.sextant.engine.backtest.BarBacktest;
import io.sextant.marketdata.file.WholeFile;
import io.sextant.strategy.StrategyCatalog;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.StrategyKind;
import io.sextant.strategy.kind.StrategyRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a rule would have earned on a file of bars. */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        description = {
            "Runs a strategy over a file of bars: it hears each bar when it is over, and what it wants is filled at the open of the next.",
            "Bars alone take part, no order book, spread or limits: it tells what a rule would have earned, not that it will."
        })
final class BacktestCommand implements Callable<Integer> {

    private static final String NEXT_OPEN = "next-open";
    private static final double BPS = 1e4;
    private static final double PERCENT = 100;

    @Spec
    @Nullable CommandSpec spec;

    @Option(names = "--csv", required = true, paramLabel = "FILE", description = "Bars; plain, gz or zip.")
    Path csv = Path.of("");

    @Option(
            names = "--strategy",
            required = true,
            paramLabel = "NAME",
            description = "One of the workstation's own, as sma-cross.")
    String strategy = "";

    @Option(names = "--param", paramLabel = "NAME=VALUE", description = "As fast=10; those not given are as usual.")
    Map<String, String> parameters = Map.of();

    @Option(names = "--cash", paramLabel = "AMOUNT", description = "With how much it begins; 10000 if not given.")
    double cash = 10_000;

    @Option(
            names = "--commission-bps",
            paramLabel = "BPS",
            description = "Of the notional of each side, in hundredths of a percent; 0 if not given.")
    double commissionBps;

    @Option(names = "--long-only", description = "Goes flat where it would go short.")
    boolean longOnly;

    @Option(names = "--fractional", description = "Parts of a unit can be held.")
    boolean fractional;

    @Option(names = "--fill", paramLabel = "HOW", description = "next-open, the only way so far.")
    String fill = NEXT_OPEN;

    @Option(names = "--trades", paramLabel = "FILE.csv", description = "Where to write the trades.")
    @Nullable Path trades;

    @Option(names = "--equity", paramLabel = "FILE.csv", description = "Where to write the equity at each close.")
    @Nullable Path equity;

    @Mixin
    FileOptions file = new FileOptions();

    @Option(names = "--json", description = "Print nothing but JSON.")
    boolean json;

    @Override
    public Integer call() throws IOException {
        if (!fill.equals(NEXT_OPEN)) {
            throw new RefusedByRule("Orders are filled at the next open (--fill next-open), not " + fill + ".");
        }
        BarSeries bars = FileBars.of(csv, file);
        BacktestRun run;
        BacktestFigures figures;
        try {
            BacktestTerms terms = new BacktestTerms(cash, commissionBps / BPS, fractional);
            run = BarBacktest.run(bars, strategy(), terms);
            figures = BacktestFigures.of(run, terms);
        } catch (IllegalArgumentException cannotBe) {
            throw new RefusedByRule("This cannot be run: " + cannotBe.getMessage() + ".");
        }
        write(trades, tradesText(run));
        write(equity, equityText(run));
        tell(run, figures);
        return ExitCode.OK;
    }

    /** Refuses by an exception that says why. */
    private StrategyRun strategy() {
        StrategyKind kind = StrategyCatalog.get(strategy);
        Map<String, Double> given = new LinkedHashMap<>();
        parameters.forEach((name, text) -> given.put(name, number(name, text)));
        if (longOnly) {
            given.put(StrategyKind.LONG_ONLY, 1.0);
        }
        return kind.begin(Choice.of(kind, given));
    }

    private static double number(String name, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException none) {
            throw new IllegalArgumentException("--param " + name + " is a number, not " + text, none);
        }
    }

    private static void write(@Nullable Path to, String text) throws IOException {
        if (to != null) {
            WholeFile.write(to, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static String tradesText(BacktestRun run) {
        StringBuilder text = new StringBuilder(
                "size,entry_bar,exit_bar,entry_time,exit_time,entry_price,exit_price,commission,pnl,return\n");
        for (BacktestTrade one : run.trades()) {
            text.append(one.units())
                    .append(',')
                    .append(one.entryBar())
                    .append(',')
                    .append(one.exitBar());
            text.append(',').append(UtcText.of(run.bars().openTimeNanos()[one.entryBar()]));
            text.append(',').append(UtcText.of(run.bars().openTimeNanos()[one.exitBar()]));
            text.append(',').append(one.entryPrice()).append(',').append(one.exitPrice());
            text.append(',').append(one.commission()).append(',').append(one.profit());
            text.append(',').append(one.returnShare()).append('\n');
        }
        return text.toString();
    }

    private static String equityText(BacktestRun run) {
        StringBuilder text = new StringBuilder("time,equity\n");
        for (int i = 0; i < run.equity().length; i++) {
            text.append(UtcText.of(run.bars().openTimeNanos()[i])).append(',');
            text.append(run.equity()[i]).append('\n');
        }
        return text.toString();
    }

    private void tell(BacktestRun run, BacktestFigures figures) {
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
        if (json) {
            Json.print(out, answer);
            return;
        }
        answer.forEach((name, value) ->
                out.printf(Locale.ENGLISH, "%-18s %s%n", name, value instanceof Double number ? plain(number) : value));
        out.printf(
                Locale.ENGLISH,
                "%,d bars; the yardstick is buyHoldPct.%n",
                run.bars().size());
        out.flush();
    }

    private static String plain(double number) {
        return Double.isNaN(number) ? "-" : String.format(Locale.ENGLISH, "%,.4f", number);
    }
}
