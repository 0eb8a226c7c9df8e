package io.sextant.domain.codec;

import io.sextant.domain.journal.StateReader;
import java.util.function.Function;

/** What is common to all records: the version in front, and one exception for whatever is wrong with the bytes. */
final class RecordFrame {

    private RecordFrame() {}

    /** Reads a version within 1 to {@code newest} and then the content. */
    static <R> R read(StateReader in, String what, int newest, Function<StateReader, R> content) {
        try {
            long version = in.getLong();
            if (version < 1 || version > newest) {
                throw new UnreadableRecordException(
                        what + " is written in format " + version + "; this version reads up to " + newest);
            }
            return content.apply(in);
        } catch (UnreadableRecordException e) {
            throw e;
        } catch (IllegalArgumentException | IllegalStateException | ArithmeticException e) {
            throw new UnreadableRecordException(what + " cannot be read: " + e.getMessage(), e);
        }
    }

    static UnreadableRecordException unknown(String what, long number) {
        return new UnreadableRecordException("unknown " + what + " number " + number);
    }
}
