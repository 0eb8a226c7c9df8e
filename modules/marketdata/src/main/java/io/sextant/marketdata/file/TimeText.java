package io.sextant.marketdata.file;

import java.time.ZoneId;

/** Times from bytes in UTC nanoseconds. Keeps what it found out about the zone, so one instance is for one thread. */
final class TimeText {

    /** What is no time, or lies outside the years 1678 to 2261 that nanoseconds reach. */
    static final long NONE = Long.MIN_VALUE;

    private static final long NANOS = 1_000_000_000L;
    private static final long DAY_SECONDS = 86_400;
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final long SECONDS_MAX = Long.MAX_VALUE / NANOS - 1;

    private final TimeFormat format;
    private final boolean newestFirst;
    private final LocalZone zone;

    /** Where {@link #number} stopped. */
    private int at;

    private int end;
    private byte[] text = new byte[0];

    TimeText(TimeFormat format, ZoneId zone, boolean newestFirst) {
        this.format = format;
        this.newestFirst = newestFirst;
        this.zone = new LocalZone(zone);
    }

    /** {@code previousNanos} is the time of the row before of the same series, or {@link #NONE}. */
    long parse(byte[] bytes, int from, int to, long previousNanos) {
        text = bytes;
        at = from;
        end = to;
        return switch (format) {
            case TimeFormat.Epoch(var unit) -> epoch(unit.nanos());
            case TimeFormat.Civil(var order) -> civil(order, previousNanos);
        };
    }

    /** A date in one cell and a time of day in another. */
    long parse(byte[] bytes, int dateFrom, int dateTo, int clockFrom, int clockTo, long previousNanos) {
        text = bytes;
        at = dateFrom;
        end = dateTo;
        if (!(format instanceof TimeFormat.Civil(var order))) {
            return NONE;
        }
        long day = day(order);
        if (day == NONE || at != end) {
            return NONE;
        }
        at = clockFrom;
        end = clockTo;
        return clock(day, previousNanos);
    }

    private long epoch(long unitNanos) {
        boolean negative = at < end && text[at] == '-';
        if (negative) {
            at++;
        }
        int first = at;
        long whole = number(19);
        if (at == first || whole < 0) {
            return NONE;
        }
        if (whole > Long.MAX_VALUE / unitNanos) {
            return NONE;
        }
        long nanos = whole * unitNanos;
        if (at < end && (text[at] == '.' || text[at] == ',')) {
            at++;
            long share = unitNanos;
            while (at < end && isDigit(text[at])) {
                share /= 10;
                nanos += (text[at] - '0') * share;
                at++;
            }
        }
        if (at != end || nanos < 0) {
            return NONE;
        }
        return negative ? -nanos : nanos;
    }

    private long civil(TimeFormat.Civil.Order order, long previousNanos) {
        long day = day(order);
        if (day == NONE) {
            return NONE;
        }
        if (at == end) {
            return nanos(day * DAY_SECONDS, 0);
        }
        if (order == TimeFormat.Civil.Order.COMPACT && isDigit(text[at])) {
            return clock(day, previousNanos);
        }
        byte between = text[at];
        if (between != ' ' && between != 'T' && between != 't' && between != '_' && between != ',' && between != ':') {
            return NONE;
        }
        at++;
        while (at < end && text[at] == ' ') {
            at++;
        }
        return at == end ? NONE : clock(day, previousNanos);
    }

    /** Days since 1970 of the date at {@code at}. */
    private long day(TimeFormat.Civil.Order order) {
        return switch (order) {
            case COMPACT -> {
                int first = at;
                long all = number(8);
                yield at - first == 8 ? epochDay(all / 10_000, all / 100 % 100, all % 100) : NONE;
            }
            case YEAR_FIRST -> {
                int first = at;
                long year = number(4);
                boolean wholeYear = at - first == 4;
                long month = month();
                long dayOfMonth = separator() ? number(2) : -1;
                yield wholeYear ? epochDay(year, month, dayOfMonth) : NONE;
            }
            case DAY_FIRST -> {
                long dayOfMonth = number(2);
                long month = month();
                yield separator() ? epochDay(year(), month, dayOfMonth) : NONE;
            }
            case MONTH_FIRST -> {
                long month = isDigit(at < end ? text[at] : 0) ? number(2) : monthName();
                long dayOfMonth = separator() ? number(2) : -1;
                yield separator() ? epochDay(year(), month, dayOfMonth) : NONE;
            }
        };
    }

    private long year() {
        int first = at;
        long year = number(4);
        return at - first == 2 ? (year < 70 ? 2000 : 1900) + year : at - first == 4 ? year : -1;
    }

    private long month() {
        if (!separator()) {
            return -1;
        }
        return at < end && isDigit(text[at]) ? number(2) : monthName();
    }

    private long monthName() {
        if (end - at < 3) {
            return -1;
        }
        int name = ((text[at] | 0x20) << 16) | ((text[at + 1] | 0x20) << 8) | (text[at + 2] | 0x20);
        while (at < end && (text[at] | 0x20) >= 'a' && (text[at] | 0x20) <= 'z') {
            at++;
        }
        for (int month = 0; month < 12; month++) {
            String known = MONTHS.substring(month * 3, month * 3 + 3);
            if (name == ((known.charAt(0) << 16) | (known.charAt(1) << 8) | known.charAt(2))) {
                return month + 1L;
            }
        }
        return -1;
    }

    /** Skips what stands between the parts of a date: one mark, or a comma or point and spaces. */
    private boolean separator() {
        int first = at;
        while (at < end && at - first < 2 && !isDigit(text[at]) && (text[at] | 0x20) < 'a') {
            at++;
        }
        return at > first && at < end;
    }

    private long clock(long day, long previousNanos) {
        int first = at;
        long hour = number(2);
        boolean colons = at < end && text[at] == ':';
        if (at - first == 0 || (colons && ++at == end)) {
            return NONE;
        }
        int minuteAt = at;
        long minute = number(2);
        long second = 0;
        boolean seconds = at < end && (colons ? text[at] == ':' : isDigit(text[at]));
        if (seconds) {
            at += colons ? 1 : 0;
            second = number(2);
        }
        if (at - minuteAt < 2) {
            return NONE;
        }
        long nanos = fraction();
        hour = twelveHours(hour);
        if (hour > 24 || minute > 59 || second > 60 || (hour == 24 && minute + second > 0) || hour < 0) {
            return NONE;
        }
        long wall = day * DAY_SECONDS + hour * 3_600 + minute * 60 + second;
        return zoned(wall, nanos, previousNanos);
    }

    private long fraction() {
        if (at >= end || (text[at] != '.' && text[at] != ',')) {
            return 0;
        }
        at++;
        long nanos = 0;
        long share = NANOS;
        while (at < end && isDigit(text[at])) {
            share /= 10;
            nanos += (text[at] - '0') * share;
            at++;
        }
        return nanos;
    }

    private long twelveHours(long hour) {
        int mark = at;
        while (mark < end && text[mark] == ' ') {
            mark++;
        }
        if (end - mark < 2 || (text[mark + 1] | 0x20) != 'm') {
            return hour;
        }
        int half = text[mark] | 0x20;
        if ((half != 'a' && half != 'p') || hour < 1 || hour > 12) {
            return -1;
        }
        at = mark + 2;
        return hour % 12 + (half == 'p' ? 12 : 0);
    }

    private long zoned(long wall, long nanos, long previousNanos) {
        while (at < end && text[at] == ' ') {
            at++;
        }
        if (at == end) {
            long previous = previousNanos == NONE ? LocalZone.NEVER : Math.floorDiv(previousNanos, NANOS);
            long utc = zone.utcSeconds(wall, previous, newestFirst);
            return utc == LocalZone.NEVER ? NONE : nanos(utc, nanos);
        }
        byte mark = text[at];
        if (mark == '+' || mark == '-') {
            at++;
            int first = at;
            long hours = number(2);
            boolean whole = at - first == 2;
            if (at < end && text[at] == ':') {
                at++;
            }
            long minutes = at < end ? number(2) : 0;
            if (at != end || !whole || hours > 18 || minutes > 59) {
                return NONE;
            }
            long offset = hours * 3_600 + minutes * 60;
            return nanos(mark == '+' ? wall - offset : wall + offset, nanos);
        }
        boolean utc = (end - at == 1 && (mark == 'Z' || mark == 'z')) || isWord("utc") || isWord("gmt");
        return utc ? nanos(wall, nanos) : NONE;
    }

    private boolean isWord(String word) {
        if (end - at != word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if ((text[at + i] | 0x20) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static long nanos(long seconds, long nanos) {
        return Math.abs(seconds) > SECONDS_MAX ? NONE : seconds * NANOS + nanos;
    }

    /** At most {@code digits} digits from {@code at} on; negative when the number is too large. */
    private long number(int digits) {
        long value = 0;
        int stop = Math.min(end, at + digits);
        while (at < stop && isDigit(text[at])) {
            value = value * 10 + (text[at++] - '0');
        }
        return value;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** Days since 1970-01-01 in the Gregorian calendar (Hinnant 2013, "days from civil"); {@link #NONE} for no date. */
    private static long epochDay(long year, long month, long dayOfMonth) {
        if (year < 1 || month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > lengthOfMonth(year, month)) {
            return NONE;
        }
        long y = month <= 2 ? year - 1 : year;
        long era = y / 400;
        long yearOfEra = y - era * 400;
        long dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + dayOfMonth - 1;
        long dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146_097 + dayOfEra - 719_468;
    }

    private static long lengthOfMonth(long year, long month) {
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return switch ((int) month) {
            case 2 -> leap ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }
}
