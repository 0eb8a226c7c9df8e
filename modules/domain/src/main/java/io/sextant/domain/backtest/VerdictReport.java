package io.sextant.domain.backtest;

import io.sextant.domain.instrument.InstrumentId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is left of a backtest when everything was tried that could explain it away, or why nobody can say. */
public sealed interface VerdictReport {

    VerdictWish wish();

    /** What is told first. */
    enum Word {
        HOLDS_UP,
        FRAGILE,
        LUCK,
        LOOKS_AHEAD,
        NOT_REPEATABLE
    }

    /** In what a figure is counted; one that cannot be told is NaN. */
    enum Unit {
        COUNT,
        RATIO,
        SHARE,
        /** The chance that luck alone does as well. */
        CHANCE,
        /** Hundredths of a percent. */
        BPS,
        MONEY
    }

    /** A number with its unit. */
    record Figure(Unit unit, double value) {

        public static Figure count(double value) {
            return new Figure(Unit.COUNT, value);
        }

        public static Figure ratio(double value) {
            return new Figure(Unit.RATIO, value);
        }

        public static Figure share(double value) {
            return new Figure(Unit.SHARE, value);
        }

        public static Figure chance(double value) {
            return new Figure(Unit.CHANCE, value);
        }

        public static Figure bps(double value) {
            return new Figure(Unit.BPS, value);
        }

        public static Figure money(double value) {
            return new Figure(Unit.MONEY, value);
        }
    }

    /**
     * Something that speaks against a strategy.
     *
     * @param decides whether it is among those that made the word
     * @param figures in the order in which its sentence names them
     */
    record Finding(VerdictReason reason, boolean decides, List<Figure> figures) {

        public Finding {
            figures = List.copyOf(figures);
        }
    }

    /**
     * Something that was measured.
     *
     * @param against whether it is below what it takes to hold up
     * @param figures in the order in which its sentence names them
     */
    record Measured(VerdictCheck check, boolean against, List<Figure> figures) {

        public Measured {
            figures = List.copyOf(figures);
        }
    }

    /**
     * All that was found.
     *
     * @param findings the worst first
     * @param chosen the values that it is about
     * @param tries how many were ever run on these bars, of all strategies
     * @param pathSharpes Sharpe ratios a year of purged paths, sorted; empty where nothing was chosen
     */
    record Judged(
            VerdictWish wish,
            Word word,
            List<Finding> findings,
            List<Measured> measured,
            Map<String, Double> chosen,
            int tries,
            List<Walk> walks,
            double[] pathSharpes)
            implements VerdictReport {

        public Judged {
            findings = List.copyOf(findings);
            measured = List.copyOf(measured);
            chosen = Collections.unmodifiableMap(new LinkedHashMap<>(chosen));
            walks = List.copyOf(walks);
        }
    }

    /** From where a walk forward chooses. */
    enum Looking {
        /** From all bars before. */
        ANCHORED,
        /** From the bars just before. */
        ROLLING
    }

    /**
     * Through the later half, with the choice made anew along the way; ratios are a year's.
     *
     * @param chosenSharpe the mean where the choices were made
     * @param afterSharpe of all stretches after, one behind the other
     * @param timesNanos of the bars after
     * @param growth what one became at each of them
     */
    record Walk(
            Looking looking,
            List<Window> windows,
            double chosenSharpe,
            double afterSharpe,
            double afterReturn,
            long[] timesNanos,
            double[] growth) {

        public Walk {
            windows = List.copyOf(windows);
        }
    }

    /** A stretch in which values were chosen, and the one after it in which they were led on. */
    record Window(
            long chosenFromNanos,
            long chosenToNanos,
            long afterFromNanos,
            long afterToNanos,
            Map<String, Double> values,
            double chosenSharpe,
            double afterSharpe,
            double afterReturn) {

        public Window {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    /** There are too few bars in this stretch. */
    record TooFewBars(VerdictWish wish, InstrumentId instrument, int bars, int needed) implements VerdictReport {}

    /** What was asked for cannot be examined. */
    record Refused(VerdictWish wish, String reason) implements VerdictReport {}
}
