package io.sextant.exchange.standin.market;

import java.math.BigDecimal;

/** A pair that the stand-in lists; its tick and lot are one unit of the last decimal. */
public record ListedPair(String base, String quote, int priceDecimals, int lotDecimals, long startTicks) {

    /** Bitcoin for tether on the grid that Binance has for it. */
    public static final ListedPair BTC_USDT = new ListedPair("BTC", "USDT", 2, 5, 6_500_000);

    public static final ListedPair ETH_USDT = new ListedPair("ETH", "USDT", 2, 4, 310_000);

    /** Bitcoin for dollars on the grid that Kraken has for it. */
    public static final ListedPair BTC_USD = new ListedPair("BTC", "USD", 1, 8, 650_000);

    public static final ListedPair ETH_USD = new ListedPair("ETH", "USD", 2, 8, 310_000);

    public String price(long ticks) {
        return BigDecimal.valueOf(ticks, priceDecimals).toPlainString();
    }

    public String quantity(long lots) {
        return BigDecimal.valueOf(lots, lotDecimals).toPlainString();
    }
}
