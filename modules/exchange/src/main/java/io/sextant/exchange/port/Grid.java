package io.sextant.exchange.port;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import java.math.BigDecimal;

/** Puts a venue's decimals on an instrument's grid of ticks and lots; what does not lie on it is refused, never rounded. */
public record Grid(Instrument instrument) {

    /** {@link ArithmeticException} off the grid, {@link NumberFormatException} when it is no number. */
    public long ticks(String price) {
        return instrument.ticksOf(Price.parse(shortened(price)));
    }

    /** {@link ArithmeticException} off the grid, {@link NumberFormatException} when it is no number, never negative. */
    public long lots(String quantity) {
        return instrument.lotsOf(Quantity.parse(shortened(quantity)));
    }

    public long ticks(BigDecimal price) {
        return ticks(price.toPlainString());
    }

    public long lots(BigDecimal quantity) {
        return lots(quantity.toPlainString());
    }

    /** Zeros at the end mean nothing and some venues write more of them than a decimal here may have. */
    private static String shortened(String decimal) {
        int end = decimal.length();
        if (decimal.indexOf('.') < 0) {
            return decimal;
        }
        while (decimal.charAt(end - 1) == '0') {
            end--;
        }
        return decimal.substring(0, decimal.charAt(end - 1) == '.' ? end - 1 : end);
    }
}
