package io.sextant.portfolio.rebalance;

/**
 * What a plan would trade; positive quantities are bought.
 *
 * @param gain that a sale makes over what was paid; 0 of a purchase
 */
public record OrderWish(String name, double quantity, double value, double gain) {}
