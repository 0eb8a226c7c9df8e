package io.sextant.engine;

import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;
import io.sextant.marketdata.bar.Resampler;
import io.sextant.marketdata.calendar.SessionBars;
import io.sextant.marketdata.calendar.TradingCalendar;

/** Bars of regular hours only, made of bars that are fine enough to lie within a session or outside it whole. */
final class RegularHours {

    /** All calendars open and close at a multiple of this. */
    private static final Timeframe COARSEST = Timeframe.M15;

    /** The first reading may turn out to be mostly of closed hours. */
    private static final int MORE_EACH_TIME = 4;

    private static final int MOST_FINE_BARS = Integer.MAX_VALUE / 8;

    /** Bars of the fine timeframe, the newest ones before a time. */
    @FunctionalInterface
    interface Fine {
        BarSeries before(long beforeNanos, int limit);
    }

    private RegularHours() {}

    /** Whether bars of this length tell one session from the next. */
    static boolean isFine(Timeframe timeframe) {
        return timeframe.compareTo(COARSEST) <= 0;
    }

    /**
     * At most {@code limit} bars that open before {@code beforeNanos}. Bars of a day are of the trading day, which may begin the
     * evening before; shorter ones keep their UTC start, so the first and last of a session may be of a part of their time.
     */
    static BarSeries before(
            Fine fine, Timeframe base, Timeframe timeframe, long beforeNanos, int limit, TradingCalendar calendar) {
        long end =
                beforeNanos == Long.MAX_VALUE ? beforeNanos : timeframe.nextStart(timeframe.startOf(beforeNanos - 1));
        long ratio = timeframe.nominalNanos() / base.nominalNanos() + 1;
        int fineLimit = Math.toIntExact(Math.min(MOST_FINE_BARS, (limit + 1L) * ratio));
        while (true) {
            BarSeries found = fine.before(end, fineLimit);
            boolean all = found.size() < fineLimit || fineLimit == MOST_FINE_BARS;
            BarSeries bars = made(found, base, timeframe, calendar);
            int until = bars.indexAtOrAfter(beforeNanos);
            // The oldest may have begun before the first fine bar that was read.
            int first = all ? 0 : Math.min(1, until);
            if (all || until - first >= limit) {
                return bars.copyOfRange(Math.max(first, until - limit), until);
            }
            fineLimit = Math.toIntExact(Math.min(MOST_FINE_BARS, (long) fineLimit * MORE_EACH_TIME));
        }
    }

    private static BarSeries made(BarSeries fine, Timeframe base, Timeframe timeframe, TradingCalendar calendar) {
        if (timeframe.nominalNanos() < Timeframe.D1.nominalNanos()) {
            BarSeries open = SessionBars.inSession(fine, calendar);
            return base == timeframe ? open : Resampler.resample(open, timeframe);
        }
        BarSeries days = SessionBars.days(fine, calendar);
        return timeframe == Timeframe.D1 ? days : Resampler.resample(days, timeframe);
    }
}
