package io.sextant.exchange.port;

import io.sextant.domain.instrument.Instrument;

/** An instrument and the name that its venue has for it. */
public record Listing(Instrument instrument, String symbol) {}
