package io.sextant.engine.verdict;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One page on one strategy.
 *
 * @param findings all that speaks against it, the worst first
 */
public record Verdict(Word word, List<Finding> findings, Evidence evidence) {

    /** What is told first. */
    public enum Word {
        HOLDS_UP("holds-up", "Holds up"),
        FRAGILE("fragile", "Fragile"),
        LUCK("indistinguishable-from-luck", "Indistinguishable from luck"),
        LOOKS_AHEAD("looks-into-the-future", "Looks into the future"),
        /** Nothing else that was found of it would be found again. */
        NOT_REPEATABLE("not-repeatable", "Not repeatable");

        private final String code;
        private final String words;

        Word(String code, String words) {
            this.code = code;
            this.words = words;
        }

        /** As programs read it, the same in every language. */
        public String code() {
            return code;
        }

        public String words() {
            return words;
        }
    }

    public Verdict {
        findings = List.copyOf(findings);
    }

    static Verdict of(Evidence evidence) {
        List<Finding> findings = new VerdictRules(evidence).findings();
        Word word = findings.isEmpty()
                ? Word.HOLDS_UP
                : switch (findings.getFirst().weight()) {
                    case NOT_REPEATABLE -> Word.NOT_REPEATABLE;
                    case LOOKS_AHEAD -> Word.LOOKS_AHEAD;
                    case LUCK -> Word.LUCK;
                    case FRAGILE -> Word.FRAGILE;
                };
        return new Verdict(word, findings, evidence);
    }

    /** The findings that made the word. */
    public List<Finding> reasons() {
        return findings.stream()
                .filter(each -> each.weight() == findings.getFirst().weight())
                .toList();
    }

    /** For a person. */
    public String sentence() {
        if (word == Word.HOLDS_UP) {
            return word.words() + ": nothing that was tried could explain it away. That is no promise of what comes.";
        }
        return word.words() + " because "
                + reasons().stream().map(Finding::clause).collect(Collectors.joining("; and because ")) + ".";
    }
}
