package io.sextant.voice.draft;

import io.sextant.domain.alert.AlertCondition;
import io.sextant.domain.alert.AlertPlan;
import io.sextant.domain.alert.LevelTest;
import io.sextant.domain.alert.LevelTest.Direction;
import io.sextant.domain.money.Price;
import io.sextant.voice.command.Instruction;
import io.sextant.voice.command.Level;
import io.sextant.voice.draft.Drafting.Trouble;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** What an alert would watch, told once in the window; a percentage is away from the last price. */
final class AlertSizing {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final OrderSizing.Known known;
    private final long nowNanos;

    AlertSizing(OrderSizing.Known known, long nowNanos) {
        this.known = known;
        this.nowNanos = nowNanos;
    }

    Sized alert(Instruction.AlertWhen alert) {
        Optional<Price> last = known.market().last().filter(Price::isPositive);
        if (last.isEmpty() && alert.level() instanceof Level.PercentAway) {
            return new Sized.Not(
                    Drafter.impossible(Trouble.NO_PRICE, alert.instrument().symbol()));
        }
        BigDecimal price =
                last.map(each -> BigDecimal.valueOf(each.units(), each.scale())).orElse(BigDecimal.ZERO);
        AlertCondition condition = switch (alert.crossing()) {
            case ABOVE -> at(alert, Direction.ABOVE, price);
            case BELOW -> at(alert, Direction.BELOW, price);
            case EITHER ->
                new AlertCondition.MoveBy(alert.instrument(), percent(alert).doubleValue(), price.doubleValue());
        };
        return new Sized.Commands(List.of(
                AlertPlan.once(condition, nowNanos, known.desk().marketNanos()).toSetting()));
    }

    private AlertCondition at(Instruction.AlertWhen alert, Direction direction, BigDecimal last) {
        BigDecimal level = switch (alert.level()) {
            case Level.AtPrice(Price price) -> BigDecimal.valueOf(price.units(), price.scale());
            case Level.PercentAway(BigDecimal percent) -> {
                BigDecimal factor = direction == Direction.ABOVE ? HUNDRED.add(percent) : HUNDRED.subtract(percent);
                // As exact as a price of the instrument: what is watched is read back.
                yield last.multiply(factor)
                        .movePointLeft(2)
                        .setScale(known.instrument().rules().tick().scale(), RoundingMode.HALF_EVEN);
            }
        };
        return new AlertCondition.PriceAt(alert.instrument(), new LevelTest(direction, level.doubleValue()));
    }

    private static BigDecimal percent(Instruction.AlertWhen alert) {
        return alert.level() instanceof Level.PercentAway(BigDecimal percent) ? percent : BigDecimal.ONE;
    }
}
