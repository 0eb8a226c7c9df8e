package io.sextant.analytics.feature;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;

/**
 * Numbers made from numbers, each computed once a bar however many features read it. A node is known by its formula: whoever
 * asks for the same formula gets the same node. Nodes take their steps in the order in which they were made, hence after their
 * sources.
 */
final class FeatureGraph {

    private final FeatureInput input;
    private final Map<String, Node> byFormula = new HashMap<>();
    private final List<Node> inOrder = new ArrayList<>();

    FeatureGraph(FeatureInput input) {
        this.input = input;
    }

    private <N extends Node> N once(Class<N> type, String formula, Supplier<N> maker) {
        Node known = byFormula.get(formula);
        if (known == null) {
            N made = maker.get();
            byFormula.put(formula, made);
            inOrder.add(made);
            return made;
        }
        return type.cast(known);
    }

    List<Node> inOrder() {
        return inOrder;
    }

    private Node taken(String name, Set<DataNeed> needs, DoubleSupplier told) {
        return once(Taken.class, name, () -> new Taken(name, needs, told));
    }

    Node open() {
        return taken("open", Set.of(DataNeed.BARS), () -> input.open);
    }

    Node high() {
        return taken("high", Set.of(DataNeed.BARS), () -> input.high);
    }

    Node low() {
        return taken("low", Set.of(DataNeed.BARS), () -> input.low);
    }

    Node close() {
        return taken("close", Set.of(DataNeed.BARS), () -> input.close);
    }

    Node volume() {
        return taken("volume", Set.of(DataNeed.VOLUME), () -> input.volume);
    }

    Node peer() {
        return taken("peer", Set.of(DataNeed.PEER), () -> input.peerClose);
    }

    Node reading(FeatureReading of) {
        return taken(of.words(), of.needs(), () -> input.reading(of));
    }

    Node calendar(CalendarPart part) {
        CalendarClock clock = once(CalendarClock.class, "time", () -> new CalendarClock(input));
        return once(Reading.class, part.words(), () -> new Reading(part.words(), clock, 0, () -> clock.value(part)));
    }

    Node map(String formula, Node source, DoubleUnaryOperator function) {
        return once(Mapped.class, formula, () -> new Mapped(formula, source, function));
    }

    Node join(String formula, Node a, Node b, DoubleBinaryOperator function) {
        return once(Joined.class, formula, () -> new Joined(formula, a, b, function));
    }

    Node ln(Node of) {
        return map("ln(" + of.formula() + ")", of, x -> x > 0 ? Math.log(x) : Double.NaN);
    }

    Node abs(Node of) {
        return map("|" + of.formula() + "|", of, Math::abs);
    }

    Node square(Node of) {
        return map(group(of) + "^2", of, x -> x * x);
    }

    Node root(Node of) {
        return map("sqrt(" + of.formula() + ")", of, x -> x < 0 ? 0 : Math.sqrt(x));
    }

    Node sign(Node of) {
        return map("sign(" + of.formula() + ")", of, Math::signum);
    }

    /** The number where it is above 0, else 0. */
    Node gain(Node of) {
        return map("gain(" + of.formula() + ")", of, x -> x > 0 ? x : Double.isNaN(x) ? x : 0);
    }

    /** How far it is below 0, else 0. */
    Node loss(Node of) {
        return map("loss(" + of.formula() + ")", of, x -> x < 0 ? -x : Double.isNaN(x) ? x : 0);
    }

    Node times(Node of, double factor) {
        return map(number(factor) + "*" + group(of), of, x -> x * factor);
    }

    Node less(Node of, double amount) {
        return map(group(of) + " - " + number(amount), of, x -> x - amount);
    }

    Node plus(Node a, Node b) {
        return join(a.formula() + " + " + b.formula(), a, b, Double::sum);
    }

    Node minus(Node a, Node b) {
        return join(a.formula() + " - " + group(b), a, b, (x, y) -> x - y);
    }

    Node times(Node a, Node b) {
        return join(group(a) + "*" + group(b), a, b, (x, y) -> x * y);
    }

    /** No number where the divisor is 0. */
    Node ratio(Node a, Node b) {
        return join(group(a) + "/" + group(b), a, b, (x, y) -> y == 0 ? Double.NaN : x / y);
    }

    Node greater(Node a, Node b) {
        return join("max(" + a.formula() + "; " + b.formula() + ")", a, b, Math::max);
    }

    Node lesser(Node a, Node b) {
        return join("min(" + a.formula() + "; " + b.formula() + ")", a, b, Math::min);
    }

    /** 1 where it holds, else 0. */
    Node isAbove(Node a, Node b) {
        return join(
                "[" + a.formula() + " > " + b.formula() + "]",
                a,
                b,
                (x, y) -> Double.isNaN(x) || Double.isNaN(y) ? Double.NaN : x > y ? 1 : 0);
    }

    Node isAbove(Node of, double level) {
        return map(
                "[" + of.formula() + " > " + number(level) + "]",
                of,
                x -> Double.isNaN(x) ? Double.NaN : x > level ? 1 : 0);
    }

    Node lag(Node of, int bars) {
        String formula = group(of) + "[" + bars + "]";
        return once(Lagged.class, formula, () -> new Lagged(formula, of, bars));
    }

    Node change(Node of, int bars) {
        return minus(of, lag(of, bars));
    }

    Node total(Node of, int bars) {
        String formula = "sum(" + of.formula() + ", " + bars + ")";
        return once(RollingTotal.class, formula, () -> new RollingTotal(formula, of, bars, false));
    }

    Node mean(Node of, int bars) {
        String formula = "mean(" + of.formula() + ", " + bars + ")";
        return once(RollingTotal.class, formula, () -> new RollingTotal(formula, of, bars, true));
    }

    private RollingMoments moments(Node of, int bars) {
        String formula = "sd(" + of.formula() + ", " + bars + ")";
        return once(RollingMoments.class, formula, () -> new RollingMoments(formula, of, bars));
    }

    /** Of the sample, over n-1. */
    Node deviation(Node of, int bars) {
        return moments(of, bars);
    }

    Node skewness(Node of, int bars) {
        RollingMoments moments = moments(of, bars);
        String formula = "skewness(" + of.formula() + ", " + bars + ")";
        return once(Reading.class, formula, () -> new Reading(formula, moments, 0, moments::skewness));
    }

    Node kurtosis(Node of, int bars) {
        RollingMoments moments = moments(of, bars);
        String formula = "excess kurtosis(" + of.formula() + ", " + bars + ")";
        return once(Reading.class, formula, () -> new Reading(formula, moments, 0, moments::excessKurtosis));
    }

    private RollingExtreme extreme(Node of, int bars, double sign) {
        String formula = (sign > 0 ? "highest(" : "lowest(") + of.formula() + ", " + bars + ")";
        return once(RollingExtreme.class, formula, () -> new RollingExtreme(formula, of, bars, sign));
    }

    Node highest(Node of, int bars) {
        return extreme(of, bars, 1);
    }

    Node lowest(Node of, int bars) {
        return extreme(of, bars, -1);
    }

    Node sinceHighest(Node of, int bars) {
        RollingExtreme extreme = extreme(of, bars, 1);
        String formula = "age of " + extreme.formula();
        return once(Reading.class, formula, () -> new Reading(formula, extreme, 0, extreme::age));
    }

    Node sinceLowest(Node of, int bars) {
        RollingExtreme extreme = extreme(of, bars, -1);
        String formula = "age of " + extreme.formula();
        return once(Reading.class, formula, () -> new Reading(formula, extreme, 0, extreme::age));
    }

    private RollingPair pair(Node a, Node b, int bars) {
        String formula = "correlation(" + a.formula() + "; " + b.formula() + ", " + bars + ")";
        return once(RollingPair.class, formula, () -> new RollingPair(formula, a, b, bars));
    }

    Node correlation(Node a, Node b, int bars) {
        return pair(a, b, bars);
    }

    /** Slope of {@code a} on {@code b}. */
    Node beta(Node a, Node b, int bars) {
        RollingPair pair = pair(a, b, bars);
        String formula = "slope(" + a.formula() + " on " + b.formula() + ", " + bars + ")";
        return once(Reading.class, formula, () -> new Reading(formula, pair, 0, pair::slope));
    }

    private RollingLine line(Node of, int bars) {
        String formula = "slope(" + of.formula() + ", " + bars + ")";
        return once(RollingLine.class, formula, () -> new RollingLine(formula, of, bars));
    }

    /** Slope a bar of the straight line through the window. */
    Node slope(Node of, int bars) {
        return line(of, bars);
    }

    Node fit(Node of, int bars) {
        RollingLine line = line(of, bars);
        String formula = "R2(" + of.formula() + ", " + bars + ")";
        return once(Reading.class, formula, () -> new Reading(formula, line, 0, line::fit));
    }

    Node offLine(Node of, int bars) {
        RollingLine line = line(of, bars);
        String formula = "distance from line(" + of.formula() + ", " + bars + ")";
        return once(Reading.class, formula, () -> new Reading(formula, line, 0, line::distance));
    }

    Node rank(Node of, int bars) {
        String formula = "rank(" + of.formula() + ", " + bars + ")";
        return once(RollingRank.class, formula, () -> new RollingRank(formula, of, bars));
    }

    Node meanDistance(Node of, int bars) {
        String formula = "mean distance(" + of.formula() + ", " + bars + ")";
        return once(RollingDistance.class, formula, () -> new RollingDistance(formula, of, bars));
    }

    /** Exponential mean with weight 2/(n+1). */
    Node ema(Node of, int bars) {
        String formula = "ema(" + of.formula() + ", " + bars + ")";
        return once(Smoothed.class, formula, () -> new Smoothed(formula, of, 2.0 / (bars + 1), bars));
    }

    /** Wilder's smoothing, weight 1/n. */
    Node wilder(Node of, int bars) {
        String formula = "wilder(" + of.formula() + ", " + bars + ")";
        return once(Smoothed.class, formula, () -> new Smoothed(formula, of, 1.0 / bars, bars));
    }

    Node run(Node of) {
        String formula = "run(" + of.formula() + ")";
        return once(Run.class, formula, () -> new Run(formula, of));
    }

    Node overItsMinute(Node of) {
        String formula = of.formula() + "/mean at this time of day";
        return once(SameMinute.class, formula, () -> new SameMinute(formula, input, of));
    }

    /** How many deviations the newest is from the mean of its window. */
    Node score(Node of, int bars) {
        return ratio(minus(of, mean(of, bars)), deviation(of, bars));
    }

    /** Logarithmic return of one bar. */
    Node step() {
        return logReturn(1);
    }

    Node logReturn(int bars) {
        return join("ln(close/close[" + bars + "])", ln(close()), lag(ln(close()), bars), (x, y) -> x - y);
    }

    private static String group(Node of) {
        String formula = of.formula();
        boolean simple = formula.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_');
        return simple || isOneCall(formula) ? formula : "(" + formula + ")";
    }

    /** Whether it is one word and its arguments, so that nothing can be read into it. */
    private static boolean isOneCall(String formula) {
        int depth = 0;
        boolean opened = false;
        for (int i = 0; i < formula.length(); i++) {
            char c = formula.charAt(i);
            if (c == '(') {
                depth++;
                opened = true;
            } else if (c == ')') {
                depth--;
            } else if (depth == 0 && (opened || !(Character.isLetterOrDigit(c) || c == ' '))) {
                return false;
            }
        }
        return opened && depth == 0;
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
