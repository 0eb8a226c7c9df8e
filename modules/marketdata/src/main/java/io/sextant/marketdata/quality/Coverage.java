package io.sextant.marketdata.quality;

import io.sextant.domain.dataset.CoverageDay;
import io.sextant.domain.dataset.FindingKind;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;
import io.sextant.marketdata.bar.BarLength;
import io.sextant.marketdata.calendar.Session;
import io.sextant.marketdata.calendar.TradingCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which bars a calendar expects, which of them are there, and which are not. Bars outside sessions are neither. */
final class Coverage {

    private static final long DAY = Timeframe.D1.nominalNanos();

    private final BarSeries bars;
    private final BarLength length;
    private final TradingCalendar calendar;
    private final List<CoverageDay> days = new ArrayList<>();
    private long expected;
    private long missing;

    Coverage(BarSeries bars, BarLength length, TradingCalendar calendar) {
        this.bars = bars;
        this.length = length;
        this.calendar = calendar;
    }

    void examine(Findings findings) {
        long gapFrom = -1;
        long gapBars = 0;
        int at = 0;
        long first = bars.firstTimeNanos();
        long last = bars.lastTimeNanos();
        Session session = calendar.sessionEndingAfter(first);
        long time = first;
        int presentToday = 0;
        int expectedToday = 0;
        long today = Math.floorDiv(first, DAY) * DAY;
        while (time <= last) {
            long day = Math.floorDiv(time, DAY) * DAY;
            if (day != today) {
                days.add(new CoverageDay(today, presentToday, expectedToday));
                today = day;
                presentToday = 0;
                expectedToday = 0;
            }
            while (at < bars.size() && bars.openTimeNanos()[at] < time) {
                at++;
            }
            boolean present = at < bars.size() && bars.openTimeNanos()[at] < length.nextStart(time);
            expected++;
            expectedToday++;
            if (present) {
                presentToday++;
                if (gapBars > 0) {
                    tell(findings, gapFrom, bars.openTimeNanos()[at], gapBars);
                }
                gapBars = 0;
            } else {
                gapFrom = gapBars == 0 ? time : gapFrom;
                gapBars++;
                missing++;
            }
            long next = length.nextStart(time);
            if (calendar != TradingCalendar.ALWAYS && length.nominalNanos() <= DAY) {
                session = next >= session.closeNanos() ? calendar.sessionEndingAfter(next) : session;
                next = nextExpected(next, session);
            }
            time = next;
        }
        days.add(new CoverageDay(today, presentToday, expectedToday));
    }

    private long nextExpected(long next, Session session) {
        if (length.nominalNanos() == DAY) {
            LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(next, DAY));
            while (calendar.session(day).isEmpty()) {
                day = day.plusDays(1);
            }
            return day.toEpochDay() * DAY + Math.floorMod(next, DAY);
        }
        if (next >= session.openNanos()) {
            return next;
        }
        long onGrid = length.startOf(session.openNanos());
        return Math.max(next, onGrid);
    }

    private void tell(Findings findings, long from, long until, long bars) {
        findings.add(
                FindingKind.GAP,
                from,
                until,
                (double) bars,
                String.format(Locale.ENGLISH, "%,d bars of %s are missing", bars, length.label()));
    }

    long expected() {
        return expected;
    }

    long missing() {
        return missing;
    }

    List<CoverageDay> days() {
        return days;
    }
}
