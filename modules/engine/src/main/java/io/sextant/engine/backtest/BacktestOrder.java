package io.sextant.engine.backtest;

/**
 * An order, or a part of one, as it was filled.
 *
 * @param units below zero where it sold
 * @param reason why, as the strategy said; empty where it was run without being asked
 */
public record BacktestOrder(int instrument, int bar, double units, double price, double fee, String reason) {}
