package io.sextant.analytics.feature;

/** What a bar's opening time says by itself. In UTC but for the minutes of exchanges, which follow their summer time. */
enum CalendarPart {
    MINUTE("minute of day"),
    WEEKDAY("weekday"),
    DAY("day of month"),
    DAYS_LEFT("days left in month"),
    MONTH("month"),
    YEAR_SHARE("share of year"),
    NEW_YORK_MINUTE("minute in New York"),
    LONDON_MINUTE("minute in London"),
    TOKYO_MINUTE("minute in Tokyo");

    private final String words;

    CalendarPart(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
