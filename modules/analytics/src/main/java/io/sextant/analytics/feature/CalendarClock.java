package io.sextant.analytics.feature;

import java.time.ZoneId;
import java.util.Set;

/** The calendar of the bar at hand, worked out once a bar without an object for it. */
final class CalendarClock extends Node {

    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long DAY_SECONDS = 86_400;
    private static final int MINUTE_SECONDS = 60;
    /** 1 January 1970 was a Thursday; Monday is 0. */
    private static final int FIRST_WEEKDAY = 3;

    private final FeatureInput input;
    private final ZoneMinutes newYork = new ZoneMinutes(ZoneId.of("America/New_York"));
    private final ZoneMinutes london = new ZoneMinutes(ZoneId.of("Europe/London"));
    private final ZoneMinutes tokyo = new ZoneMinutes(ZoneId.of("Asia/Tokyo"));
    private long second;
    private int year;
    private int month;
    private int day;

    CalendarClock(FeatureInput input) {
        super("time", 1, Set.of());
        this.input = input;
    }

    @Override
    boolean looksAtTheBar() {
        return true;
    }

    @Override
    void step() {
        second = Math.floorDiv(input.openTimeNanos, SECOND_NANOS);
        value = second;
        readDate(Math.floorDiv(second, DAY_SECONDS));
    }

    /** Howard Hinnant's civil_from_days: years that begin in March have their leap day at the end. */
    private void readDate(long epochDay) {
        long shifted = epochDay + 719_468;
        long era = Math.floorDiv(shifted, 146_097L);
        long dayOfEra = shifted - era * 146_097;
        long yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        long monthFromMarch = (5 * dayOfYear + 2) / 153;
        day = (int) (dayOfYear - (153 * monthFromMarch + 2) / 5 + 1);
        month = (int) (monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9);
        year = (int) (yearOfEra + era * 400 + (month <= 2 ? 1 : 0));
    }

    double value(CalendarPart part) {
        return switch (part) {
            case MINUTE -> (int) (Math.floorMod(second, DAY_SECONDS) / MINUTE_SECONDS);
            case WEEKDAY -> Math.floorMod(Math.floorDiv(second, DAY_SECONDS) + FIRST_WEEKDAY, 7L);
            case DAY -> day;
            case DAYS_LEFT -> daysInMonth() - day;
            case MONTH -> month;
            case YEAR_SHARE -> (dayOfYear() - 1.0) / (isLeap() ? 366 : 365);
            case NEW_YORK_MINUTE -> newYork.minute(second);
            case LONDON_MINUTE -> london.minute(second);
            case TOKYO_MINUTE -> tokyo.minute(second);
        };
    }

    private boolean isLeap() {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    private int daysInMonth() {
        return switch (month) {
            case 2 -> isLeap() ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    private int dayOfYear() {
        int before = (month - 1) * 31 + day;
        if (month <= 2) {
            return before;
        }
        return before - (4 * month + 23) / 10 + (isLeap() ? 1 : 0);
    }
}
