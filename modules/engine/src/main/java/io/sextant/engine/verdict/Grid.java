package io.sextant.engine.verdict;

import io.sextant.strategy.kind.Choice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Values of some parameters, of which every combination is tried.
 *
 * @param axes in the order in which they were named
 */
public record Grid(List<Axis> axes) {

    private static final int CHOICES_MAX = 20_000;

    public Grid {
        axes = List.copyOf(axes);
    }

    /** A parameter from its first to its last value. */
    public record Axis(String name, double from, double to, double step) {

        public Axis {
            if (!(from <= to) || !(step > 0) || !Double.isFinite(to - from)) {
                throw new IllegalArgumentException(
                        name + " goes from a value up to another by a step above nought, as " + name + "=5:50:5");
            }
        }

        public int count() {
            return (int) Math.floor((to - from) / step + 1e-9) + 1;
        }

        public double value(int at) {
            // Tenths and hundredths come out as people write them.
            double value = from + at * step;
            return Math.rint(value * 1e9) / 1e9;
        }
    }

    /** How many points there are, those that cannot be among them; the largest number where there are more than it counts. */
    public long size() {
        double product = axes.stream().mapToDouble(Axis::count).reduce(1, (one, other) -> one * other);
        return (long) Math.min(product, Long.MAX_VALUE);
    }

    /** Reads {@code fast=5:50:5,slow=20:200:20}; a value alone is an axis of one. */
    public static Grid parse(String text) {
        List<Axis> axes = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            int equals = part.indexOf('=');
            String[] numbers = part.substring(equals + 1).split(":", -1);
            if (equals < 1 || (numbers.length != 3 && numbers.length != 1)) {
                throw new IllegalArgumentException(
                        "a grid is written as fast=5:50:5,slow=20:200:20 (from, to, step), not " + part);
            }
            try {
                double from = Double.parseDouble(numbers[0]);
                boolean one = numbers.length == 1;
                axes.add(new Axis(
                        part.substring(0, equals).strip(),
                        from,
                        one ? from : Double.parseDouble(numbers[1]),
                        one ? 1 : Double.parseDouble(numbers[2])));
            } catch (NumberFormatException none) {
                throw new IllegalArgumentException("the numbers of a grid are not " + part, none);
            }
        }
        return new Grid(axes);
    }

    /**
     * All combinations that can be; those that cannot, as a fast mean of more bars than the slow one, are passed over.
     *
     * @param making refuses what cannot be with an {@link IllegalArgumentException}
     */
    public List<Choice> choices(Function<Map<String, Double>, Choice> making) {
        long all = 1;
        for (Axis axis : axes) {
            all *= axis.count();
            if (all > CHOICES_MAX) {
                throw new IllegalArgumentException("a grid has at most " + CHOICES_MAX + " points; take larger steps");
            }
        }
        List<Choice> choices = new ArrayList<>();
        Optional<IllegalArgumentException> why = Optional.empty();
        for (int number = 0; number < all; number++) {
            Map<String, Double> values = new LinkedHashMap<>();
            int rest = number;
            for (int a = axes.size() - 1; a >= 0; a--) {
                Axis axis = axes.get(a);
                values.put(axis.name(), axis.value(rest % axis.count()));
                rest /= axis.count();
            }
            try {
                choices.add(making.apply(values));
            } catch (IllegalArgumentException cannotBe) {
                why = Optional.of(cannotBe);
            }
        }
        if (choices.isEmpty() && why.isPresent()) {
            throw why.get();
        }
        return choices;
    }

    /** Whether two choices stand beside each other: no axis apart by more than a step, and every other value the same. */
    boolean neighbours(Choice one, Choice other) {
        for (Map.Entry<String, Double> each : one.values().entrySet()) {
            double step = axes.stream()
                    .filter(axis -> axis.name().equals(each.getKey()))
                    .mapToDouble(Axis::step)
                    .findFirst()
                    .orElse(0);
            if (Math.abs(each.getValue() - other.number(each.getKey())) > step * (1 + 1e-9)) {
                return false;
            }
        }
        return true;
    }
}
