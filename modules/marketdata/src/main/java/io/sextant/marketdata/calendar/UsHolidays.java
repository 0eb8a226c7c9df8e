package io.sextant.marketdata.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;

/**
 * When New York's exchanges stay closed or close early, by the rules of NYSE Rule 7.2 as they stand since 1971. Days on which
 * they were closed for mourning, terror or weather follow no rule and are listed from 1994 on.
 */
final class UsHolidays {

    private static final Set<LocalDate> SPECIAL = Set.of(
            LocalDate.of(1994, 4, 27),
            LocalDate.of(2001, 9, 11),
            LocalDate.of(2001, 9, 12),
            LocalDate.of(2001, 9, 13),
            LocalDate.of(2001, 9, 14),
            LocalDate.of(2004, 6, 11),
            LocalDate.of(2007, 1, 2),
            LocalDate.of(2012, 10, 29),
            LocalDate.of(2012, 10, 30),
            LocalDate.of(2018, 12, 5),
            LocalDate.of(2025, 1, 9));

    private UsHolidays() {}

    static boolean isClosed(LocalDate day) {
        return isWeekend(day)
                || SPECIAL.contains(day)
                || isFullHoliday(day)
                || isMondayHoliday(day)
                || isSummerHoliday(day);
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** New Year, Good Friday and Christmas, on which futures do not trade either. */
    static boolean isFullHoliday(LocalDate day) {
        return isNewYear(day) || day.equals(easter(day.getYear()).minusDays(2)) || isObserved(day, Month.DECEMBER, 25);
    }

    /** Of a New Year on a Saturday the year's last day is not taken. */
    private static boolean isNewYear(LocalDate day) {
        boolean first = day.getMonth() == Month.JANUARY && day.getDayOfMonth() == 1;
        boolean mondayBehind =
                day.getMonth() == Month.JANUARY && day.getDayOfMonth() == 2 && day.getDayOfWeek() == DayOfWeek.MONDAY;
        return first || mondayBehind;
    }

    private static boolean isMondayHoliday(LocalDate day) {
        if (day.getDayOfWeek() == DayOfWeek.THURSDAY) {
            return day.equals(thanksgiving(day.getYear()));
        }
        if (day.getDayOfWeek() != DayOfWeek.MONDAY) {
            return false;
        }
        return switch (day.getMonth()) {
            case JANUARY -> day.getYear() >= 1998 && isNth(day, 3);
            case FEBRUARY -> isNth(day, 3);
            case MAY -> day.plusDays(7).getMonth() == Month.JUNE;
            case SEPTEMBER -> isNth(day, 1);
            case MARCH, APRIL, JUNE, JULY, AUGUST, OCTOBER, NOVEMBER, DECEMBER -> false;
        };
    }

    private static boolean isSummerHoliday(LocalDate day) {
        return isObserved(day, Month.JULY, 4) || (day.getYear() >= 2022 && isObserved(day, Month.JUNE, 19));
    }

    /** Trading ends at 13:00 on the eve of Independence Day and Christmas and the day after Thanksgiving. */
    static boolean isHalfDay(LocalDate day) {
        if (isClosed(day)) {
            return false;
        }
        boolean eveOfJulyFourth =
                day.getMonth() == Month.JULY && day.getDayOfMonth() == 3 && day.getDayOfWeek() != DayOfWeek.FRIDAY;
        boolean christmasEve = day.getMonth() == Month.DECEMBER && day.getDayOfMonth() == 24;
        return eveOfJulyFourth
                || christmasEve
                || day.equals(thanksgiving(day.getYear()).plusDays(1));
    }

    private static LocalDate thanksgiving(int year) {
        return LocalDate.of(year, 11, 1).with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY));
    }

    private static boolean isNth(LocalDate day, int nth) {
        return (day.getDayOfMonth() - 1) / 7 == nth - 1;
    }

    /** On a Saturday the Friday before is taken, on a Sunday the Monday behind. */
    private static boolean isObserved(LocalDate day, Month month, int dayOfMonth) {
        LocalDate date = LocalDate.of(day.getYear(), month, dayOfMonth);
        LocalDate taken = switch (date.getDayOfWeek()) {
            case SATURDAY -> date.minusDays(1);
            case SUNDAY -> date.plusDays(1);
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> date;
        };
        return day.equals(taken);
    }

    /** Western Easter (Meeus 1991, after Butcher 1876). */
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int g = (8 * b + 13) / 25;
        int h = (19 * a + b - b / 4 - g + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int monthAndDay = h + l - 7 * m + 114;
        return LocalDate.of(year, monthAndDay / 31, monthAndDay % 31 + 1);
    }
}
