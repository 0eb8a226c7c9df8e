package io.sextant.strategy.own;

import io.sextant.strategy.kind.StrategyKind;
import java.util.List;
import java.util.stream.Collectors;

/** What came of reading a strategy that somebody wrote. */
public sealed interface Loaded {

    record Ready(StrategyKind kind) implements Loaded {}

    record Broken(List<Trouble> troubles) implements Loaded {

        public Broken {
            troubles = List.copyOf(troubles);
        }

        /** All of them, one a line. */
        public String text() {
            return troubles.stream().map(Trouble::toString).collect(Collectors.joining("\n"));
        }
    }

    static Loaded broken(int line, String sentence) {
        return new Broken(List.of(new Trouble(line, sentence)));
    }
}
