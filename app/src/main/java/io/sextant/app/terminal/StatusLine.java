package io.sextant.app.terminal;

import io.sextant.app.session.DeskSession;
import io.sextant.domain.command.ChangeMarketPace;
import io.sextant.domain.money.Money;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.session.LastTime;
import io.sextant.domain.session.SessionTerms;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The desk in one line. */
final class StatusLine {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss zzz", Locale.ENGLISH);

    private StatusLine() {}

    static String greeting(DeskSession session) {
        SessionTerms terms = session.terms();
        return terms.mode() + ", " + terms.feed() + ", seed " + terms.seed() + ", data in " + session.folder();
    }

    static String of(DeskState state) {
        return String.format(
                Locale.ENGLISH,
                "%s  %s  %s  equity %s  today %s  %d working  %,.0f events/s  %s",
                state.mode(),
                time(state.marketNanos()),
                pace(state),
                amount(state.account().equity()),
                signed(state.account().profitToday()),
                state.workingOrders().size(),
                state.health().eventsPerSecond(),
                state.killSwitchEngaged() ? "KILL SWITCH ON" : state.health().feedStatus());
    }

    static String time(long nanos) {
        return TIME.format(Instant.ofEpochSecond(nanos / 1_000_000_000L).atZone(ZoneId.systemDefault()));
    }

    static String pace(DeskState state) {
        if (state.paused()) {
            return "paused";
        }
        return state.timesRealTime() == ChangeMarketPace.UNLIMITED
                ? "as fast as it goes"
                : String.format(Locale.ENGLISH, "%.4gx", state.timesRealTime());
    }

    /** Rounded for reading; the exact amount is in the JSON. */
    static String amount(Money money) {
        return String.format(Locale.ENGLISH, "%,.2f %s", money.toDouble(), money.currency());
    }

    static String signed(Money money) {
        return String.format(Locale.ENGLISH, "%+,.2f %s", money.toDouble(), money.currency());
    }

    /** What a desk was like that ended without being closed. */
    static String lastTime(LastTime last) {
        return String.format(
                Locale.ENGLISH,
                "Sextant was not closed in order last time. %,d records were read back; %d orders work and %d positions are held as"
                        + " they were then.%s",
                last.recoveredRecords(),
                last.working().size(),
                last.positions(),
                last.report()
                        .map(report -> " A crash report lies in " + report + ".")
                        .orElse(""));
    }
}
