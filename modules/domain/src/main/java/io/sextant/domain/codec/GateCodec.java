package io.sextant.domain.codec;

import static io.sextant.domain.codec.ConstantNumbers.constant;

import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.order.AccountLimits;
import io.sextant.domain.order.BreakerLimits;
import io.sextant.domain.order.GateControl;
import io.sextant.domain.order.GateOverride;
import io.sextant.domain.order.GateState;
import io.sextant.domain.order.KillScope;
import io.sextant.domain.order.RateLimit;
import io.sextant.domain.order.StrategyLimits;

/** What the gate's commands and facts are made of. */
final class GateCodec {

    private static final int ALL = 1;
    private static final int ONE_ACCOUNT = 2;
    private static final int ONE_STRATEGY = 3;

    private GateCodec() {}

    static void write(StateWriter out, GateOverride override) {
        out.putInt(override.control().number());
        out.putString(override.reason());
    }

    static GateOverride readOverride(StateReader in) {
        GateControl control = GateControl.ofNumber(in.getInt());
        return new GateOverride(control, in.getString());
    }

    static GateState readState(StateReader in) {
        return constant(GateState.values(), ConstantNumbers::of, in.getLong());
    }

    static void write(StateWriter out, KillScope scope) {
        switch (scope) {
            case KillScope.Everybody _ -> out.putInt(ALL);
            case KillScope.OneAccount(String account) -> {
                out.putInt(ONE_ACCOUNT);
                out.putString(account);
            }
            case KillScope.OneStrategy(String strategy) -> {
                out.putInt(ONE_STRATEGY);
                out.putString(strategy);
            }
        }
    }

    static KillScope readScope(StateReader in) {
        int number = in.getInt();
        return switch (number) {
            case ALL -> KillScope.ALL;
            case ONE_ACCOUNT -> new KillScope.OneAccount(in.getString());
            case ONE_STRATEGY -> new KillScope.OneStrategy(in.getString());
            default -> throw RecordFrame.unknown("kill scope", number);
        };
    }

    static void write(StateWriter out, AccountLimits limits) {
        out.putLong(limits.maxGrossExposure());
        out.putLong(limits.maxLeverageHundredths());
        write(out, limits.orders());
        write(out, limits.cancels());
        write(out, limits.executions());
        out.putLong(limits.duplicateWindowNanos());
        out.putBoolean(limits.preventSelfMatch());
        out.putLong(limits.maxPriceAgeNanos());
        out.putLong(limits.maxClockSkewNanos());
        out.putLong(limits.maxDailyLoss());
        out.putLong(limits.maxDrawdown());
        out.putBoolean(limits.cancelOnDisconnect());
        Values.writeList(out, limits.restricted(), Values::write);
        BreakerLimits breakers = limits.breakers();
        out.putLong(breakers.volatilityBps());
        out.putLong(breakers.slippageBps());
        write(out, breakers.rejects());
        out.putLong(breakers.feedSilenceNanos());
        out.putLong(breakers.latencyNanos());
    }

    static AccountLimits readAccount(StateReader in) {
        long maxGrossExposure = in.getLong();
        long maxLeverage = in.getLong();
        RateLimit orders = readRate(in);
        RateLimit cancels = readRate(in);
        RateLimit executions = readRate(in);
        long duplicateWindowNanos = in.getLong();
        boolean preventSelfMatch = in.getBoolean();
        long maxPriceAgeNanos = in.getLong();
        long maxClockSkewNanos = in.getLong();
        long maxDailyLoss = in.getLong();
        long maxDrawdown = in.getLong();
        boolean cancelOnDisconnect = in.getBoolean();
        return new AccountLimits(
                maxGrossExposure,
                maxLeverage,
                orders,
                cancels,
                executions,
                duplicateWindowNanos,
                preventSelfMatch,
                maxPriceAgeNanos,
                maxClockSkewNanos,
                maxDailyLoss,
                maxDrawdown,
                cancelOnDisconnect,
                Values.readList(in, Values::readInstrumentId),
                readBreakers(in));
    }

    private static BreakerLimits readBreakers(StateReader in) {
        long volatilityBps = in.getLong();
        long slippageBps = in.getLong();
        RateLimit rejects = readRate(in);
        long feedSilenceNanos = in.getLong();
        return new BreakerLimits(volatilityBps, slippageBps, rejects, feedSilenceNanos, in.getLong());
    }

    static void write(StateWriter out, StrategyLimits limits) {
        out.putString(limits.strategy());
        out.putLong(limits.maxOrderValue());
        write(out, limits.orders());
        write(out, limits.cancels());
        write(out, limits.executions());
    }

    static StrategyLimits readStrategy(StateReader in) {
        String strategy = in.getString();
        long maxOrderValue = in.getLong();
        RateLimit orders = readRate(in);
        RateLimit cancels = readRate(in);
        return new StrategyLimits(strategy, maxOrderValue, orders, cancels, readRate(in));
    }

    private static void write(StateWriter out, RateLimit rate) {
        out.putInt(rate.count());
        out.putLong(rate.windowNanos());
    }

    private static RateLimit readRate(StateReader in) {
        int count = in.getInt();
        return new RateLimit(count, in.getLong());
    }
}
