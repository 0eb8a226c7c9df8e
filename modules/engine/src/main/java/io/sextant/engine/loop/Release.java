package io.sextant.engine.loop;

import io.sextant.domain.event.Event;
import io.sextant.domain.journal.SnapshotStore.Snapshot;
import io.sextant.domain.request.Answer;
import java.util.concurrent.CompletableFuture;

/** Something the loop made that nobody outside may see before the journal is durable up to {@code position}. */
sealed interface Release {

    long position();

    record Fact(long position, Event event) implements Release {}

    /** A request to a venue outside this process; it must not wait. */
    record Request(long position, Runnable send) implements Release {}

    record Reply(long position, CompletableFuture<Answer> future, Answer answer) implements Release {}

    /** Recovery makes no bar from before a snapshot again, so one is only written where they are kept. */
    record State(long position, Snapshot snapshot, CompletableFuture<Boolean> barsKept) implements Release {}
}
