package io.sextant.strategy.rules;

import io.sextant.domain.rules.RuleTrouble.Code;
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

    /** Something wrong and the line on which it stands. */
    record Found(int line, RuleFault fault) {}

    private final List<Found> faults = new ArrayList<>();
    private final List<Parameter> parameters = new ArrayList<>();
    private ConditionReader conditions = new ConditionReader(Set.of());
    private Choice usual = new Choice(Map.of());

    private RuleReader() {}

    public static Loaded read(String text) {
        try {
            Written file = Written.of(text);
            RuleReader reader = new RuleReader();
            RuleBook book = reader.book(file);
            return reader.faults.isEmpty()
                    ? new Loaded.Ready(new RuleStrategy(book))
                    : new Loaded.Broken(reader.faults.stream()
                            .map(each -> new Trouble(each.line(), each.fault().sentence()))
                            .sorted(Comparator.comparingInt(Trouble::line))
                            .toList());
        } catch (Written.Unreadable notYaml) {
            return new Loaded.Broken(List.of(notYaml.trouble()));
        }
    }

    /** Everything that is wrong with a text that is YAML. */
    static List<Found> faults(String text) throws Written.Unreadable {
        RuleReader reader = new RuleReader();
        reader.book(Written.of(text));
        return reader.faults;
    }

    private RuleBook book(Written file) {
        Map<String, Written> entries =
                entries(file, "name", "about", "warm-up", "parameters", "long", "short", "size", "exits");
        String name = read(entries.get("name"), "", each -> name(each.text()));
        if (!entries.containsKey("name")) {
            wrong(file, new RuleFault(Code.NO_NAME, "the rules have no name: write 'name: my-rules'"));
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
            wrong(
                    file,
                    new RuleFault(
                            Code.ENTERS_NOTHING,
                            "the rules enter nothing: write 'long:' or 'short:' with 'enter:' below"));
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
        boolean isRead = faults.isEmpty();
        if (isRead
                && at != null
                && side != null
                && side.leave().isEmpty()
                && other == null
                && exits.equals(Exits.NONE)) {
            wrong(
                    at,
                    new RuleFault(
                            Code.NEVER_ENDS,
                            "nothing ever ends this position: write 'exit:' below, or 'exits:' with a stop, a target or bars"));
        }
    }

    private static String name(String text) {
        if (!text.matches(NAME) || text.length() > 60) {
            throw new RuleFault(
                    Code.BAD_NAME,
                    "a name is of small letters and digits with hyphens between, not '" + text + "'",
                    text);
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
            wrong(given, fault);
        } catch (IllegalArgumentException cannotBe) {
            wrong(given, new RuleFault(Code.BAD_SETTING, "this parameter cannot be: " + cannotBe.getMessage(), name));
        }
    }

    private static boolean yes(String text) {
        return switch (text) {
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default -> throw RuleFault.written("write yes or no, not '" + text + "'");
        };
    }

    private double number(Map<String, Written> entries, String key) {
        Written given = entries.get(key);
        if (given == null) {
            throw RuleFault.written(
                    "a parameter is written as {usual: 10, from: 5, to: 50}, and '" + key + "' is missing");
        }
        return new ConditionReader(Set.of()).amount(given.text()).in(new Choice(Map.of()));
    }

    private @Nullable Side side(@Nullable Written given) {
        if (given == null) {
            return null;
        }
        Map<String, Written> entries = entries(given, "enter", "exit");
        if (!entries.containsKey("enter")) {
            wrong(given, new RuleFault(Code.NO_CONDITION, "write 'enter:' with at least one condition below"));
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
                wrong(given, new RuleFault(Code.NO_CONDITION, "there is no condition"));
            }
            for (Written item : items) {
                tried(item, this::condition).ifPresent(read::add);
            }
        } catch (RuleFault noList) {
            wrong(given, noList);
        }
        return read;
    }

    private Condition condition(Written item) {
        return item.isBlock() ? group(item) : condition(item.text());
    }

    private Condition group(Written item) {
        List<Written.Entry> entries = item.entries();
        for (Condition.Group.How how : Condition.Group.How.values()) {
            if (entries.size() == 1 && entries.getFirst().key().equals(how.toString())) {
                return new Condition.Group(how, conditions(entries.getFirst().value(), true));
            }
        }
        throw RuleFault.written("conditions stand below 'any of:' or 'all of:', and each behind '- '");
    }

    private Condition condition(String text) {
        Condition condition = conditions.condition(text);
        if (condition instanceof Condition.Comparison comparison) {
            try {
                Source.check(comparison.left(), usual);
                Source.check(comparison.right(), usual);
            } catch (IllegalArgumentException cannotBe) {
                throw new RuleFault(
                        Code.BAD_INDICATOR,
                        String.valueOf(cannotBe.getMessage()),
                        comparison.left() + "",
                        comparison.right() + "");
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
            wrong(given, RuleFault.written("write 'volatility: 15%' below, or a share behind 'size:'"));
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
            throw new RuleFault(
                    Code.OUT_OF_RANGE,
                    "this is above " + Amount.plain(above) + " and at most " + Amount.plain(most) + ", not "
                            + Amount.plain(value),
                    Amount.plain(above),
                    Amount.plain(most),
                    Amount.plain(value));
        }
        return amount;
    }

    private int whole(String text, int least, int most) {
        double value = new ConditionReader(Set.of()).amount(text).in(new Choice(Map.of()));
        if (value != Math.rint(value) || value < least || value > most) {
            throw new RuleFault(
                    Code.NOT_WHOLE,
                    "this is a whole number from " + least + " to " + most + ", not '" + text + "'",
                    Integer.toString(least),
                    Integer.toString(most),
                    text);
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
            wrong(given, fault);
            return Optional.empty();
        }
    }

    /** By key; with no names allowed all are. */
    private Map<String, Written> entries(Written given, String... allowed) {
        Map<String, Written> entries = new LinkedHashMap<>();
        try {
            for (Written.Entry each : given.entries()) {
                if (allowed.length > 0 && !List.of(allowed).contains(each.key())) {
                    wrong(
                            each.at(),
                            RuleFault.written(
                                    "there is no '" + each.key() + "' here, only " + String.join(", ", allowed)));
                } else if (entries.put(each.key(), each.value()) != null) {
                    wrong(each.at(), RuleFault.written("'" + each.key() + "' stands here twice"));
                }
            }
        } catch (RuleFault fault) {
            wrong(given, fault);
        }
        return entries;
    }

    private void wrong(Written at, RuleFault fault) {
        faults.add(new Found(at.line(), fault));
    }
}
