package io.sextant.exchange.standin.market;

/** One execution on the stand-in; ids count from 1 without a gap. */
public record Deal(long id, long timeNanos, long ticks, long lots, boolean buyerIsMaker) {}
