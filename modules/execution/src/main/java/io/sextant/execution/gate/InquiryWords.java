package io.sextant.execution.gate;

import io.sextant.domain.instrument.SpotPair;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The figures of a question as its refusal names them. */
final class InquiryWords {

    private final Inquiry q;

    InquiryWords(Inquiry question) {
        q = question;
    }

    /** How much more than is there a sale would take. */
    String shortText() {
        return q.terms().quantityOf(q.sellableLots - q.worstPositionLots) + baseText();
    }

    String sellableText() {
        return q.terms().quantityOf(Math.max(0, q.sellableLots)) + baseText();
    }

    private String baseText() {
        return q.terms() instanceof SpotPair pair ? " " + pair.base() : "";
    }

    String strategyName() {
        return q.session.strategies().get(q.source.strategy());
    }

    String leverageText() {
        return q.account.equityUnits <= 0
                ? "∞"
                : BigDecimal.valueOf(q.account.grossUnits)
                        .divide(BigDecimal.valueOf(q.account.equityUnits), 2, RoundingMode.UP)
                        .toPlainString();
    }

    String mostLeverageText() {
        return BigDecimal.valueOf(q.limits.account.maxLeverageHundredths(), 2).toPlainString();
    }

    String regimeCapText() {
        return BigDecimal.valueOf(q.account.capPercent, 2).toPlainString();
    }

    Money reporting(long units) {
        return Money.of(units, q.session.reporting());
    }

    Money money(long units) {
        return Money.of(units, q.terms().quote());
    }

    String priceText(long ticks) {
        return q.terms().priceOf(ticks).toString();
    }

    String referenceText() {
        Price tick = q.terms().rules().tick();
        return q.doubledReferenceTicks % 2 == 0
                ? priceText(q.doubledReferenceTicks / 2)
                : Price.of(q.doubledReferenceTicks * tick.units() * 5, tick.scale() + 1)
                        .toString();
    }

    String signedQuantityText(long signedLots) {
        return (signedLots < 0 ? "-" : "") + q.terms().quantityOf(Math.abs(signedLots));
    }
}
