package io.sextant.app.guide;

import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** The page of the guide with everything that can be refused: number, sentence, and what then is safe and to be done. */
public final class RefusalReference {

    /** More gaps than any sentence has. */
    private static final List<String> GAPS = Collections.nCopies(9, "…");

    /** Numbers of one kind, up to the last one. */
    private enum Kind {
        ORDER(
                1100,
                "The order itself",
                "The instrument does not take such an order. Nothing was sent. Change price, quantity or instrument."),
        CHANGE(
                1200,
                "A change of an order",
                "The order cannot be changed like that, or not any more. It stays as it is. Look at it in the blotter first."),
        ALGORITHM(2000, "Brackets, algorithms, flattening", "Nothing was begun. What works already goes on as it was."),
        GATE(
                2300,
                "The risk gate",
                "The order would break a limit, or nobody has set one. Nothing was sent. The [gate](risk-gate.md) shows which"
                        + " limit it is and what is used of it; what makes a position smaller passes where the sentence says so."),
        STRATEGY(
                2340,
                "Strategies",
                "What was agreed with the strategy says no, or its stage does; other strategies and your own orders go on. The"
                        + " [*Strategies* panel](panels.md#strategies) shows both."),
        LINE(
                3000,
                "The line to an engine",
                "Nothing was sent, and nothing is sent later by itself. The engine and its orders go on without the window."),
        VENUE(
                4000,
                "The venue",
                "The venue or the market said no. A new order is not there then, and a refused change leaves the order as it was; its"
                        + " life in the blotter tells which it was, with the venue's own words."),
        SETTING(5000, "Settings and limits", "What was set before still counts."),
        ENGINE(
                6000,
                "The engine",
                "Nothing new was sent. What was acknowledged is in the journal and is there again after a restart.");

        private final int end;
        private final String heading;
        private final String meaning;

        Kind(int end, String heading, String meaning) {
            this.end = end;
            this.heading = heading;
            this.meaning = meaning;
        }

        static Kind of(RefusalCode code) {
            return Arrays.stream(values())
                    .filter(kind -> code.number() < kind.end)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private RefusalReference() {}

    public static String page() {
        StringBuilder page = new StringBuilder("# What can be refused\n\n")
                .append(
                        "Every refusal has a number that never changes and a sentence; \"…\" stands for what it is about. Written by")
                .append(" the program itself.\n");
        for (Kind kind : Kind.values()) {
            page.append("\n## ")
                    .append(kind.heading)
                    .append("\n\n")
                    .append(kind.meaning)
                    .append("\n\n| | |\n|---|---|\n");
            Arrays.stream(RefusalCode.values())
                    .filter(code -> Kind.of(code) == kind)
                    .sorted(Comparator.comparingInt(RefusalCode::number))
                    .forEach(code -> page.append("| ")
                            .append(code.number())
                            .append(" | ")
                            .append(Markdown.words(new Refusal(code, GAPS).sentence()))
                            .append(" |\n"));
        }
        return page.toString();
    }
}
