package io.sextant.analytics.preparation;

import java.util.Arrays;

/** What to do with rows where a number is missing. None of it looks ahead. */
public sealed interface MissingData {

    /** The column as it is used; NaN where the row is to be left out. */
    double[] apply(double[] column);

    /** Rows without it are left out. */
    record LeaveOut() implements MissingData {

        @Override
        public double[] apply(double[] column) {
            return column.clone();
        }
    }

    /** The last one that was there stands in, for at most so many rows. */
    record CarryForward(int mostRows) implements MissingData {

        public CarryForward {
            if (mostRows < 1) {
                throw new IllegalArgumentException("a number is carried for at least one row, not " + mostRows);
            }
        }

        @Override
        public double[] apply(double[] column) {
            double[] filled = column.clone();
            int age = 0;
            for (int i = 1; i < filled.length; i++) {
                if (!Double.isNaN(column[i])) {
                    age = 0;
                } else if (++age <= mostRows) {
                    filled[i] = filled[i - 1];
                }
            }
            return filled;
        }
    }

    /** A number that was learnt from the training part stands in. */
    record StandIn(double value) implements MissingData {

        /** The median of the training part. */
        public static StandIn median(double[] column, int from, int to) {
            return new StandIn(Quantiles.at(Quantiles.sorted(column, from, to), 0.5));
        }

        @Override
        public double[] apply(double[] column) {
            return Arrays.stream(column)
                    .map(each -> Double.isNaN(each) ? value : each)
                    .toArray();
        }
    }
}
