package io.sextant.app.verdict;

import io.sextant.engine.verdict.Evidence;
import io.sextant.engine.verdict.MonteCarlo;
import io.sextant.engine.verdict.Walked;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The evidence as lines of a name and what was found, for the terminal and the page alike. */
public record VerdictLines(Evidence evidence) {

    /** One of them. */
    public record Line(String name, String text) {}

    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        earned(lines);
        luck(lines);
        choosing(lines);
        drawn(lines, evidence.monteCarlo());
        execution(lines);
        return lines;
    }

    static String values(Map<String, Double> values) {
        return values.entrySet().stream()
                .map(each -> each.getKey() + "=" + number(each.getValue()))
                .collect(Collectors.joining(" "));
    }

    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : String.format(Locale.ENGLISH, "%.6g", value);
    }

    private static void add(List<Line> lines, String name, String form, Object... figures) {
        lines.add(new Line(name, String.format(Locale.ENGLISH, form, figures)));
    }

    private static String percent(double share) {
        return Double.isFinite(share) ? String.format(Locale.ENGLISH, "%.1f %%", 100 * share) : "-";
    }

    private static String ratio(double value) {
        return Double.isFinite(value) ? String.format(Locale.ENGLISH, "%.2f", value) : "-";
    }

    private void earned(List<Line> lines) {
        Evidence.Earned earned = evidence.earned();
        add(
                lines,
                "strategy",
                "%s %s",
                evidence.strategy(),
                values(evidence.chosen().values()));
        add(
                lines,
                "bars",
                evidence.span().instruments() == 1
                        ? "%,d, of which %,d after the warm-up"
                        : "%,d of %3$d instruments, of which %2$,d after the warm-up",
                evidence.span().bars(),
                evidence.span().judged(),
                evidence.span().instruments());
        add(
                lines,
                "earned",
                "%s in %d trades; holding would have earned %s",
                percent(earned.returnShare()),
                earned.trades(),
                percent(earned.holding()));
        add(
                lines,
                "Sharpe ratio a year",
                "%s; nothing would be left at %s more bps a side",
                ratio(earned.sharpeAYear()),
                ratio(earned.breakEvenBps()));
    }

    private void luck(List<Line> lines) {
        add(
                lines,
                "examined on these bars",
                "%d, of them %d now and %d of this strategy ever",
                evidence.count().onData(),
                evidence.count().now(),
                evidence.count().ofStrategy());
        add(
                lines,
                "above nought",
                "with a probability of %s; of the best of all tried, %s",
                percent(evidence.sharpe().probabilityAbove(0)),
                percent(evidence.deflated().probability()));
        add(
                lines,
                "bars that would be enough",
                "%s",
                Double.isFinite(evidence.periodsNeeded())
                        ? String.format(Locale.ENGLISH, "%,.0f", evidence.periodsNeeded())
                        : "none would");
        add(
                lines,
                "p, against earning nothing",
                "%.3f (Hansen), %.3f (White)",
                evidence.aboveCash().consistent(),
                evidence.aboveCash().realityCheck());
        add(
                lines,
                "p, against holding as much",
                "%.3f; it held %s on average",
                evidence.aboveHolding().consistent(),
                percent(evidence.earned().exposure()));
    }

    private void choosing(List<Line> lines) {
        evidence.overfitting()
                .ifPresent(each -> add(
                        lines,
                        "probability of overfitting",
                        "%s; the chosen one loses in %s of halves",
                        percent(each.probability()),
                        percent(each.lossProbability())));
        evidence.anchored().ifPresent(walked -> walk(lines, "walk forward, anchored", walked));
        evidence.rolling().ifPresent(walked -> walk(lines, "walk forward, rolling", walked));
        evidence.paths()
                .ifPresent(each -> add(
                        lines,
                        "purged paths",
                        "%d, Sharpe ratio %s to %s, median %s",
                        each.sharpes().length,
                        ratio(each.sharpes()[0]),
                        ratio(each.sharpes()[each.sharpes().length - 1]),
                        ratio(each.median())));
        evidence.surface()
                .ifPresent(each -> add(
                        lines,
                        "plateau of the grid",
                        "%s (%s around it); %s of %d points earn something",
                        values(each.plateau().choice().values()),
                        ratio(each.plateau().around()),
                        percent(each.positiveShare()),
                        each.points().size()));
    }

    private static void walk(List<Line> lines, String name, Walked walked) {
        add(
                lines,
                name,
                "Sharpe ratio %s where chosen, %s after (%s)",
                ratio(walked.chosen()),
                ratio(walked.after()),
                percent(walked.afterReturn()));
    }

    private static void drawn(List<Line> lines, MonteCarlo drawn) {
        add(
                lines,
                "same bars in random order",
                "as good in %s of %d markets; the best there has %s in the middle one",
                percent(drawn.luckyShare()),
                drawn.luckyWorlds(),
                ratio(drawn.luckyMedian()));
        add(
                lines,
                "trades in other orders",
                "one in twenty falls by %s or more",
                percent(-drawn.trades().fallAt(0.05)));
        add(
                lines,
                "returns drawn again",
                "%s to %s in nine of ten; %s lose; one in twenty falls by %s or more",
                percent(drawn.returns().growthAt(0.05) - 1),
                percent(drawn.returns().growthAt(0.95) - 1),
                percent(drawn.returns().lossShare()),
                percent(-drawn.returns().fallAt(0.05)));
        add(lines, "stretches drawn again", "%s of markets earn something", percent(drawn.alikePositive()));
        add(lines, "begun later", "%s of starts earn something", percent(drawn.startsPositive()));
        add(lines, "numbers a fifth apart", "Sharpe ratio %s in the middle", ratio(drawn.jitterMedian()));
        for (MonteCarlo.CostStep step : drawn.costs()) {
            add(
                    lines,
                    step.moreBps() > 0
                            ? String.format(Locale.ENGLISH, "costs of %.0f bps more", step.moreBps())
                            : String.format(Locale.ENGLISH, "costs times %.0f", step.times()),
                    "Sharpe ratio %s, %s",
                    ratio(step.sharpeAYear()),
                    percent(step.returnShare()));
        }
    }

    private void execution(List<Line> lines) {
        add(
                lines,
                "future cut off",
                "at %d bars; %,d signals compared, %s",
                evidence.lookAhead().cuts(),
                evidence.lookAhead().compared(),
                evidence.lookAhead().peek().isPresent() ? "one changed" : "none changed");
        add(
                lines,
                "more history",
                "after %d bars of warm-up changes %s of what is wanted",
                evidence.warmUp().declared(),
                percent(evidence.warmUp().share()));
        add(
                lines,
                "fills",
                "%d; %d impossible, %d in dead markets",
                evidence.fills().fills(),
                evidence.fills().impossible(),
                evidence.fills().stale());
        double amount = evidence.capacity().amount();
        add(
                lines,
                "capacity",
                "%s",
                Double.isFinite(amount)
                        ? String.format(
                                Locale.ENGLISH,
                                "about %,.0f; orders are %.4f %% of a bar's volume, %.1f bps of impact against %.1f of edge",
                                amount,
                                100 * evidence.capacity().meanShare(),
                                evidence.capacity().impactBps(),
                                evidence.capacity().edgeBps())
                        : "cannot be told, as bars have no volume");
        add(lines, "best trade", "%s of the profit", percent(evidence.bestTradeShare()));
    }
}
