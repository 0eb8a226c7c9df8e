package io.sextant.exchange.port;

/**
 * An execution of one of the account's orders. {@code clientId} is empty where the venue names the order only by its own id;
 * {@code feeUnits} are units of the last decimal that the desk keeps of {@code feeCurrency}, zero for a currency that the instrument does
 * not have; the code is empty only where the venue said nothing of a fee.
 */
public record OwnTrade(
        long id,
        String clientId,
        String venueOrderId,
        long timeNanos,
        long priceTicks,
        long lots,
        boolean maker,
        String feeCurrency,
        long feeUnits) {}
