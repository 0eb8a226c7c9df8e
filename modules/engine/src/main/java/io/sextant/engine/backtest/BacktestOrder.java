package io.sextant.engine.backtest;

/**
 * An order as it was filled.
 *
 * @param units below zero where it sold
 */
public record BacktestOrder(int bar, double units, double price) {}
