package io.sextant.app.cli;

import io.sextant.engine.backtest.BacktestOutcome;
import io.sextant.engine.sweep.CountedSweep.Luck;
import io.sextant.engine.sweep.StablePick;
import io.sextant.engine.sweep.Sweep;
import io.sextant.engine.sweep.SweepPoint;
import io.sextant.engine.sweep.SweepResult;
import io.sextant.engine.sweep.SweepSurface;
import io.sextant.engine.verdict.Grid.Axis;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A sweep in words, in JSON and as a table. */
record SweepReport(String source, String strategy, int bars, Sweep.Plan plan, SweepResult result, Luck luck) {

    private static final double PERCENT = 100;

    Map<String, Object> json() {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("source", source);
        answer.put("strategy", strategy);
        answer.put("bars", bars);
        answer.put("search", plan.search().label());
        answer.put("by", plan.measure().label());
        answer.put("seed", plan.seed());
        answer.put("gridPoints", plan.grid().size());
        answer.put("tries", result.points().size());
        answer.put("triesEver", luck.onData());
        answer.put("ledgerWhole", luck.whole());
        answer.put("best", point(result.best()));
        Optional<StablePick> stable = result.stable();
        answer.put("stable", stable.map(SweepReport::picked).orElse(null));
        answer.put("deflatedSharpe", luck.deflated().probability());
        answer.put("luckySharpe", luck.luckySharpeAYear());
        List<Axis> open = open();
        if (open.size() > 1) {
            answer.put(
                    "surface",
                    surface(result.surface(open.get(0).name(), open.get(1).name())));
        }
        return answer;
    }

    private List<Axis> open() {
        return plan.grid().axes().stream().filter(axis -> axis.count() > 1).toList();
    }

    private static Map<String, Object> point(SweepPoint point) {
        Map<String, Object> one = new LinkedHashMap<>();
        BacktestOutcome outcome = point.outcome();
        one.put("parameters", point.set().values());
        one.put("trades", outcome.trades());
        one.put("finalEquity", outcome.finalEquity());
        one.put("returnPct", PERCENT * outcome.returnShare());
        one.put("sharpe", outcome.sharpe());
        one.put("calmar", outcome.calmar());
        one.put("maxDrawdownPct", PERCENT * outcome.maxDrawdown());
        return one;
    }

    private static Map<String, Object> picked(StablePick pick) {
        Map<String, Object> one = point(pick.point());
        one.put("aroundMean", pick.mean());
        one.put("aroundDeviation", pick.deviation());
        one.put("aroundTries", pick.neighbours());
        one.put("aroundSteps", pick.reach());
        return one;
    }

    private static Map<String, Object> surface(SweepSurface surface) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("across", surface.across());
        one.put("up", surface.up());
        one.put("acrossValues", surface.acrossValues());
        one.put("upValues", surface.upValues());
        one.put("values", surface.values());
        return one;
    }

    /** A line for each run, in the order in which they were asked for. */
    String csv() {
        List<String> names = List.copyOf(result.best().set().values().keySet());
        StringBuilder text = new StringBuilder(String.join(",", names))
                .append(",trades,final_equity,return,sharpe,calmar,max_drawdown\n");
        for (SweepPoint each : result.points()) {
            BacktestOutcome outcome = each.outcome();
            names.forEach(name -> text.append(plain(each.set().number(name))).append(','));
            text.append(outcome.trades()).append(',').append(outcome.finalEquity());
            text.append(',').append(outcome.returnShare());
            text.append(',').append(known(outcome.sharpe()));
            text.append(',').append(known(outcome.calmar()));
            text.append(',').append(outcome.maxDrawdown()).append('\n');
        }
        return text.toString();
    }

    void print(PrintWriter out) {
        out.println("best    " + sentence(result.best()));
        result.stable()
                .ifPresentOrElse(
                        pick -> out.printf(
                                Locale.ENGLISH,
                                "stable  %s; %,d tries within %d step%s have a %s of %.4f on average, with a deviation of %.4f%n",
                                sentence(pick.point()),
                                pick.neighbours(),
                                pick.reach(),
                                pick.reach() == 1 ? "" : "s",
                                plan.measure().label(),
                                pick.mean(),
                                pick.deviation()),
                        () -> out.println("stable  none: too few tries beside each other"));
        out.printf(
                Locale.ENGLISH,
                "tries   %,d now of %,d points, %,d ever on these bars%s%n",
                result.points().size(),
                plan.grid().size(),
                luck.onData(),
                luck.whole() ? "" : "; the ledger of what was tried was changed, so there may have been more");
        out.printf(
                Locale.ENGLISH,
                "luck    the best of so many shows a Sharpe ratio of %.2f without any skill; that the best is above it is %.1f%% sure%n",
                luck.luckySharpeAYear(),
                PERCENT * luck.deflated().probability());
        out.println("The best of many tries earns less afterwards; ./sextant verdict says whether it holds up.");
        out.flush();
    }

    private String sentence(SweepPoint point) {
        BacktestOutcome outcome = point.outcome();
        String values = plan.grid().axes().stream()
                .map(axis -> axis.name() + "=" + plain(point.set().number(axis.name())))
                .collect(Collectors.joining(" "));
        return String.format(
                Locale.ENGLISH,
                "%s: return %.2f%%, Sharpe %s, Calmar %s, deepest fall %.2f%%, %,d trades",
                values,
                PERCENT * outcome.returnShare(),
                ratio(outcome.sharpe()),
                ratio(outcome.calmar()),
                PERCENT * outcome.maxDrawdown(),
                outcome.trades());
    }

    private static String ratio(double ratio) {
        return Double.isNaN(ratio) ? "-" : String.format(Locale.ENGLISH, "%.4f", ratio);
    }

    private static String known(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
