package io.sextant.marketdata.file;

/** How a column writes its times. */
sealed interface TimeFormat {

    /** One sentence part for a preview. */
    String describe();

    /** Counted from 1970-01-01 UTC; a fraction is allowed. */
    record Epoch(Unit unit) implements TimeFormat {

        enum Unit {
            SECONDS("seconds", 1_000_000_000L),
            MILLISECONDS("milliseconds", 1_000_000L),
            MICROSECONDS("microseconds", 1_000L),
            NANOSECONDS("nanoseconds", 1L);

            private final String word;
            private final long nanos;

            Unit(String word, long nanos) {
                this.word = word;
                this.nanos = nanos;
            }

            long nanos() {
                return nanos;
            }
        }

        @Override
        public String describe() {
            return unit.word + " since 1970";
        }
    }

    /** Written as a date, with or without a time of day and an offset. */
    record Civil(Order order) implements TimeFormat {

        enum Order {
            YEAR_FIRST("year-month-day"),
            DAY_FIRST("day/month/year"),
            MONTH_FIRST("month/day/year"),
            /** {@code 20131007}, {@code 20131007 0930}, {@code 20131007093000}. */
            COMPACT("yearmonthday");

            private final String word;

            Order(String word) {
                this.word = word;
            }
        }

        @Override
        public String describe() {
            return order.word;
        }
    }
}
