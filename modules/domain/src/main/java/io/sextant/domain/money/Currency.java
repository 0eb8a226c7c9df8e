package io.sextant.domain.money;

/**
 * A currency, fiat or crypto, with the number of decimals the ledger keeps. The scale is wider than the cash in a wallet so
 * that tick times lot is representable and no notional needs rounding.
 */
public record Currency(String code, int scale) {

    public static final Currency USD = new Currency("USD", 8);
    public static final Currency EUR = new Currency("EUR", 8);
    public static final Currency USDT = new Currency("USDT", 8);
    public static final Currency BTC = new Currency("BTC", 10);
    public static final Currency ETH = new Currency("ETH", 10);
    public static final Currency SOL = new Currency("SOL", 9);

    public Currency {
        if (!code.matches("[A-Z0-9]{2,12}")) {
            throw new IllegalArgumentException("not a currency code: \"" + code + "\"");
        }
        Decimals.requireScale(scale);
    }

    @Override
    public String toString() {
        return code;
    }
}
