package io.sextant.domain.instrument;

import java.util.Locale;

/** The name under which everybody in the house knows an instrument, for example {@code BTC-USDT} or {@code ES-2026Z}. */
public record InstrumentId(String symbol) implements Comparable<InstrumentId> {

    public InstrumentId {
        if (!isSymbol(symbol)) {
            throw new IllegalArgumentException("not an instrument symbol: \"" + symbol + "\"");
        }
    }

    public static InstrumentId of(String symbol) {
        return new InstrumentId(symbol);
    }

    /**
     * One to thirty-two of A-Z, 0-9, point and hyphen, beginning with a letter or digit. No regular expression: orders are read
     * back by the million in recovery.
     */
    public static boolean isSymbol(String text) {
        if (text.isEmpty() || text.length() > 32) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letterOrDigit = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!letterOrDigit && (i == 0 || (c != '.' && c != '-'))) {
                return false;
            }
        }
        return true;
    }

    /** The name of the same thing at one of several venues of a desk, for example {@code BTC-USDT.KRAKEN}. */
    public InstrumentId at(String venue) {
        return new InstrumentId(symbol + suffix(venue));
    }

    public boolean isAt(String venue) {
        return symbol.length() > suffix(venue).length() && symbol.endsWith(suffix(venue));
    }

    /** What the venue itself goes by; the name as it is where it does not say the venue. */
    public InstrumentId apartFrom(String venue) {
        return isAt(venue)
                ? new InstrumentId(
                        symbol.substring(0, symbol.length() - suffix(venue).length()))
                : this;
    }

    private static String suffix(String venue) {
        return "." + venue.toUpperCase(Locale.ROOT);
    }

    @Override
    public int compareTo(InstrumentId other) {
        return symbol.compareTo(other.symbol);
    }

    @Override
    public String toString() {
        return symbol;
    }
}
