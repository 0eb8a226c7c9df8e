package io.sextant.analytics.feature;

import static io.sextant.analytics.feature.FeatureFamily.CALENDAR;

/** When it is. Circles are given by sine and cosine, so that midnight is near to midnight. */
final class CalendarFeatures {

    private static final int DAY_MINUTES = 1_440;
    private static final int NEW_YORK_OPEN = 570;
    private static final int NEW_YORK_CLOSE = 960;
    private static final int LONDON_OPEN = 480;
    private static final int LONDON_CLOSE = 990;
    private static final int TOKYO_OPEN = 540;
    private static final int TOKYO_CLOSE = 930;

    private CalendarFeatures() {}

    static void addTo(FeatureList list) {
        FeatureGraph g = list.graph();
        Node minute = g.calendar(CalendarPart.MINUTE);
        Node weekday = g.calendar(CalendarPart.WEEKDAY);
        Node day = g.calendar(CalendarPart.DAY);
        circle(list, "day_time", minute, DAY_MINUTES);
        circle(list, "week", weekday, 7);
        circle(list, "year", g.calendar(CalendarPart.YEAR_SHARE), 1);
        list.add(CALENDAR, "weekday", "days", weekday);
        list.add(CALENDAR, "month", "months", g.calendar(CalendarPart.MONTH));
        list.add(CALENDAR, "weekend", "flag", g.isAbove(weekday, 4));
        list.add(CALENDAR, "days_left_in_month", "days", g.calendar(CalendarPart.DAYS_LEFT));
        Node turn =
                g.plus(g.isAbove(g.times(day, -1), -4), g.isAbove(g.times(g.calendar(CalendarPart.DAYS_LEFT), -1), -1));
        list.add(CALENDAR, "turn_of_month", "flag", turn);
        Node workday = g.isAbove(g.times(weekday, -1), -5);
        session(list, "new_york", g.calendar(CalendarPart.NEW_YORK_MINUTE), NEW_YORK_OPEN, NEW_YORK_CLOSE, workday);
        session(list, "london", g.calendar(CalendarPart.LONDON_MINUTE), LONDON_OPEN, LONDON_CLOSE, workday);
        session(list, "tokyo", g.calendar(CalendarPart.TOKYO_MINUTE), TOKYO_OPEN, TOKYO_CLOSE, workday);
    }

    private static void circle(FeatureList list, String name, Node of, double whole) {
        FeatureGraph g = list.graph();
        double turn = 2 * Math.PI / whole;
        String of1 = of.formula();
        list.add(
                CALENDAR,
                name + "_sin",
                "1",
                g.map("sin(2pi*" + of1 + "/" + (int) whole + ")", of, x -> Math.sin(x * turn)));
        list.add(
                CALENDAR,
                name + "_cos",
                "1",
                g.map("cos(2pi*" + of1 + "/" + (int) whole + ")", of, x -> Math.cos(x * turn)));
    }

    /** Holidays are not known here: on one, a session counts as open. */
    private static void session(FeatureList list, String name, Node minute, int open, int close, Node workday) {
        FeatureGraph g = list.graph();
        Node begun = g.isAbove(minute, open - 1);
        Node ended = g.isAbove(minute, close - 1);
        list.add(CALENDAR, name + "_open", "flag", g.times(g.minus(begun, ended), workday));
        list.add(
                CALENDAR,
                name + "_since_open",
                "share",
                g.map(
                        "(" + minute.formula() + " - " + open + ")/" + DAY_MINUTES,
                        minute,
                        x -> Math.floorMod((long) x - open, DAY_MINUTES) / (double) DAY_MINUTES));
    }
}
