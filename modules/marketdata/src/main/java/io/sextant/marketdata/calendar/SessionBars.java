package io.sextant.marketdata.calendar;

import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.domain.market.Timeframe;
import io.sextant.marketdata.bar.BarLength;
import io.sextant.marketdata.bar.CompensatedSum;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Bars that follow a market's sessions instead of the UTC clock. Sources are bars that lie within sessions or outside whole. */
public final class SessionBars {

    private static final long NANOS = 1_000_000_000L;

    private SessionBars() {}

    /** Only what traded while the market was open. */
    public static BarSeries inSession(BarSeries bars, TradingCalendar calendar) {
        BarSeriesBuilder kept = new BarSeriesBuilder();
        Session session = null;
        for (int i = 0; i < bars.size(); i++) {
            long time = bars.openTimeNanos()[i];
            if (session == null || time >= session.closeNanos()) {
                session = calendar.sessionEndingAfter(time);
            }
            if (time >= session.openNanos()) {
                add(kept, bars, i);
            }
        }
        return kept.build();
    }

    /** A bar a trading day, labelled by that day at 00:00 UTC as daily bars are; trading outside sessions is left out. */
    public static BarSeries days(BarSeries bars, TradingCalendar calendar) {
        return grouped(
                bars,
                calendar,
                (session, time) -> session.day().atStartOfDay(ZoneOffset.UTC).toEpochSecond() * NANOS);
    }

    /** Bars that begin with each session's opening, 9:30, 10:30 and so on; the last of a session may be shorter. */
    public static BarSeries withinDays(BarSeries bars, BarLength length, TradingCalendar calendar) {
        if (length.nominalNanos() >= Timeframe.D1.nominalNanos()) {
            throw new IllegalArgumentException("bars of " + length + " do not lie within a day");
        }
        return grouped(bars, calendar, (session, time) -> {
            long since = time - session.openNanos();
            return session.openNanos() + since - since % length.nominalNanos();
        });
    }

    @FunctionalInterface
    private interface Label {
        long of(Session session, long time);
    }

    private static BarSeries grouped(BarSeries bars, TradingCalendar calendar, Label label) {
        BarSeries open = inSession(bars, calendar);
        BarSeriesBuilder made = new BarSeriesBuilder();
        CompensatedSum volume = new CompensatedSum();
        Session session = null;
        int i = 0;
        while (i < open.size()) {
            long time = open.openTimeNanos()[i];
            session = session == null || time >= session.closeNanos() ? calendar.sessionEndingAfter(time) : session;
            long start = label.of(session, time);
            int first = i;
            double high = open.high()[i];
            double low = open.low()[i];
            volume.clear();
            while (i < open.size()
                    && open.openTimeNanos()[i] < session.closeNanos()
                    && label.of(session, open.openTimeNanos()[i]) == start) {
                high = Math.max(high, open.high()[i]);
                low = Math.min(low, open.low()[i]);
                volume.add(open.volume()[i]);
                i++;
            }
            made.add(start, open.open()[first], high, low, open.close()[i - 1], volume.value());
        }
        return made.build();
    }

    /** Bars for every period that lies within a session, filled where nothing traded as the reader chose. */
    public static BarSeries filled(BarSeries bars, BarLength length, TradingCalendar calendar, FillPolicy policy) {
        if (policy == FillPolicy.LEAVE_GAPS || bars.isEmpty()) {
            return bars;
        }
        BarSeriesBuilder made = new BarSeriesBuilder();
        add(made, bars, 0);
        for (int i = 1; i < bars.size(); i++) {
            double last = bars.close()[i - 1];
            double price = policy == FillPolicy.LAST_CLOSE ? last : Double.NaN;
            double volume = policy == FillPolicy.LAST_CLOSE ? 0 : Double.NaN;
            long until = bars.openTimeNanos()[i];
            for (long time = nextOpen(length.nextStart(bars.openTimeNanos()[i - 1]), length, calendar);
                    time < until;
                    time = nextOpen(length.nextStart(time), length, calendar)) {
                made.add(time, price, price, price, price, volume);
            }
            add(made, bars, i);
        }
        return made.build();
    }

    /** The first period at or after a time that begins within a session; for days and longer, that has a session. */
    static long nextOpen(long start, BarLength length, TradingCalendar calendar) {
        if (calendar == TradingCalendar.ALWAYS || length.nominalNanos() > Timeframe.D1.nominalNanos()) {
            return start;
        }
        long time = start;
        if (length.nominalNanos() == Timeframe.D1.nominalNanos()) {
            while (calendar.session(dayOf(time)).isEmpty()) {
                time = length.nextStart(time);
            }
            return time;
        }
        Session session = calendar.sessionEndingAfter(time);
        if (time >= session.openNanos()) {
            return time;
        }
        long first = length.startOf(session.openNanos());
        return first < session.openNanos() && first + length.nominalNanos() > session.openNanos()
                ? Math.max(time, first)
                : session.openNanos();
    }

    private static LocalDate dayOf(long nanos) {
        return LocalDate.ofEpochDay(Math.floorDiv(nanos, Timeframe.D1.nominalNanos()));
    }

    private static void add(BarSeriesBuilder to, BarSeries bars, int i) {
        to.add(
                bars.openTimeNanos()[i],
                bars.open()[i],
                bars.high()[i],
                bars.low()[i],
                bars.close()[i],
                bars.volume()[i]);
    }
}
