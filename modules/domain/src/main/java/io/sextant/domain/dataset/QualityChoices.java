package io.sextant.domain.dataset;

/** How a dataset is examined; {@code anomalies} adds what an isolation forest finds odd, which only ever warns. */
public record QualityChoices(SessionChoice session, boolean anomalies) {

    public static final QualityChoices USUAL = new QualityChoices(SessionChoice.TOLD_BY_BARS, true);
}
