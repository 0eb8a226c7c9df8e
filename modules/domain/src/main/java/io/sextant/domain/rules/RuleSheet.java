package io.sextant.domain.rules;

import java.util.List;

/**
 * Rules as they stand in a form: every field as it was typed, right or not yet; empty where nothing was typed.
 *
 * @param about what their writer says of them
 * @param warmUpBars that they wait at least
 */
public record RuleSheet(
        String name,
        String about,
        List<Setting> settings,
        Side longs,
        Side shorts,
        Size size,
        Exits exits,
        String warmUpBars) {

    public static final RuleSheet EMPTY = new RuleSheet(
            "", "", List.of(), Side.NONE, Side.NONE, new Size.Share("100%"), new Exits("", "", "", ""), "");

    /** A number that conditions name as {@code $name}. */
    public record Setting(String name, String usual, String from, String to, String step, boolean whole) {}

    /**
     * @param enter all of which must hold
     * @param leave of which one is enough
     */
    public record Side(List<RuleLine> enter, List<RuleLine> leave) {

        public static final Side NONE = new Side(List.of(), List.of());

        public Side {
            enter = List.copyOf(enter);
            leave = List.copyOf(leave);
        }
    }

    /** How much is held. */
    public sealed interface Size {

        /** Of the equity. */
        record Share(String share) implements Size {}

        /** So much that it moves as much a year as told. */
        record ByVolatility(String volatility, String bars, String barsAYear, String most) implements Size {}
    }

    /** Ways out that look at the position alone. */
    public record Exits(String stop, String target, String trailing, String bars) {}

    public RuleSheet {
        settings = List.copyOf(settings);
    }
}
