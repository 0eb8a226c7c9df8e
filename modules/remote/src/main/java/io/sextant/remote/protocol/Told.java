package io.sextant.remote.protocol;

import io.sextant.domain.event.Event;
import io.sextant.domain.request.Answer;
import io.sextant.remote.wire.Payload;
import io.sextant.remote.wire.WireReader;
import io.sextant.remote.wire.WireWriter;
import java.util.Optional;

/** What a server tells. {@code id} is the number under which the client asked; 0 for what nobody asked. */
public sealed interface Told {

    long id();

    /**
     * The first word.
     *
     * @param protocol the version that is spoken from here on
     * @param engine the version of the program
     * @param newestFact the place in the journal up to which everything has happened by now
     */
    record Welcome(long id, int protocol, String engine, String user, Role role, Optional<Long> newestFact)
            implements Told {}

    /** What became of a command. */
    record Answered(long id, Answer answer) implements Told {}

    /** The answer to a question. */
    record Known(long id, Payload value) implements Told {}

    record Progress(long id, double share, long unitsDone) implements Told {}

    record Finished(long id, Payload result) implements Told {}

    /** A topic's state; {@code sequence} counts what is sent of it. */
    record Whole(long id, long sequence, Payload value) implements Told {}

    /** What changed of it since the one before. */
    record Changed(long id, long sequence, Payload patch) implements Told {}

    /** A fact, never left out; its place in the journal says where to go on. */
    record Happened(long id, Event event) implements Told {}

    /** Where in the journal facts from now on begin. */
    record Begun(long id, long afterPosition) implements Told {}

    /** A subscription or job is over on the other side. */
    record Ended(long id) implements Told {}

    record Failed(long id, Failure failure, String sentence) implements Told {}

    record Pong(long id) implements Told {}

    default String text() {
        return WireWriter.write(this, Told.class);
    }

    /** {@link io.sextant.remote.wire.UnreadableWireException} for what is none. */
    static Told read(String text) {
        return (Told) WireReader.read(text, Told.class);
    }
}
