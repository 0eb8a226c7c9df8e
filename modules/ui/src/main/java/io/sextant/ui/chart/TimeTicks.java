package io.sextant.ui.chart;

import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Where the time axis has labels. Ticks stand on bars: a round time at which there is no bar moves to the next one, and a session
 * break takes no room. A tick at which the day, month or year has changed since the bar before says so and is emphasised.
 */
final class TimeTicks {

    enum Rank {
        TIME,
        DAY,
        MONTH,
        YEAR
    }

    private static final double SPACING_PIXELS = 84;
    private static final double GAP_PIXELS_MIN = 52;
    private static final int COUNT_MAX = 128;

    final int[] index = new int[COUNT_MAX];
    final long[] timeNanos = new long[COUNT_MAX];
    final Rank[] rank = new Rank[COUNT_MAX];
    int count;
    boolean showsSeconds;

    /** What a tick of this step is when nothing greater has changed; a higher rank is emphasised. */
    Rank base = Rank.TIME;

    void compute(CandleSeries bars, ChartViewport view, long barNanos, ZoneId zone) {
        count = 0;
        int from = view.firstVisible();
        int end = view.endVisible();
        if (from >= end) {
            return;
        }
        TimeStep step = TimeStep.atLeast(barNanos * SPACING_PIXELS / view.pixelsPerBar());
        showsSeconds = step.showsSeconds();
        base = switch (step.unit()) {
            case SECONDS -> Rank.TIME;
            case DAYS -> Rank.DAY;
            case MONTHS -> Rank.MONTH;
            case YEARS -> Rank.YEAR;
        };
        long next = step.after(bars.openTimeNanos(from) - 1, zone);
        while (count < COUNT_MAX) {
            int at = bars.indexAtOrAfter(next);
            if (at >= end) {
                return;
            }
            place(at, rankOf(bars, at, step, zone), bars, view);
            next = step.after(bars.openTimeNanos(at), zone);
        }
    }

    private void place(int at, Rank atRank, CandleSeries bars, ChartViewport view) {
        if (count > 0 && (at - index[count - 1]) * view.pixelsPerBar() < GAP_PIXELS_MIN) {
            if (atRank.compareTo(rank[count - 1]) <= 0) {
                return;
            }
            count--;
        }
        index[count] = at;
        timeNanos[count] = bars.openTimeNanos(at);
        rank[count] = atRank;
        count++;
    }

    private static Rank rankOf(CandleSeries bars, int at, TimeStep step, ZoneId zone) {
        if (at == bars.firstIndex()) {
            return step.unit() == TimeStep.Unit.SECONDS ? Rank.DAY : Rank.YEAR;
        }
        ZonedDateTime time = EpochTime.at(bars.openTimeNanos(at), zone);
        ZonedDateTime before = EpochTime.at(bars.openTimeNanos(at - 1), zone);
        if (time.getYear() != before.getYear()) {
            return Rank.YEAR;
        }
        if (time.getMonthValue() != before.getMonthValue()) {
            return Rank.MONTH;
        }
        return time.getDayOfMonth() != before.getDayOfMonth() ? Rank.DAY : Rank.TIME;
    }
}
