package io.sextant.domain.passport;

import io.sextant.domain.market.Side;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * What an order was expected to cost when it was sent.
 *
 * @param middle between best bid and best ask, or the last price where a side was empty: what everybody else saw then
 * @param expected average price by the depth that was visible
 * @param fee by the venue's schedule
 */
public record CostThen(Optional<Price> middle, Optional<Price> expected, Optional<Money> fee) {

    private static final BigDecimal BPS = BigDecimal.valueOf(10_000);

    public static final CostThen UNKNOWN = new CostThen(Optional.empty(), Optional.empty(), Optional.empty());

    /** How much worse than the middle a price is for who trades on that side, in hundredths of a percent; below zero it is better. */
    public Optional<BigDecimal> slippageBps(Side side, BigDecimal price) {
        return middle.filter(one -> one.units() > 0).map(one -> {
            BigDecimal then = BigDecimal.valueOf(one.units(), one.scale());
            return price.subtract(then)
                    .multiply(BigDecimal.valueOf(side.sign()))
                    .multiply(BPS)
                    .divide(then, MathContext.DECIMAL64);
        });
    }
}
