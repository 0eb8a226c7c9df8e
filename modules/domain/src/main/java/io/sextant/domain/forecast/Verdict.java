package io.sextant.domain.forecast;

/** The one word that a forecast earns. */
public enum Verdict {
    /** Its errors are smaller than those of the last value, by more than chance and the number of trials allow. */
    SKILL("skill"),
    NO_EVIDENCE("no-evidence"),
    /** Its errors are larger by more than chance. */
    WORSE_THAN_NAIVE("worse-than-naive");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    /** As programs read it, the same in every language. */
    public String word() {
        return word;
    }
}
