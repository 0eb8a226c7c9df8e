package io.sextant.engine.loop;

import io.sextant.domain.codec.EventCodec;
import io.sextant.domain.event.Event;
import io.sextant.domain.journal.Journal;
import io.sextant.domain.journal.RecordKind;
import io.sextant.domain.journal.StateBytes;
import io.sextant.engine.core.FactSink;
import java.util.function.LongSupplier;

/** Writes every fact into the journal and gives it to the publisher, which lets it out once it is durable. */
final class FactJournal implements FactSink {

    private final Journal journal;
    private final Publisher publisher;
    private final LongSupplier sequence;
    private final StateBytes bytes = new StateBytes();

    FactJournal(Journal journal, Publisher publisher, LongSupplier sequence) {
        this.journal = journal;
        this.publisher = publisher;
        this.sequence = sequence;
    }

    @Override
    public boolean isListening() {
        return true;
    }

    @Override
    public long nextPosition() {
        return journal.lastPosition() + 1;
    }

    @Override
    public void accept(Event fact) {
        bytes.clear();
        EventCodec.write(bytes, fact);
        long position = journal.append(RecordKind.FACT, sequence.getAsLong(), bytes.array(), bytes.size());
        publisher.add(new Release.Fact(position, fact));
    }
}
