package io.sextant.marketdata.quality;

import io.sextant.domain.dataset.SessionChoice;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;
import io.sextant.marketdata.bar.BarLength;
import io.sextant.marketdata.calendar.TradingCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;

/** Which calendar a series follows, told by the days and hours at which it has bars. */
public final class SessionGuess {

    private static final long DAY = Timeframe.D1.nominalNanos();
    private static final long HOUR = Timeframe.H1.nominalNanos();

    /** A market that is closed on Saturdays has next to no bar then. */
    private static final double SATURDAYS_MIN = 0.02;

    private static final double NIGHT_MIN = 0.02;

    /** Shares trade from 4:00 to 20:00 at most, and clocks that change move that by an hour. */
    private static final int NIGHT_HOURS = 7;

    private static final double BREAK_MIN = 0.015;

    private SessionGuess() {}

    public static TradingCalendar calendar(SessionChoice choice, BarSeries bars, BarLength length) {
        return switch (choice) {
            case ALWAYS -> TradingCalendar.ALWAYS;
            case US_EQUITIES -> TradingCalendar.US_EQUITIES;
            case CME_FUTURES -> TradingCalendar.CME_FUTURES;
            case CURRENCIES -> TradingCalendar.CURRENCIES;
            case TOLD_BY_BARS -> told(bars, length);
        };
    }

    public static SessionChoice choice(TradingCalendar calendar) {
        return switch (calendar) {
            case ALWAYS -> SessionChoice.ALWAYS;
            case US_EQUITIES -> SessionChoice.US_EQUITIES;
            case CME_FUTURES -> SessionChoice.CME_FUTURES;
            case CURRENCIES -> SessionChoice.CURRENCIES;
        };
    }

    private static TradingCalendar told(BarSeries bars, BarLength length) {
        if (length.nominalNanos() > DAY || share(bars, DayOfWeek.SATURDAY) >= SATURDAYS_MIN) {
            return TradingCalendar.ALWAYS;
        }
        if (length.nominalNanos() == DAY) {
            return tradesOnHolidays(bars) ? TradingCalendar.CURRENCIES : TradingCalendar.US_EQUITIES;
        }
        // Whichever zone the times were written in, shares do not trade at night and futures rest an hour a day.
        double quietest = quietestHours(bars, NIGHT_HOURS);
        if (quietest < NIGHT_MIN / 10) {
            return TradingCalendar.US_EQUITIES;
        }
        return quietestHours(bars, 1) < BREAK_MIN ? TradingCalendar.CME_FUTURES : TradingCalendar.CURRENCIES;
    }

    private static double share(BarSeries bars, DayOfWeek wanted) {
        int found = 0;
        for (int i = 0; i < bars.size(); i++) {
            LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(bars.openTimeNanos()[i], DAY));
            found += day.getDayOfWeek() == wanted ? 1 : 0;
        }
        return found / (double) Math.max(1, bars.size());
    }

    /** Of the weekdays between first and last bar on which New York is closed, whether most have a bar. */
    private static boolean tradesOnHolidays(BarSeries bars) {
        int holidays = 0;
        int traded = 0;
        for (long day = Math.floorDiv(bars.firstTimeNanos(), DAY); day * DAY <= bars.lastTimeNanos(); day++) {
            LocalDate date = LocalDate.ofEpochDay(day);
            if (!TradingCalendar.isWeekend(date)
                    && TradingCalendar.US_EQUITIES.session(date).isEmpty()) {
                int at = bars.indexAtOrAfter(day * DAY);
                holidays++;
                traded += at < bars.size() && bars.openTimeNanos()[at] < (day + 1) * DAY ? 1 : 0;
            }
        }
        return traded * 2 > holidays;
    }

    /** Share of all bars in the quietest {@code hours} of the day that follow each other. */
    private static double quietestHours(BarSeries bars, int hours) {
        int[] counts = new int[24];
        for (int i = 0; i < bars.size(); i++) {
            counts[(int) (Math.floorMod(bars.openTimeNanos()[i], DAY) / HOUR)]++;
        }
        int least = Integer.MAX_VALUE;
        for (int first = 0; first < 24; first++) {
            int sum = 0;
            for (int i = 0; i < hours; i++) {
                sum += counts[(first + i) % 24];
            }
            least = Math.min(least, sum);
        }
        return least / (double) Math.max(1, bars.size());
    }
}
