package io.sextant.portfolio;

/** What was asked has no answer, and a person can change that; the message is the sentence for them. */
public final class PortfolioRefusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    public PortfolioRefusal(String sentence) {
        super(sentence);
    }
}
