package io.sextant.strategy;

import io.sextant.strategy.bar.SmaCross;
import io.sextant.strategy.kind.StrategyKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The strategies that come with the workstation. */
public final class StrategyCatalog {

    private static final List<StrategyKind> ALL = List.of(new SmaCross());

    private StrategyCatalog() {}

    /** In the order in which they are offered. */
    public static List<StrategyKind> all() {
        return ALL;
    }

    public static Optional<StrategyKind> find(String name) {
        return ALL.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** Refuses with a sentence a name that is not there. */
    public static StrategyKind get(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException("there is no strategy called '" + name + "'; there is "
                        + ALL.stream().map(StrategyKind::name).collect(Collectors.joining(", "))));
    }
}
