package io.sextant.ui.signal;

import io.sextant.domain.instrument.InstrumentId;
import java.util.OptionalLong;

/** The reader's mouse is at a moment in a chart; empty when it has left. {@code sender} tells a chart its own news. */
public record CrosshairMoved(
        LinkColour colour, Object sender, InstrumentId instrument, OptionalLong timeNanos, double price) {}
