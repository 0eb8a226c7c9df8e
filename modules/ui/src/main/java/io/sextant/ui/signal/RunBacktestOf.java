package io.sextant.ui.signal;

import io.sextant.domain.instrument.InstrumentId;
import java.util.Optional;

/** The reader wants a strategy tested; the lab listens from when the window opens, sets itself up and runs it. */
public record RunBacktestOf(String strategy, Optional<InstrumentId> instrument) {}
