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
        if (!isCode(code)) {
            throw new IllegalArgumentException("not a currency code: \"" + code + "\"");
        }
        Decimals.requireScale(scale);
    }

    /** Two to twelve of A-Z and 0-9. No regular expression: amounts are read back by the million in recovery. */
    private static boolean isCode(String text) {
        if (text.length() < 2 || text.length() > 12) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return code;
    }
}
