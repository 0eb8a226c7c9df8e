package io.sextant.marketdata.quality;

import io.sextant.domain.dataset.FindingKind;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;
import io.sextant.marketdata.bar.BarLength;
import io.sextant.marketdata.calendar.Session;
import io.sextant.marketdata.calendar.TradingCalendar;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;

/** Whether the hours of trading fit the market better when the times are read as its own wall clock than as UTC. */
final class ZoneCheck {

    private static final long NANOS = 1_000_000_000L;

    /** By so much more of the trading must lie within sessions. */
    private static final double BETTER_BY = 0.1;

    private ZoneCheck() {}

    static void examine(BarSeries bars, BarLength length, TradingCalendar calendar, Findings findings) {
        if (calendar == TradingCalendar.ALWAYS || length.nominalNanos() >= Timeframe.D1.nominalNanos()) {
            return;
        }
        boolean weighted = false;
        for (int i = 0; i < bars.size() && !weighted; i++) {
            weighted = bars.volume()[i] > 0;
        }
        double asUtc = share(bars, calendar, false, weighted);
        double asWall = share(bars, calendar, true, weighted);
        if (asWall > asUtc + BETTER_BY) {
            findings.add(
                    FindingKind.ZONE,
                    bars.firstTimeNanos(),
                    bars.lastTimeNanos(),
                    asWall - asUtc,
                    String.format(
                            Locale.ENGLISH,
                            "read as clocks of %s, %.0f %% of the trading lies within sessions, as UTC only %.0f %%",
                            calendar.zone(),
                            100 * asWall,
                            100 * asUtc));
        }
    }

    private static double share(BarSeries bars, TradingCalendar calendar, boolean wall, boolean weighted) {
        double inside = 0;
        double all = 0;
        Session session = null;
        for (int i = 0; i < bars.size(); i++) {
            long time = bars.openTimeNanos()[i];
            if (wall) {
                long second = Math.floorDiv(time, NANOS);
                time = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC)
                                .atZone(calendar.zone())
                                .toEpochSecond()
                        * NANOS;
            }
            double weight = weighted ? bars.volume()[i] : 1;
            all += weight;
            if (session == null || time >= session.closeNanos()) {
                session = calendar.sessionEndingAfter(time);
            }
            inside += time >= session.openNanos() ? weight : 0;
        }
        return all == 0 ? 0 : inside / all;
    }
}
