package io.sextant.forecasting.model;

import io.sextant.forecasting.Observations;
import java.util.Arrays;

/** How many observations make a season, by the usual distance of their times: a day of minutes and hours, a week of days, a year of months. */
final class SeasonLength {

    private static final long MILLISECOND = 1_000_000;
    private static final long MINUTE = 60_000 * MILLISECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private SeasonLength() {}

    /** 1 where times are no times, or no season is usual. */
    static int of(Observations past) {
        long usual = spacing(past);
        if (usual < MINUTE) {
            return 1;
        }
        if (usual <= 12 * HOUR) {
            return (int) Math.round((double) DAY / usual);
        }
        if (usual == DAY) {
            // Five days a week where weekends are missing.
            return past.timeNanos(past.size() - 1) - past.timeNanos(0) > 1.3 * DAY * (past.size() - 1) ? 5 : 7;
        }
        return usual >= 28 * DAY && usual <= 31 * DAY ? 12 : 1;
    }

    /** The usual distance of times; 0 where they are places, not times. */
    static long spacing(Observations past) {
        int n = past.size();
        if (n < 2) {
            return 0;
        }
        long[] gaps = new long[n - 1];
        Arrays.setAll(gaps, i -> past.timeNanos(i + 1) - past.timeNanos(i));
        Arrays.sort(gaps);
        long usual = gaps[gaps.length / 2];
        return usual < MILLISECOND ? 0 : usual;
    }
}
