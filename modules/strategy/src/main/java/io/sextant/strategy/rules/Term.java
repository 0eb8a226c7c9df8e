package io.sextant.strategy.rules;

import java.util.Locale;

/** Something in a condition that is a number at each bar. */
sealed interface Term {

    record Constant(Amount amount) implements Term {

        @Override
        public String toString() {
            return amount.toString();
        }
    }

    /** One of the bar's own. */
    enum Price implements Term {
        OPEN,
        HIGH,
        LOW,
        CLOSE,
        VOLUME;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param spec as {@code bbands:20:$width}, with parameters of the rules in it
     * @param output by its name; empty for the first
     */
    record IndicatorValue(String spec, String output) implements Term {

        @Override
        public String toString() {
            return output.isEmpty() ? spec : spec + "." + output;
        }
    }

    record FeatureValue(String feature) implements Term {

        @Override
        public String toString() {
            return "feature:" + feature;
        }
    }

    /** The log return that the champion expects of the next bar; not a number where its skill is not measured. */
    record Forecast() implements Term {

        @Override
        public String toString() {
            return "forecast";
        }
    }

    /** What another was some bars ago. */
    record Ago(Term term, int bars) implements Term {

        @Override
        public String toString() {
            return term + " " + bars + (bars == 1 ? " bar ago" : " bars ago");
        }
    }
}
