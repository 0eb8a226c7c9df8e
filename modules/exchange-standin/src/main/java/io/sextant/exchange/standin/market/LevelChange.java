package io.sextant.exchange.standin.market;

/** All that rests at a price after a change; zero lots when the level is gone. */
public record LevelChange(boolean bid, long ticks, long lots) {}
