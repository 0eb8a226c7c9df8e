package io.sextant.domain.codec;

import io.sextant.domain.command.ChangeGateState;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.EnableStrategy;
import io.sextant.domain.command.EngageKillSwitch;
import io.sextant.domain.command.ReleaseKillSwitch;
import io.sextant.domain.event.BreakerChanged;
import io.sextant.domain.event.Event;
import io.sextant.domain.event.GateStateChanged;
import io.sextant.domain.event.KillSwitchChanged;
import io.sextant.domain.event.OverrideUsed;
import io.sextant.domain.event.StrategyThrottled;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.order.AccountLimits;
import io.sextant.domain.order.Breaker;
import io.sextant.domain.order.BreakerLimits;
import io.sextant.domain.order.GateControl;
import io.sextant.domain.order.GateOverride;
import io.sextant.domain.order.GateState;
import io.sextant.domain.order.KillScope;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.RateLimit;
import io.sextant.domain.order.StrategyLimits;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Random values of what the gate's commands and facts are made of. */
final class GateArbitraries {

    private final Random random;

    GateArbitraries(Random random) {
        this.random = random;
    }

    Command command() {
        return switch (random.nextInt(4)) {
            case 0 -> new EngageKillSwitch(text(), scope());
            case 1 -> new ReleaseKillSwitch(text(), scope());
            case 2 -> new ChangeGateState(any(GateState.values()), text());
            default -> new EnableStrategy(text(), text());
        };
    }

    Event event() {
        long position = random.nextLong();
        long nanos = random.nextLong();
        return switch (random.nextInt(5)) {
            case 0 -> new KillSwitchChanged(position, nanos, random.nextBoolean(), text(), scope());
            case 1 -> new GateStateChanged(position, nanos, any(GateState.values()), any(GateState.values()), text());
            case 2 ->
                new BreakerChanged(
                        position,
                        nanos,
                        any(Breaker.values()),
                        random.nextBoolean(),
                        random.nextLong(),
                        random.nextLong());
            case 3 -> new OverrideUsed(position, nanos, new OrderId(1 + random.nextInt(1_000)), override());
            default -> new StrategyThrottled(position, nanos, text(), random.nextBoolean(), text());
        };
    }

    GateOverride override() {
        return new GateOverride(any(GateControl.values()), "because " + random.nextInt());
    }

    @Nullable AccountLimits account() {
        return switch (random.nextInt(3)) {
            case 0 -> null;
            case 1 -> AccountLimits.UNBOUNDED;
            default ->
                new AccountLimits(
                        limit(),
                        limit(),
                        rate(),
                        rate(),
                        rate(),
                        limit(),
                        random.nextBoolean(),
                        limit(),
                        limit(),
                        limit(),
                        limit(),
                        random.nextBoolean(),
                        random.nextBoolean() ? List.of() : List.of(InstrumentId.of("BAD")),
                        new BreakerLimits(1 + limit() / 2, 1 + limit() / 2, rate(), 1 + limit() / 2, 1 + limit() / 2));
        };
    }

    List<StrategyLimits> strategies() {
        return IntStream.range(0, random.nextInt(3))
                .mapToObj(i -> new StrategyLimits("s" + i, limit(), rate(), rate(), rate()))
                .toList();
    }

    private KillScope scope() {
        return switch (random.nextInt(3)) {
            case 0 -> KillScope.ALL;
            case 1 -> new KillScope.OneAccount(text());
            default -> new KillScope.OneStrategy(text());
        };
    }

    private RateLimit rate() {
        return random.nextBoolean()
                ? RateLimit.UNBOUNDED
                : new RateLimit(random.nextInt(RateLimit.MAX_COUNT + 1), 1 + random.nextLong(Long.MAX_VALUE - 1));
    }

    private long limit() {
        return random.nextBoolean() ? AccountLimits.UNSET : random.nextLong(Long.MAX_VALUE);
    }

    private String text() {
        return "text " + random.nextInt();
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
