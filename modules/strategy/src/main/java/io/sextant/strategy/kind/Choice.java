package io.sextant.strategy.kind;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A value for each parameter of a strategy, all of them allowed; those that nobody gave are as usual. */
public record Choice(Map<String, Double> values) {

    public Choice {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public static Choice usual(StrategyKind kind) {
        return of(kind, Map.of());
    }

    /** Refuses, with a sentence for a person, a name that is not there and a value that cannot be. */
    public static Choice of(StrategyKind kind, Map<String, Double> given) {
        List<Parameter> parameters = kind.parameters();
        for (String name : given.keySet()) {
            if (parameters.stream().noneMatch(each -> each.name().equals(name))) {
                throw new IllegalArgumentException(kind.name() + " has "
                        + parameters.stream().map(Parameter::name).collect(Collectors.joining(", "))
                        + " and no '" + name + "'");
            }
        }
        Map<String, Double> values = new LinkedHashMap<>();
        for (Parameter each : parameters) {
            values.put(each.name(), each.checked(given.getOrDefault(each.name(), each.usual())));
        }
        return new Choice(values);
    }

    public double number(String name) {
        Double value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no parameter is called " + name);
        }
        return value;
    }

    public int whole(String name) {
        return (int) Math.rint(number(name));
    }

    public boolean yes(String name) {
        return number(name) != 0;
    }
}
