package io.sextant.app.cli;

import io.sextant.domain.market.BarSeries;
import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What features are to tell of the bars that follow. */
enum NextReturn {
    /** ln of the close so many bars later over this close. */
    RETURN("next-return"),
    /** Its size, whatever its sign. */
    SIZE("next-size");

    private final String word;

    NextReturn(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /** One number a bar that has so many after it; what is not a number where a price is not above zero. */
    double[] of(BarSeries bars, int horizon) {
        double[] close = bars.close();
        double[] target = new double[Math.max(0, bars.size() - horizon)];
        Arrays.setAll(target, i -> {
            double move = Math.log(close[i + horizon] / close[i]);
            return switch (this) {
                case RETURN -> move;
                case SIZE -> Math.abs(move);
            };
        });
        return target;
    }

    static final class Converter implements ITypeConverter<NextReturn> {

        @Override
        public NextReturn convert(String text) {
            for (NextReturn each : values()) {
                if (each.word.equals(text.toLowerCase(Locale.ROOT))) {
                    return each;
                }
            }
            throw new TypeConversionException("\"" + text + "\" is not one of next-return and next-size");
        }
    }
}
