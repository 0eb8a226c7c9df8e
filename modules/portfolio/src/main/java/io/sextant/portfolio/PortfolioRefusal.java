package io.sextant.portfolio;

import io.sextant.domain.portfolio.WeightTrouble;

/** What was asked has no answer, and a person can change that; the message is the sentence for them. */
public final class PortfolioRefusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient WeightTrouble trouble;

    public PortfolioRefusal(String sentence) {
        this(WeightTrouble.of(WeightTrouble.Code.OTHER, sentence));
    }

    public PortfolioRefusal(WeightTrouble.Code code, String sentence) {
        this(WeightTrouble.of(code, sentence));
    }

    public PortfolioRefusal(WeightTrouble trouble) {
        super(trouble.english());
        this.trouble = trouble;
    }

    public WeightTrouble trouble() {
        return trouble;
    }
}
