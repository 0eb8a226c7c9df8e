package io.sextant.domain.dataset;

/** Why a row of a file was set aside. The names are written to quarantine files and never change. */
public enum QuarantineReason {
    MISSING_CELL("a cell that is needed is missing or blank"),
    NOT_A_TIME("the time cannot be read, or was skipped when clocks went forward"),
    NOT_A_NUMBER("a price or volume is no number"),
    PRICE_NOT_POSITIVE("a price is zero or negative"),
    NEGATIVE_VOLUME("a volume is negative"),
    HIGH_BELOW_LOW("the high is below the low"),
    OUTSIDE_RANGE("open or close lies outside low and high"),
    TIME_GOES_BACK("the time goes back"),
    DUPLICATE("the row before says the same"),
    CONFLICTING_DUPLICATE("the row before has the same time and says something else"),
    NOT_A_SYMBOL("the symbol cannot be one");

    private final String sentence;

    QuarantineReason(String sentence) {
        this.sentence = sentence;
    }

    /** What is wrong, without a capital and a point. */
    public String sentence() {
        return sentence;
    }
}
