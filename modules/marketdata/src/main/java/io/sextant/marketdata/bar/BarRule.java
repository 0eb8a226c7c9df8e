package io.sextant.marketdata.bar;

/** When a bar of trades is full. Clocks and counts of trades, volume and turnover (López de Prado 2018, chapter 2). */
public sealed interface BarRule {

    record Time(BarLength length) implements BarRule {}

    /** Every so many trades. */
    record Ticks(long trades) implements BarRule {
        public Ticks {
            requirePositive((double) trades);
        }
    }

    /** As soon as this much was traded. */
    record Volume(double quantity) implements BarRule {
        public Volume {
            requirePositive(quantity);
        }
    }

    /** As soon as this much money changed hands. */
    record Dollar(double money) implements BarRule {
        public Dollar {
            requirePositive(money);
        }
    }

    /** Reads {@code 5m}, {@code tick:100}, {@code volume:50} or {@code dollar:1000000}. */
    static BarRule parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return new Time(BarLength.parse(text));
        }
        String amount = text.substring(colon + 1);
        try {
            return switch (text.substring(0, colon)) {
                case "tick", "ticks" -> new Ticks(Long.parseLong(amount));
                case "volume" -> new Volume(Double.parseDouble(amount));
                case "dollar", "value" -> new Dollar(Double.parseDouble(amount));
                default -> throw unknown(text);
            };
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(unknown(text).getMessage(), e);
        }
    }

    private static IllegalArgumentException unknown(String text) {
        return new IllegalArgumentException(
                "\"" + text + "\" is no kind of bar; write 5m, tick:100, volume:50 or dollar:1000000");
    }

    private static void requirePositive(double amount) {
        if (!(amount > 0) || Double.isInfinite(amount)) {
            throw new IllegalArgumentException("a bar must be full of something above zero, was " + amount);
        }
    }
}
