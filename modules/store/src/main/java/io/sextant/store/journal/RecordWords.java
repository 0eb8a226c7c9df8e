package io.sextant.store.journal;

import io.sextant.domain.codec.CommandCodec;
import io.sextant.domain.codec.EventCodec;
import io.sextant.domain.codec.SessionCodec;
import io.sextant.domain.event.Event;
import io.sextant.domain.event.OrderChanged;
import io.sextant.domain.event.OrderFilled;
import io.sextant.domain.journal.RecordKind;
import io.sextant.domain.journal.StateBytes;
import io.sextant.domain.journal.StateReader;
import java.util.Locale;

/**
 * What one record is, for a person who looks for it.
 *
 * @param timeNanos market time; 0 where the record says none
 */
record RecordWords(String what, long timeNanos) {

    static final RecordWords UNREADABLE = new RecordWords("a record that cannot be read", 0);

    static RecordWords of(int kind, byte[] payload, int offset, int length) {
        StateReader in = StateBytes.reader(payload, offset, length);
        try {
            return switch (RecordKind.of(kind)) {
                case COMMAND -> command(in);
                case FACT -> fact(EventCodec.read(in));
                case MARKET -> market(in);
                case VENUE -> venue(in);
                case SESSION ->
                    new RecordWords("the session's terms", SessionCodec.read(in).startNanos());
            };
        } catch (IllegalArgumentException | IllegalStateException | ArithmeticException notAsWritten) {
            return UNREADABLE;
        }
    }

    private static RecordWords command(StateReader in) {
        long timeNanos = in.getLong();
        return new RecordWords("command: " + name(CommandCodec.read(in).command()), timeNanos);
    }

    /** A market record begins with its kind, its instrument and its time. */
    private static RecordWords market(StateReader in) {
        in.getLong();
        in.getLong();
        return new RecordWords("a report of the market", in.getLong());
    }

    /** A venue's report begins with its format and its time. */
    private static RecordWords venue(StateReader in) {
        in.getInt();
        return new RecordWords("a report of the venue", in.getLong());
    }

    private static RecordWords fact(Event event) {
        String detail = "";
        if (event instanceof OrderChanged changed) {
            detail = " " + changed.order().id() + " from " + changed.from() + " to "
                    + changed.order().state();
        } else if (event instanceof OrderFilled filled) {
            detail = " " + filled.fill().order() + ", " + filled.fill().quantity() + " at "
                    + filled.fill().price();
        }
        return new RecordWords("fact: " + name(event) + detail, event.timeNanos());
    }

    private static String name(Object record) {
        return record.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
    }
}
