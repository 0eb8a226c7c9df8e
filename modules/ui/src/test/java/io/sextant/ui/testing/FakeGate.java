package io.sextant.ui.testing;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.OrderPreview;
import java.math.BigDecimal;
import java.util.Optional;

/** The fake engine's gate: kill switch, what the venue's guard says, tradable or not, and the value limit. */
final class FakeGate {

    private Optional<Refusal> guard = Optional.empty();

    /** What stands between every order and the venue; empty when nothing does. */
    void guard(Optional<Refusal> refusal) {
        guard = refusal;
    }

    Optional<Refusal> check(OrderDraft draft, DeskState desk, FakeMarket market) {
        Instrument instrument = market.instrument();
        if (desk.killSwitchEngaged()) {
            return Optional.of(Refusal.of(RefusalCode.KILL_SWITCH, desk.killSwitchReason()));
        }
        if (guard.isPresent()) {
            return guard;
        }
        if (!instrument.tradable()) {
            return Optional.of(Refusal.of(RefusalCode.NOT_TRADABLE, instrument.id()));
        }
        Money value = notional(draft, market);
        Money limit = desk.limits().findLimits(instrument.id()).orElseThrow().maxOrderNotional();
        return value.compareTo(limit) > 0
                ? Optional.of(Refusal.of(RefusalCode.NOTIONAL_LIMIT, value, limit))
                : Optional.empty();
    }

    OrderPreview preview(OrderDraft draft, DeskState desk, FakeMarket market) {
        Instrument instrument = market.instrument();
        Money value = notional(draft, market);
        Money fee = Money.of(
                instrument.fees().feeUnits(value.units(), instrument.lotsOf(draft.quantity()), false),
                value.currency());
        BigDecimal before = desk.positions().stream()
                .filter(position -> position.instrument().equals(instrument.id()))
                .map(position -> BigDecimal.valueOf(position.signedUnits(), position.scale()))
                .findFirst()
                .orElse(BigDecimal.ZERO);
        BigDecimal change = new BigDecimal(draft.quantity().toString())
                .multiply(BigDecimal.valueOf(draft.side().sign()));
        return new OrderPreview(
                Optional.of(priceFor(draft, market)),
                Optional.of(value),
                Optional.of(fee),
                Optional.of(draft.side() == Side.BUY ? value.plus(fee) : fee.minus(value)),
                plain(before),
                plain(before.add(change)),
                check(draft, desk, market));
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static Money notional(OrderDraft draft, FakeMarket market) {
        Instrument instrument = market.instrument();
        return instrument.notional(instrument.ticksOf(priceFor(draft, market)), instrument.lotsOf(draft.quantity()));
    }

    private static Price priceFor(OrderDraft draft, FakeMarket market) {
        return switch (draft.type()) {
            case OrderType.Limit(var price) -> price;
            case OrderType.Stop(var trigger) -> trigger;
            case OrderType.StopLimit(var trigger, var limit) -> limit;
            case OrderType.Market _, OrderType.TrailingStop _ -> {
                if (!market.instrument().tradable()) {
                    yield market.last();
                }
                yield draft.side() == Side.BUY ? market.bestAsk() : market.bestBid();
            }
        };
    }
}
