package io.sextant.app.session;

import java.util.Map;

/** How far the past of a new simulated desk goes back: in hours, and of them in minutes. */
record PastReach(int daysOfHours, int daysOfMinutes) {

    /** Two years of hours, sixty days of minutes. */
    static final PastReach USUAL = new PastReach(730, 60);

    static final String DAYS_VARIABLE = "SEXTANT_PAST_DAYS";

    /** Twenty years is what the simulated market remembers. */
    private static final int MOST_DAYS = 7_300;

    PastReach {
        if (daysOfHours < 1 || daysOfHours > MOST_DAYS || daysOfMinutes < 1 || daysOfMinutes > daysOfHours) {
            throw new IllegalArgumentException(daysOfHours + " days of hours with " + daysOfMinutes + " of minutes");
        }
    }

    /** What {@code SEXTANT_PAST_DAYS} asks for, the usual where it is not set. */
    static PastReach of(Map<String, String> environment) {
        String wanted = environment.getOrDefault(DAYS_VARIABLE, "").strip();
        if (wanted.isEmpty()) {
            return USUAL;
        }
        if (!wanted.matches("[1-9]\\d{0,3}") || Integer.parseInt(wanted) > MOST_DAYS) {
            throw new SessionProblem(DAYS_VARIABLE + " is \"" + wanted + "\": give a number of days from 1 to "
                    + MOST_DAYS + ", or leave it unset for two years.");
        }
        int days = Integer.parseInt(wanted);
        return new PastReach(days, Math.min(days, USUAL.daysOfMinutes()));
    }
}
