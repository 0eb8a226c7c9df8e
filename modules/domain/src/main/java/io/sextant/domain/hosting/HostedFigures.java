package io.sextant.domain.hosting;

import io.sextant.domain.money.Money;

/**
 * The money of a strategy's own book, at the newest prices.
 *
 * @param realised before fees
 * @param today the equity less what it was when the day began
 * @param exposure all positions' worth without their signs
 * @param fills how often an order of it traded
 * @param trades how often a position was opened and closed again
 * @param tradesWon of those, how many earned more than nothing, before fees
 * @param ordersLastMinute as the limit counts them
 */
public record HostedFigures(
        Money equity,
        Money cash,
        Money realised,
        Money unrealised,
        Money fees,
        Money today,
        Money exposure,
        long orders,
        long fills,
        long trades,
        long tradesWon,
        int ordersLastMinute) {}
