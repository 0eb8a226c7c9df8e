package io.sextant.app.cli;

import io.sextant.domain.command.ChangeMarketPace;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 10}, {@code 0.5}, {@code 60x} or {@code max}. */
final class SpeedConverter implements ITypeConverter<Double> {

    private static final double FASTEST = 1_000_000;

    @Override
    public Double convert(String text) {
        if (text.equals("max")) {
            return ChangeMarketPace.UNLIMITED;
        }
        try {
            double pace = Double.parseDouble(text.endsWith("x") ? text.substring(0, text.length() - 1) : text);
            if (pace > 0 && pace <= FASTEST) {
                return pace;
            }
        } catch (NumberFormatException e) {
            throw new TypeConversionException("\"" + text + "\" is no pace; give a number such as 10, or max");
        }
        throw new TypeConversionException("the pace must be above 0 and at most 1,000,000, or max; was " + text);
    }
}
