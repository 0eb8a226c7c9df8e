package io.sextant.strategy.rules;

import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Parameter;
import io.sextant.strategy.own.Loaded;
import io.sextant.strategy.own.Trouble;
import io.sextant.strategy.rules.RuleBook.Exits;
import io.sextant.strategy.rules.RuleBook.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads rules, and says of everything that is wrong on which line it stands. */
public final class RuleReader {

    private static final double MOST_SHARE = 5;
    private static final String NAME = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
    private static final int LONGEST_WARM_UP = 100_000;

    private final List<Trouble> troubles = new ArrayList<>();
    private final List<Parameter> parameters = new ArrayList<>();
    private ConditionReader conditions = new ConditionReader(Set.of());
    private Choice usual = new Choice(Map.of());

    private RuleReader() {}

    public static Loaded read(String text) {
        try {
            Written file = Written.of(text);
            RuleReader reader = new RuleReader();
            RuleBook book = reader.book(file);
            return reader.troubles.isEmpty()
                    ? new Loaded.Ready(new RuleStrategy(book))
                    : new Loaded.Broken(reader.troubles.stream()
                            .sorted(Comparator.comparingInt(Trouble::line))
                            .toList());
        } catch (Written.Unreadable notYaml) {
            return new Loaded.Broken(List.of(notYaml.trouble()));
        }
    }

    private RuleBook book(Written file) {
        Map<String, Written> entries =
                entries(file, "name", "about", "warm-up", "parameters", "long", "short", "size", "exits");
        String name = read(entries.get("name"), "", each -> name(each.text()));
        if (!entries.containsKey("name")) {
            wrong(file, "the rules have no name: write 'name: my-rules'");
        }
        Written given = entries.get("parameters");
        if (given != null) {
            entries(given).forEach(this::parameter);
        }
        Map<String, Double> values = new LinkedHashMap<>();
        parameters.forEach(each -> values.put(each.name(), each.usual()));
        usual = new Choice(values);
        conditions = new ConditionReader(values.keySet());
        Side longs = side(entries.get("long"));
        Side shorts = side(entries.get("short"));
        Exits exits = exits(entries.get("exits"));
        if (longs == null && shorts == null) {
            wrong(file, "the rules enter nothing: write 'long:' or 'short:' with 'enter:' below");
        }
        checkEnds(entries.get("long"), longs, shorts, exits);
        checkEnds(entries.get("short"), shorts, longs, exits);
        return new RuleBook(
                name,
                read(entries.get("about"), "", Written::text),
                parameters,
                longs,
                shorts,
                size(entries.get("size")),
                exits,
                read(entries.get("warm-up"), 0, each -> whole(each.text(), 0, LONGEST_WARM_UP)));
    }

    private void checkEnds(@Nullable Written at, @Nullable Side side, @Nullable Side other, Exits exits) {
        boolean isRead = troubles.isEmpty();
        if (isRead
                && at != null
                && side != null
                && side.leave().isEmpty()
                && other == null
                && exits.equals(Exits.NONE)) {
            wrong(
                    at,
                    "nothing ever ends this position: write 'exit:' below, or 'exits:' with a stop, a target or bars");
        }
    }

    private static String name(String text) {
        if (!text.matches(NAME) || text.length() > 60) {
            throw new RuleFault("a name is of small letters and digits with hyphens between, not '" + text + "'");
        }
        return text;
    }

    private void parameter(String name, Written given) {
        Map<String, Written> entries = entries(given, "usual", "from", "to", "step", "whole");
        try {
            double usualValue = number(entries, "usual");
            double lowest = number(entries, "from");
            double highest = number(entries, "to");
            Written whole = entries.get("whole");
            boolean isWhole = whole == null
                    ? usualValue == Math.rint(usualValue) && lowest == Math.rint(lowest) && !entries.containsKey("step")
                    : yes(whole.text());
            double step = entries.containsKey("step")
                    ? number(entries, "step")
                    : isWhole ? 1 : Math.max(Double.MIN_NORMAL, (highest - lowest) / 20);
            parameters.add(new Parameter(
                    name(name),
                    isWhole ? Parameter.Unit.BARS : Parameter.Unit.NUMBER,
                    lowest,
                    highest,
                    usualValue,
                    step));
        } catch (RuleFault fault) {
            wrong(given, fault.sentence());
        } catch (IllegalArgumentException cannotBe) {
            wrong(given, "this parameter cannot be: " + cannotBe.getMessage());
        }
    }

    private static boolean yes(String text) {
        return switch (text) {
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default -> throw new RuleFault("write yes or no, not '" + text + "'");
        };
    }

    private double number(Map<String, Written> entries, String key) {
        Written given = entries.get(key);
        if (given == null) {
            throw new RuleFault("a parameter is written as {usual: 10, from: 5, to: 50}, and '" + key + "' is missing");
        }
        return new ConditionReader(Set.of()).amount(given.text()).in(new Choice(Map.of()));
    }

    private @Nullable Side side(@Nullable Written given) {
        if (given == null) {
            return null;
        }
        Map<String, Written> entries = entries(given, "enter", "exit");
        if (!entries.containsKey("enter")) {
            wrong(given, "write 'enter:' with at least one condition below");
        }
        return new Side(conditions(entries.get("enter"), true), conditions(entries.get("exit"), false));
    }

    private List<Condition> conditions(@Nullable Written given, boolean needsOne) {
        if (given == null) {
            return List.of();
        }
        List<Condition> read = new ArrayList<>();
        try {
            List<Written> items = given.items();
            if (items.isEmpty() && needsOne) {
                wrong(given, "there is no condition");
            }
            for (Written item : items) {
                tried(item, each -> condition(each.text())).ifPresent(read::add);
            }
        } catch (RuleFault noList) {
            wrong(given, noList.sentence());
        }
        return read;
    }

    private Condition condition(String text) {
        Condition condition = conditions.condition(text);
        if (condition instanceof Condition.Comparison comparison) {
            try {
                Source.check(comparison.left(), usual);
                Source.check(comparison.right(), usual);
            } catch (IllegalArgumentException cannotBe) {
                throw new RuleFault(String.valueOf(cannotBe.getMessage()));
            }
        }
        return condition;
    }

    private Sizing size(@Nullable Written given) {
        Sizing all = new Sizing.Share(new Amount.Fixed(1));
        if (given == null || given.isText()) {
            return read(given, all, each -> new Sizing.Share(within(each.text(), 0, MOST_SHARE)));
        }
        Map<String, Written> entries = entries(given, "volatility", "bars", "bars-a-year", "most");
        if (!entries.containsKey("volatility")) {
            wrong(given, "write 'volatility: 15%' below, or a share behind 'size:'");
        }
        return new Sizing.ByVolatility(
                read(entries.get("volatility"), new Amount.Fixed(1), each -> within(each.text(), 0, MOST_SHARE)),
                read(entries.get("bars"), 60, each -> whole(each.text(), 5, 1_000)),
                read(entries.get("bars-a-year"), 252, each -> whole(each.text(), 1, 600_000)),
                read(entries.get("most"), new Amount.Fixed(1), each -> within(each.text(), 0, MOST_SHARE)));
    }

    private Exits exits(@Nullable Written given) {
        if (given == null) {
            return Exits.NONE;
        }
        Map<String, Written> entries = entries(given, "stop", "target", "trailing", "bars");
        return new Exits(
                exit(entries.get("stop"), 1),
                exit(entries.get("target"), 100),
                exit(entries.get("trailing"), 1),
                exit(entries.get("bars"), LONGEST_WARM_UP));
    }

    private @Nullable Amount exit(@Nullable Written given, double most) {
        return tried(given, each -> within(each.text(), 0, most)).orElse(null);
    }

    private Amount within(String text, double above, double most) {
        Amount amount = conditions.amount(text);
        double value = amount.in(usual);
        if (!(value > above && value <= most)) {
            throw new RuleFault("this is above " + Amount.plain(above) + " and at most " + Amount.plain(most) + ", not "
                    + Amount.plain(value));
        }
        return amount;
    }

    private int whole(String text, int least, int most) {
        double value = new ConditionReader(Set.of()).amount(text).in(new Choice(Map.of()));
        if (value != Math.rint(value) || value < least || value > most) {
            throw new RuleFault("this is a whole number from " + least + " to " + most + ", not '" + text + "'");
        }
        return (int) value;
    }

    private <T> T read(@Nullable Written given, T otherwise, Function<Written, T> how) {
        return tried(given, how).orElse(otherwise);
    }

    /** Empty where nothing is written, and where it is written wrongly. */
    private <T> Optional<T> tried(@Nullable Written given, Function<Written, T> how) {
        if (given == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(how.apply(given));
        } catch (RuleFault fault) {
            wrong(given, fault.sentence());
            return Optional.empty();
        }
    }

    /** By key; with no names allowed all are. */
    private Map<String, Written> entries(Written given, String... allowed) {
        Map<String, Written> entries = new LinkedHashMap<>();
        try {
            for (Written.Entry each : given.entries()) {
                if (allowed.length > 0 && !List.of(allowed).contains(each.key())) {
                    wrong(each.at(), "there is no '" + each.key() + "' here, only " + String.join(", ", allowed));
                } else if (entries.put(each.key(), each.value()) != null) {
                    wrong(each.at(), "'" + each.key() + "' stands here twice");
                }
            }
        } catch (RuleFault fault) {
            wrong(given, fault.sentence());
        }
        return entries;
    }

    private void wrong(Written at, String sentence) {
        troubles.add(new Trouble(at.line(), sentence));
    }
}
