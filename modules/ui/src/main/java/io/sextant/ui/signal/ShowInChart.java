package io.sextant.ui.signal;

import io.sextant.domain.instrument.InstrumentId;

/** The reader wants to see a moment of an instrument in the chart. A chart that takes it turns to the instrument and loads what it needs. */
public record ShowInChart(InstrumentId instrument, long timeNanos) {}
