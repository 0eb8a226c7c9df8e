package io.sextant.domain.passport;

import io.sextant.domain.money.Quantity;

/**
 * How much a rule for sizes would have traded.
 *
 * @param riskPercent of what the desk was worth, lost when the price goes {@code atrMultiple} daily ranges against the order
 * @param capped whether the largest order, not the rule, ended it
 */
public record SizeThen(double riskPercent, double atrMultiple, Quantity quantity, boolean capped) {}
