package io.sextant.domain.codec;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderHandling;
import io.sextant.domain.order.OrderLeg;
import io.sextant.domain.order.OrderLink;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.Trail;
import io.sextant.domain.parent.AlgoPlan;
import io.sextant.domain.parent.AlgoTerms;
import io.sextant.domain.parent.BracketExits;
import io.sextant.domain.parent.BracketTerms;
import io.sextant.domain.parent.BracketTerms.Opening;
import io.sextant.domain.parent.ExitStop;
import io.sextant.domain.parent.ImpactTerms;
import io.sextant.domain.parent.ParentKind;
import io.sextant.domain.parent.ParentOrder;
import io.sextant.domain.parent.ParentStage;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Random brackets, algorithms and links to them. */
final class ParentArbitraries {

    private static final OrderLeg[] LEGS = {
        OrderLeg.ENTRY, OrderLeg.TARGET, OrderLeg.STOP, OrderLeg.CLOSING, OrderLeg.CHILD
    };

    private final RecordArbitraries draw;
    private final Random random;

    ParentArbitraries(RecordArbitraries draw, Random random) {
        this.draw = draw;
        this.random = random;
    }

    OrderLink link() {
        return random.nextBoolean()
                ? OrderLink.NONE
                : new OrderLink(draw.orderId().value(), draw.any(LEGS));
    }

    BracketTerms bracket() {
        ExitStop stop = stop();
        boolean evens = stop != null && !(stop instanceof ExitStop.Trailing) && random.nextBoolean();
        return new BracketTerms(
                opening(),
                new BracketExits(
                        stop == null || random.nextBoolean() ? draw.price() : null,
                        stop,
                        random.nextBoolean() ? 0 : random.nextLong(Long.MAX_VALUE),
                        evens ? distance() : null));
    }

    private Opening opening() {
        if (random.nextBoolean()) {
            return new Opening.Held(
                    draw.instrumentId(), draw.any(Side.values()), draw.someQuantity(), draw.any(OrderOrigin.values()));
        }
        OrderDraft draft = draw.draft();
        OrderHandling handling = new OrderHandling(
                draft.handling().postOnly(), false, draft.handling().endsNanos());
        return new Opening.ByOrder(new OrderDraft(
                draft.instrument(),
                draft.side(),
                draft.type(),
                draft.quantity(),
                draft.timeInForce(),
                handling,
                draft.origin(),
                draft.link(),
                draft.reason()));
    }

    private @Nullable ExitStop stop() {
        int length = 1 + random.nextInt(ExitStop.LONGEST_AVERAGE);
        double multiple = 0.01 + 10 * random.nextDouble();
        return switch (random.nextInt(7)) {
            case 0 -> null;
            case 1 -> new ExitStop.Fixed(draw.price());
            case 2 -> new ExitStop.Trailing(new Trail.ByAmount(distance()));
            case 3 -> new ExitStop.Trailing(new Trail.ByShare(1 + random.nextInt(9_999)));
            case 4 -> new ExitStop.Atr(draw.any(Timeframe.values()), length, multiple);
            default -> new ExitStop.Chandelier(draw.any(Timeframe.values()), length, multiple);
        };
    }

    private Price distance() {
        return Price.of(1 + random.nextLong(Long.MAX_VALUE), random.nextInt(9));
    }

    AlgoTerms algo() {
        AlgoPlan plan = plan();
        return new AlgoTerms(
                draw.instrumentId(),
                draw.any(Side.values()),
                draw.someQuantity(),
                plan instanceof AlgoPlan.Iceberg || random.nextBoolean() ? draw.price() : null,
                random.nextBoolean(),
                plan,
                draw.any(OrderOrigin.values()),
                draw.text());
    }

    private AlgoPlan plan() {
        long duration = AlgoPlan.SHORTEST_SLICE_NANOS * (1 + random.nextInt(600));
        int slices = 1 + random.nextInt((int) (duration / AlgoPlan.SHORTEST_SLICE_NANOS));
        return switch (random.nextInt(6)) {
            case 0 -> new AlgoPlan.Twap(duration, slices);
            case 1 ->
                new AlgoPlan.Vwap(
                        duration,
                        random.ints(slices, 0, 1_000).map(i -> i + 1).boxed().toList());
            case 2 -> new AlgoPlan.Pov(1 + random.nextInt(5_000), duration);
            case 3 ->
                new AlgoPlan.Shortfall(
                        duration,
                        slices,
                        new ImpactTerms(
                                random.nextDouble(),
                                random.nextDouble(),
                                random.nextDouble(),
                                Double.MIN_VALUE + random.nextDouble()));
            case 4 -> new AlgoPlan.Chaser(duration);
            case 5 -> new AlgoPlan.Route(List.of(InstrumentId.of("BTC-USDT.KRAKEN")), duration);
            default -> new AlgoPlan.Iceberg(draw.someQuantity(), random.nextInt(5_001));
        };
    }

    ParentOrder parent() {
        List<Price> prices = List.of(draw.price(), draw.price());
        Quantity quantity = draw.someQuantity();
        return new ParentOrder(
                draw.orderId(),
                draw.any(ParentKind.values()),
                draw.instrumentId(),
                draw.any(Side.values()),
                quantity,
                draw.someQuantity(),
                draw.any(ParentStage.values()),
                draw.text(),
                random.nextBoolean() ? prices.getFirst() : null,
                random.nextBoolean() ? prices.getLast() : null,
                random.nextBoolean() ? prices.getFirst() : null,
                draw.money(),
                draw.number(),
                draw.number(),
                draw.number());
    }
}
