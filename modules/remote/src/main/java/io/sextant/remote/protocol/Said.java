package io.sextant.remote.protocol;

import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.request.Job;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.Topic;
import io.sextant.remote.wire.WireReader;
import io.sextant.remote.wire.WireWriter;

/** What a client says. {@code id} is the client's own number for what is asked, and comes back with each answer to it. */
public sealed interface Said {

    long id();

    record Submit(long id, CommandKey key, Command command) implements Said {}

    /** What became of a command whose answer was lost with the line; it is not done again. */
    record WhatBecameOf(long id, CommandKey key) implements Said {}

    record Ask(long id, Query<?> query) implements Said {}

    record Start(long id, Job<?> job) implements Said {}

    /** Ends the job that was started under this number. */
    record Cancel(long id) implements Said {}

    record Subscribe(long id, Topic<?> topic) implements Said {}

    record Unsubscribe(long id) implements Said {}

    /**
     * What becomes of the orders of this line when it breaks or is closed. Taken back are plain orders and algorithms that were sent over it;
     * what only reduces a position, and brackets, protect it and stay.
     */
    record OnLeaving(long id, boolean cancelsOrders) implements Said {}

    /** Asked twice a second, so that either end knows a dead line within two. */
    record Ping(long id) implements Said {}

    default String text() {
        return WireWriter.write(this, Said.class);
    }

    /** {@link io.sextant.remote.wire.UnreadableWireException} for what is none. */
    static Said read(String text) {
        return (Said) WireReader.read(text, Said.class);
    }
}
