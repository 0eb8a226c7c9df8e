package io.sextant.marketdata.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** The sessions of a market. Hours are of its own clocks, so a session is an hour longer or shorter in UTC when they change. */
public enum TradingCalendar {
    /** Around the clock, every day; a session is a UTC day. */
    ALWAYS(ZoneOffset.UTC) {
        @Override
        public Optional<Session> session(LocalDate day) {
            return Optional.of(of(day, day, LocalTime.MIDNIGHT, day.plusDays(1), LocalTime.MIDNIGHT));
        }
    },
    /** Regular hours of New York's exchanges: 9:30 to 16:00, to 13:00 on half-days. */
    US_EQUITIES(ZoneId.of("America/New_York")) {
        @Override
        public Optional<Session> session(LocalDate day) {
            if (UsHolidays.isClosed(day)) {
                return Optional.empty();
            }
            LocalTime close = UsHolidays.isHalfDay(day) ? LocalTime.of(13, 0) : LocalTime.of(16, 0);
            return Optional.of(of(day, day, LocalTime.of(9, 30), day, close));
        }
    },
    /** CME Globex for index futures: 17:00 of the evening before to 16:00 in Chicago, with an hour's break between two days. */
    CME_FUTURES(ZoneId.of("America/Chicago")) {
        @Override
        public Optional<Session> session(LocalDate day) {
            if (UsHolidays.isWeekend(day) || UsHolidays.isFullHoliday(day)) {
                return Optional.empty();
            }
            LocalTime close = LocalTime.of(16, 0);
            if (UsHolidays.isClosed(day)) {
                close = LocalTime.NOON;
            } else if (UsHolidays.isHalfDay(day)) {
                close = LocalTime.of(12, 15);
            }
            return Optional.of(of(day, day.minusDays(1), LocalTime.of(17, 0), day, close));
        }
    },
    /** Currencies: from 17:00 to 17:00 in New York, Monday's from Sunday evening on. */
    CURRENCIES(ZoneId.of("America/New_York")) {
        @Override
        public Optional<Session> session(LocalDate day) {
            return UsHolidays.isWeekend(day)
                    ? Optional.empty()
                    : Optional.of(of(day, day.minusDays(1), LocalTime.of(17, 0), day, LocalTime.of(17, 0)));
        }
    };

    private static final long NANOS = 1_000_000_000L;

    private final ZoneId zone;

    TradingCalendar(ZoneId zone) {
        this.zone = zone;
    }

    public ZoneId zone() {
        return zone;
    }

    /** The session of a trading day; none when the market stays closed. */
    public abstract Optional<Session> session(LocalDate day);

    /** The first session that ends after {@code nanos}. */
    public Session sessionEndingAfter(long nanos) {
        // A session may begin on the evening before its day, so the day in UTC is at most one early.
        LocalDate day =
                LocalDate.ofEpochDay(Math.floorDiv(nanos, 86_400 * NANOS)).minusDays(1);
        while (true) {
            Optional<Session> session = session(day);
            if (session.isPresent() && session.get().closeNanos() > nanos) {
                return session.get();
            }
            day = day.plusDays(1);
        }
    }

    public boolean isOpen(long nanos) {
        return sessionEndingAfter(nanos).openNanos() <= nanos;
    }

    public static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    Session of(LocalDate day, LocalDate openDay, LocalTime open, LocalDate closeDay, LocalTime close) {
        return new Session(
                day,
                openDay.atTime(open).atZone(zone).toEpochSecond() * NANOS,
                closeDay.atTime(close).atZone(zone).toEpochSecond() * NANOS);
    }
}
