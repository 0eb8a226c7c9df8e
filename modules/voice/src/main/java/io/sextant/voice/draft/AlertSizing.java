package io.sextant.voice.draft;

import io.sextant.domain.alert.AlertDrafts;
import io.sextant.domain.alert.AlertPlan;
import io.sextant.domain.alert.LevelTest.Direction;
import io.sextant.domain.money.Price;
import io.sextant.voice.command.Instruction;
import io.sextant.voice.command.Instruction.Crossing;
import io.sextant.voice.command.Level;
import io.sextant.voice.draft.Drafting.Trouble;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What an alert would watch, told once in the window; a percentage is away from the last price. */
final class AlertSizing {

    private final OrderSizing.Known known;
    private final long nowNanos;

    AlertSizing(OrderSizing.Known known, long nowNanos) {
        this.known = known;
        this.nowNanos = nowNanos;
    }

    Sized alert(Instruction.AlertWhen alert) {
        Optional<Direction> direction = direction(alert.crossing());
        return switch (alert.level()) {
            case Level.AtPrice(Price price) ->
                remembered(AlertDrafts.priceAt(
                        alert.instrument(),
                        direction.orElseThrow(),
                        decimal(price),
                        nowNanos,
                        known.desk().marketNanos()));
            case Level.PercentAway(BigDecimal percent) ->
                known.market()
                        .last()
                        .filter(Price::isPositive)
                        .map(last -> remembered(AlertDrafts.percentAway(
                                alert.instrument(),
                                direction,
                                percent,
                                decimal(last),
                                nowNanos,
                                known.desk().marketNanos())))
                        .orElseGet(() -> new Sized.Not(Drafter.impossible(
                                Trouble.NO_PRICE, alert.instrument().symbol())));
        };
    }

    private static Sized remembered(AlertPlan plan) {
        return new Sized.Commands(List.of(plan.toSetting()));
    }

    private static Optional<Direction> direction(Crossing crossing) {
        return switch (crossing) {
            case ABOVE -> Optional.of(Direction.ABOVE);
            case BELOW -> Optional.of(Direction.BELOW);
            case EITHER -> Optional.empty();
        };
    }

    private static BigDecimal decimal(Price price) {
        return BigDecimal.valueOf(price.units(), price.scale());
    }
}
