package io.sextant.strategy.rules;

import io.sextant.strategy.kind.Parameter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rules as they are written.
 *
 * @param about what its writer says of it
 * @param warmUpBars that it waits at least; 0 for what its indicators take
 */
record RuleBook(
        String name,
        String about,
        List<Parameter> parameters,
        @Nullable Side longs,
        @Nullable Side shorts,
        Sizing size,
        Exits exits,
        int warmUpBars) {

    RuleBook {
        parameters = List.copyOf(parameters);
    }

    /**
     * @param enter all of which must hold
     * @param leave of which one is enough
     */
    record Side(List<Condition> enter, List<Condition> leave) {

        Side {
            enter = List.copyOf(enter);
            leave = List.copyOf(leave);
        }
    }

    /**
     * Ways out that look at the position alone.
     *
     * @param stop share of the entry price that it may lose
     * @param target share that is enough
     * @param trailing share of the best close since then that it may give back
     * @param bars after which it ends
     */
    record Exits(
            @Nullable Amount stop,
            @Nullable Amount target,
            @Nullable Amount trailing,
            @Nullable Amount bars) {

        static final Exits NONE = new Exits(null, null, null, null);
    }
}
