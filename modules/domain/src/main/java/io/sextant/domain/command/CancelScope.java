package io.sextant.domain.command;

import io.sextant.domain.instrument.InstrumentId;

/** Which working orders a cancellation means. */
public sealed interface CancelScope {

    record Everything() implements CancelScope {}

    record OneInstrument(InstrumentId instrument) implements CancelScope {}

    CancelScope EVERYTHING = new Everything();
}
