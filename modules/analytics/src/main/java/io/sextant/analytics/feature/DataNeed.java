package io.sextant.analytics.feature;

/** What must be there before a feature can be a number. */
public enum DataNeed {
    BARS("bars"),
    VOLUME("volume"),
    PEER("another instrument's bars"),
    TRADES("trades"),
    DEPTH("depth"),
    OPTIONS("an option chain"),
    MACRO("macro series"),
    FUNDAMENTALS("published figures of the company"),
    NEWS("headlines"),
    REGIMES("regime probabilities");

    private final String words;

    DataNeed(String words) {
        this.words = words;
    }

    /** As a person would say it. */
    public String words() {
        return words;
    }
}
