package io.sextant.forecasting.search;

import java.util.List;

/** One setting that is searched over; a place between 0 and 1 stands for each of its values. */
public sealed interface Dimension {

    String name();

    /** The value at a place from 0 to 1, as a person writes it. */
    String valueAt(double place);

    /** @param logarithmic whether 1 to 10 is as wide as 10 to 100 */
    record Real(String name, double low, double high, boolean logarithmic) implements Dimension {

        public Real {
            if (!(low < high) || (logarithmic && low <= 0)) {
                throw new IllegalArgumentException(name + " cannot be searched from " + low + " to " + high);
            }
        }

        @Override
        public String valueAt(double place) {
            double value = logarithmic
                    ? Math.exp(Math.log(low) + place * (Math.log(high) - Math.log(low)))
                    : low + place * (high - low);
            return Double.toString(Math.clamp(value, low, high));
        }
    }

    record Whole(String name, int low, int high, boolean logarithmic) implements Dimension {

        public Whole {
            if (low >= high || (logarithmic && low <= 0)) {
                throw new IllegalArgumentException(name + " cannot be searched from " + low + " to " + high);
            }
        }

        /** Every number has an equal share of the way, its logarithm's where that is asked for. */
        @Override
        public String valueAt(double place) {
            double value = logarithmic
                    ? Math.exp(Math.log(low) + place * (Math.log(high + 1.0) - Math.log(low)))
                    : low + place * (high + 1.0 - low);
            return Integer.toString((int) Math.clamp(Math.floor(value), low, high));
        }
    }

    record Choice(String name, List<String> values) implements Dimension {

        public Choice {
            values = List.copyOf(values);
            if (values.size() < 2) {
                throw new IllegalArgumentException(name + " has nothing to choose from");
            }
        }

        @Override
        public String valueAt(double place) {
            return values.get((int) Math.min(values.size() - 1.0, place * values.size()));
        }
    }
}
