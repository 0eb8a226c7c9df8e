package io.sextant.ui.chart;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** A round stretch of local time between two ticks of the time axis. */
record TimeStep(Unit unit, int amount) {

    enum Unit {
        SECONDS(1),
        DAYS(86_400),
        MONTHS(2_629_746),
        YEARS(31_556_952);

        private final long seconds;

        Unit(long seconds) {
            this.seconds = seconds;
        }
    }

    private static final int MINUTE = 60;
    private static final int HOUR = 3_600;

    private static final TimeStep[] STEPS = {
        seconds(1),
        seconds(2),
        seconds(5),
        seconds(10),
        seconds(15),
        seconds(30),
        seconds(MINUTE),
        seconds(2 * MINUTE),
        seconds(5 * MINUTE),
        seconds(10 * MINUTE),
        seconds(15 * MINUTE),
        seconds(30 * MINUTE),
        seconds(HOUR),
        seconds(2 * HOUR),
        seconds(3 * HOUR),
        seconds(6 * HOUR),
        seconds(12 * HOUR),
        new TimeStep(Unit.DAYS, 1),
        new TimeStep(Unit.DAYS, 2),
        new TimeStep(Unit.DAYS, 7),
        new TimeStep(Unit.DAYS, 14),
        new TimeStep(Unit.MONTHS, 1),
        new TimeStep(Unit.MONTHS, 2),
        new TimeStep(Unit.MONTHS, 3),
        new TimeStep(Unit.MONTHS, 6),
        new TimeStep(Unit.YEARS, 1),
        new TimeStep(Unit.YEARS, 2),
        new TimeStep(Unit.YEARS, 5),
        new TimeStep(Unit.YEARS, 10),
        new TimeStep(Unit.YEARS, 20),
        new TimeStep(Unit.YEARS, 50),
        new TimeStep(Unit.YEARS, 100),
    };

    static TimeStep seconds(int amount) {
        return new TimeStep(Unit.SECONDS, amount);
    }

    /** The shortest step that is not below {@code nanos}. */
    static TimeStep atLeast(double nanos) {
        for (TimeStep step : STEPS) {
            if (step.unit.seconds * step.amount * 1e9 >= nanos) {
                return step;
            }
        }
        return STEPS[STEPS.length - 1];
    }

    /** Whether labels between two days need seconds. */
    boolean showsSeconds() {
        return unit == Unit.SECONDS && amount < MINUTE;
    }

    /** The first boundary strictly after {@code timeNanos}. */
    long after(long timeNanos, ZoneId zone) {
        ZonedDateTime time = EpochTime.at(timeNanos, zone);
        LocalDate date = time.toLocalDate();
        ZonedDateTime boundary = switch (unit) {
            case SECONDS ->
                date.atStartOfDay()
                        .plusSeconds((time.toLocalTime().toSecondOfDay() / amount + 1L) * amount)
                        .atZone(zone);
            case DAYS -> nextDay(date).atStartOfDay(zone);
            case MONTHS ->
                date.withDayOfYear(1)
                        .plusMonths(((date.getMonthValue() - 1) / amount + 1L) * amount)
                        .atStartOfDay(zone);
            case YEARS ->
                LocalDate.of((date.getYear() / amount + 1) * amount, 1, 1).atStartOfDay(zone);
        };
        long nanos = EpochTime.nanos(boundary);
        // Where clocks go back, local times repeat: the boundary of the second pass lies before it.
        return nanos > timeNanos ? nanos : timeNanos + unit.seconds * amount * EpochTime.NANOS_PER_SECOND;
    }

    /** Days are counted from each first of a month; a rest shorter than half a step is left to the next month. */
    private LocalDate nextDay(LocalDate date) {
        int next = ((date.getDayOfMonth() - 1) / amount + 1) * amount + 1;
        return next + amount / 2 > date.lengthOfMonth()
                ? date.withDayOfMonth(1).plusMonths(1)
                : date.withDayOfMonth(next);
    }
}
