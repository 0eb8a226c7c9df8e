package io.sextant.analytics.indicator;

import io.sextant.domain.market.BarSeries;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;

/** An indicator with its numbers, written as {@code macd:12:26:9}. */
public record IndicatorSpec(IndicatorKind kind, List<Double> values) {

    public IndicatorSpec {
        values = List.copyOf(values);
        List<Parameter> wanted = kind.parameters();
        if (values.size() != wanted.size()) {
            throw new IllegalArgumentException(
                    kind.code() + " takes " + wanted.size() + " numbers, not " + values.size());
        }
        for (int i = 0; i < values.size(); i++) {
            Parameter parameter = wanted.get(i);
            if (!parameter.takes(values.get(i))) {
                throw new IllegalArgumentException(kind.code() + " takes a " + parameter.name() + " from "
                        + plain(parameter.least()) + " to " + plain(parameter.most())
                        + (parameter.whole() ? " in whole numbers" : "") + ", not " + plain(values.get(i)));
            }
        }
    }

    /** With its usual numbers. */
    public static IndicatorSpec usual(IndicatorKind kind) {
        return new IndicatorSpec(
                kind, kind.parameters().stream().map(Parameter::usual).toList());
    }

    /**
     * Reads {@code rsi:14}; numbers left out at the end are the usual ones.
     *
     * @throws IllegalArgumentException with a sentence for the writer
     */
    public static IndicatorSpec parse(String text) {
        return parse(text, IndicatorCatalog::find);
    }

    /** The same where more kinds are known than this room's own. */
    public static IndicatorSpec parse(String text, Function<String, Optional<IndicatorKind>> kinds) {
        String[] parts = text.trim().split(":", -1);
        IndicatorKind kind = kinds.apply(parts[0])
                .orElseThrow(() -> new IllegalArgumentException("there is no indicator called '" + parts[0] + "'"));
        List<Double> values = new ArrayList<>();
        for (int i = 1; i < parts.length; i++) {
            try {
                values.add(Double.valueOf(parts[i]));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("'" + parts[i] + "' in '" + text + "' is not a number", e);
            }
        }
        for (int i = values.size(); i < kind.parameters().size(); i++) {
            values.add(kind.parameters().get(i).usual());
        }
        return new IndicatorSpec(kind, values);
    }

    public Indicator make() {
        return kind.maker().apply(numbers());
    }

    /** How many bars it takes until every output is a number. */
    public int warmUpBars() {
        return kind.warmUpBars().applyAsInt(numbers());
    }

    /** One column an output. */
    public double[][] columns(BarSeries bars) {
        Indicator indicator = make();
        double[][] columns = new double[indicator.outputs()][bars.size()];
        indicator.fill(bars, columns);
        return columns;
    }

    private double[] numbers() {
        double[] numbers = new double[values.size()];
        Arrays.setAll(numbers, values::get);
        return numbers;
    }

    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(":").add(kind.code());
        values.forEach(value -> text.add(plain(value)));
        return text.toString();
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
