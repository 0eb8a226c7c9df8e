package io.sextant.analytics.ta4j;

import io.sextant.analytics.ta4j.Ta4jCall.Argument;
import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.BiFunction;
import org.ta4j.core.BarSeries;
import org.ta4j.core.Indicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.DoubleNum;
import org.ta4j.core.num.Num;

/**
 * One constructor of an indicator, as it is written: numbers as they are, constants of an enum by their names, another indicator in
 * brackets. A series is understood, and where nothing stands in brackets the close is.
 */
record Ta4jForm(Constructor<?> constructor) {

    /** What a text can say in place of a parameter. */
    private enum Said {
        SERIES,
        INDICATOR,
        INDICATORS,
        NUMBER,
        WORD,
        NUMBERS,
        NOTHING
    }

    private static Said said(Parameter parameter) {
        Class<?> type = parameter.getType();
        if (type == BarSeries.class) {
            return Said.SERIES;
        }
        if (Indicator.class.isAssignableFrom(type)) {
            return Said.INDICATOR;
        }
        if (type.isArray() && Indicator.class.isAssignableFrom(type.getComponentType())) {
            return Said.INDICATORS;
        }
        if (type == double[].class) {
            return Said.NUMBERS;
        }
        if (type == boolean.class || type.isEnum()) {
            return Said.WORD;
        }
        boolean number = type == int.class
                || type == double.class
                || type == Number.class
                || type == Num.class
                // The constant of a constant.
                || type == Object.class;
        return number ? Said.NUMBER : Said.NOTHING;
    }

    /** Types of parameters that no text can say. */
    List<String> unsayable() {
        return Arrays.stream(constructor.getParameters())
                .filter(parameter -> said(parameter) == Said.NOTHING)
                .map(parameter -> parameter.getType().getSimpleName())
                .toList();
    }

    /** Whether numbers alone say all of it. */
    boolean isOfNumbers() {
        return Arrays.stream(constructor.getParameters()).allMatch(parameter -> switch (said(parameter)) {
            case SERIES -> true;
            case INDICATOR -> parameter.getType().isAssignableFrom(ClosePriceIndicator.class);
            case NUMBER -> parameter.getType() != Object.class;
            case INDICATORS, WORD, NUMBERS, NOTHING -> false;
        });
    }

    /** Its numbers by the names that ta4j gave them. */
    List<Parameter> numbers() {
        return Arrays.stream(constructor.getParameters())
                .filter(parameter -> said(parameter) == Said.NUMBER)
                .toList();
    }

    /** As it is written, with names in place of numbers. */
    String written(String code) {
        StringJoiner text = new StringJoiner(":").add(code);
        for (Parameter parameter : constructor.getParameters()) {
            Class<?> type = parameter.getType();
            switch (said(parameter)) {
                case SERIES, NOTHING -> {}
                case INDICATOR -> {
                    if (!type.isAssignableFrom(ClosePriceIndicator.class)) {
                        text.add("(" + Ta4jIndicators.code(type) + ")");
                    }
                }
                case INDICATORS -> text.add("(indicator)").add("...");
                case NUMBERS -> text.add(parameter.getName()).add("...");
                case WORD ->
                    text.add(
                            type == boolean.class
                                    ? "true|false"
                                    : String.join(
                                            "|",
                                            Arrays.stream(type.getEnumConstants())
                                                    .map(Object::toString)
                                                    .toList()));
                case NUMBER -> text.add(parameter.getName());
            }
        }
        return text.toString();
    }

    /** The constructor's arguments; empty when what was written does not fit them. */
    Optional<Object[]> fit(
            List<Argument> written, ColumnBars series, BiFunction<Ta4jCall, ColumnBars, Indicator<?>> nested) {
        List<Object> arguments = new ArrayList<>();
        int at = 0;
        for (Parameter parameter : constructor.getParameters()) {
            Class<?> type = parameter.getType();
            Optional<Argument> next = at < written.size() ? Optional.of(written.get(at)) : Optional.empty();
            switch (said(parameter)) {
                case SERIES -> arguments.add(series);
                case INDICATOR -> {
                    if (next.isPresent() && next.get() instanceof Argument.Nested(var call)) {
                        arguments.add(nested.apply(call, series));
                        at++;
                    } else {
                        arguments.add(new ClosePriceIndicator(series));
                    }
                }
                case INDICATORS -> {
                    List<Indicator<?>> all = new ArrayList<>();
                    while (at < written.size() && written.get(at) instanceof Argument.Nested(var call)) {
                        all.add(nested.apply(call, series));
                        at++;
                    }
                    arguments.add(all.toArray(Indicator[]::new));
                }
                case NUMBER -> {
                    next.flatMap(argument -> number(type, argument)).ifPresent(arguments::add);
                    at++;
                }
                case NUMBERS -> {
                    List<Double> all = new ArrayList<>();
                    while (at < written.size() && written.get(at) instanceof Argument.Value(var value)) {
                        all.add(value);
                        at++;
                    }
                    arguments.add(all.stream().mapToDouble(Double::doubleValue).toArray());
                }
                case WORD -> {
                    next.flatMap(argument -> word(type, argument)).ifPresent(arguments::add);
                    at++;
                }
                case NOTHING -> at = written.size() + 1;
            }
        }
        boolean all = at == written.size() && arguments.size() == constructor.getParameterCount();
        return all && isTaken(arguments) ? Optional.of(arguments.toArray()) : Optional.empty();
    }

    private boolean isTaken(List<Object> arguments) {
        Class<?>[] types = constructor.getParameterTypes();
        for (int i = 0; i < types.length; i++) {
            if (!types[i].isPrimitive() && !types[i].isInstance(arguments.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Object> number(Class<?> type, Argument argument) {
        if (!(argument instanceof Argument.Value(var value))) {
            return Optional.empty();
        }
        if (type == int.class) {
            return value == Math.rint(value) ? Optional.of((int) value) : Optional.empty();
        }
        return Optional.of(type == double.class || type == Number.class ? (Object) value : DoubleNum.valueOf(value));
    }

    private static Optional<Object> word(Class<?> type, Argument argument) {
        if (!(argument instanceof Argument.Word(var word))) {
            return Optional.empty();
        }
        if (type == boolean.class) {
            return switch (word.toLowerCase(Locale.ROOT)) {
                case "true" -> Optional.of(true);
                case "false" -> Optional.of(false);
                default -> Optional.empty();
            };
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.toString().equalsIgnoreCase(word))
                .<Object>map(constant -> constant)
                .findFirst();
    }
}
