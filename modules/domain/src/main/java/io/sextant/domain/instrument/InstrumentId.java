package io.sextant.domain.instrument;

/** The name under which everybody in the house knows an instrument, for example {@code BTC-USDT} or {@code ES-2026Z}. */
public record InstrumentId(String symbol) implements Comparable<InstrumentId> {

    public InstrumentId {
        if (!symbol.matches("[A-Z0-9][A-Z0-9.-]{0,31}")) {
            throw new IllegalArgumentException("not an instrument symbol: \"" + symbol + "\"");
        }
    }

    public static InstrumentId of(String symbol) {
        return new InstrumentId(symbol);
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
