package io.sextant.ui.panel.riskgate;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.AccountLimits;
import io.sextant.domain.order.InstrumentLimits;
import io.sextant.domain.order.RateLimit;
import io.sextant.domain.order.RiskLimits;
import io.sextant.domain.order.StrategyLimits;
import io.sextant.ui.panel.riskgate.LimitValue.Size;
import io.sextant.ui.panel.riskgate.LimitValue.Switch;
import io.sextant.ui.panel.riskgate.LimitValue.Unset;
import io.sextant.ui.panel.riskgate.LimitValue.Whole;
import io.sextant.ui.panel.riskgate.LimitValue.Worth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The limits of an owner, in the order in which people read them. Whoever had none at all begins with zeros, so that nothing passes
 * before every figure was written.
 */
final class LimitLines {

    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long MINUTE_NANOS = 60 * SECOND_NANOS;

    private LimitLines() {}

    static List<LimitLine> of(LimitOwner owner) {
        return switch (owner) {
            case LimitOwner.WholeAccount _ -> account();
            case LimitOwner.OneInstrument(Instrument instrument) -> instrument(instrument);
            case LimitOwner.OneStrategy(String name) -> strategy(name);
        };
    }

    private static List<LimitLine> account() {
        List<LimitLine> lines = new ArrayList<>();
        for (LimitField field : LimitField.values()) {
            lines.add(accountLine(
                    field.key(),
                    LimitLines::parsedWhole,
                    limits -> whole(field.value(limits)),
                    (limits, value) -> field.with(limits, whole(value))));
        }
        lines.add(accountLine(
                "selfMatch",
                LimitLines::parsedSwitch,
                limits -> new Switch(limits.preventSelfMatch()),
                (limits, value) -> new ChangedAccount(limits).selfMatch(isOn(value))));
        lines.add(accountLine(
                "disconnect",
                LimitLines::parsedSwitch,
                limits -> new Switch(limits.cancelOnDisconnect()),
                (limits, value) -> new ChangedAccount(limits).disconnect(isOn(value))));
        return lines;
    }

    private static LimitLine accountLine(
            String key,
            Function<String, LimitValue> parsing,
            Function<AccountLimits, LimitValue> reading,
            BiFunction<AccountLimits, LimitValue, AccountLimits> writing) {
        return new LimitLine(
                key,
                parsing,
                limits -> limits.findAccount().map(reading).orElseGet(Unset::new),
                (limits, value) -> limits.withAccount(
                        writing.apply(limits.findAccount().orElseThrow(LimitLines::noAccount), value)));
    }

    private static List<LimitLine> instrument(Instrument instrument) {
        InstrumentId id = instrument.id();
        return List.of(
                instrumentLine(
                        "orderQuantity",
                        instrument,
                        plain -> new Size(Quantity.parse(plain)),
                        limits -> new Size(limits.maxOrderQuantity()),
                        (limits, value) -> new InstrumentLimits(
                                id, size(value), limits.maxOrderNotional(), limits.collarBps(), limits.maxPosition())),
                instrumentLine(
                        "orderValue",
                        instrument,
                        plain -> new Worth(Money.parse(plain, instrument.quote())),
                        limits -> new Worth(limits.maxOrderNotional()),
                        (limits, value) -> new InstrumentLimits(
                                id, limits.maxOrderQuantity(), worth(value), limits.collarBps(), limits.maxPosition())),
                instrumentLine(
                        "collarBps",
                        instrument,
                        LimitLines::parsedWhole,
                        limits -> new Whole(limits.collarBps()),
                        (limits, value) -> new InstrumentLimits(
                                id,
                                limits.maxOrderQuantity(),
                                limits.maxOrderNotional(),
                                Math.toIntExact(whole(value)),
                                limits.maxPosition())),
                instrumentLine(
                        "position",
                        instrument,
                        plain -> new Size(Quantity.parse(plain)),
                        limits -> new Size(limits.maxPosition()),
                        (limits, value) -> new InstrumentLimits(
                                id,
                                limits.maxOrderQuantity(),
                                limits.maxOrderNotional(),
                                limits.collarBps(),
                                size(value))),
                accountLine(
                        "restricted",
                        LimitLines::parsedSwitch,
                        limits -> new Switch(limits.restricted().contains(id)),
                        (limits, value) -> new ChangedAccount(limits).restricted(id, isOn(value))));
    }

    private static LimitLine instrumentLine(
            String key,
            Instrument instrument,
            Function<String, LimitValue> parsing,
            Function<InstrumentLimits, LimitValue> reading,
            BiFunction<InstrumentLimits, LimitValue, InstrumentLimits> writing) {
        InstrumentLimits nothing =
                new InstrumentLimits(instrument.id(), Quantity.ZERO, Money.zero(instrument.quote()), 0, Quantity.ZERO);
        return new LimitLine(
                key,
                parsing,
                limits -> limits.findLimits(instrument.id()).map(reading).orElseGet(Unset::new),
                (limits, value) -> {
                    Optional<InstrumentLimits> before = limits.findLimits(instrument.id());
                    InstrumentLimits after = writing.apply(before.orElse(nothing), value);
                    return new RiskLimits(
                            exchanged(limits.byInstrument(), before, after), limits.account(), limits.byStrategy());
                });
    }

    private static List<LimitLine> strategy(String name) {
        return List.of(
                strategyLine(
                        "strategyValue",
                        name,
                        limits -> new Whole(limits.maxOrderValue()),
                        (limits, value) -> new StrategyLimits(
                                name, whole(value), limits.orders(), limits.cancels(), limits.executions())),
                strategyLine(
                        "strategyOrders",
                        name,
                        limits -> counted(limits.orders()),
                        (limits, value) -> new StrategyLimits(
                                name,
                                limits.maxOrderValue(),
                                ChangedAccount.rate(whole(value), limits.orders(), SECOND_NANOS),
                                limits.cancels(),
                                limits.executions())),
                strategyLine(
                        "strategyCancels",
                        name,
                        limits -> counted(limits.cancels()),
                        (limits, value) -> new StrategyLimits(
                                name,
                                limits.maxOrderValue(),
                                limits.orders(),
                                ChangedAccount.rate(whole(value), limits.cancels(), SECOND_NANOS),
                                limits.executions())),
                strategyLine(
                        "strategyExecutions",
                        name,
                        limits -> counted(limits.executions()),
                        (limits, value) -> new StrategyLimits(
                                name,
                                limits.maxOrderValue(),
                                limits.orders(),
                                limits.cancels(),
                                ChangedAccount.rate(whole(value), limits.executions(), MINUTE_NANOS))));
    }

    private static LimitLine strategyLine(
            String key,
            String name,
            Function<StrategyLimits, LimitValue> reading,
            BiFunction<StrategyLimits, LimitValue, StrategyLimits> writing) {
        StrategyLimits nothing =
                new StrategyLimits(name, 0, RateLimit.perSecond(0), RateLimit.perSecond(0), RateLimit.perMinute(0));
        return new LimitLine(
                key,
                LimitLines::parsedWhole,
                limits -> findStrategy(limits, name).map(reading).orElseGet(Unset::new),
                (limits, value) -> {
                    Optional<StrategyLimits> before = findStrategy(limits, name);
                    StrategyLimits after = writing.apply(before.orElse(nothing), value);
                    return limits.withStrategies(exchanged(limits.byStrategy(), before, after));
                });
    }

    private static Optional<StrategyLimits> findStrategy(RiskLimits limits, String name) {
        return limits.byStrategy().stream()
                .filter(one -> one.strategy().equals(name))
                .findFirst();
    }

    private static <T> List<T> exchanged(List<T> all, Optional<T> before, T after) {
        List<T> changed = new ArrayList<>(all);
        before.ifPresentOrElse(one -> changed.set(changed.indexOf(one), after), () -> changed.add(after));
        return changed;
    }

    private static LimitValue parsedWhole(String plain) {
        return new Whole(Long.parseLong(plain));
    }

    private static LimitValue parsedSwitch(String plain) {
        return new Switch(Boolean.parseBoolean(plain));
    }

    private static LimitValue whole(long value) {
        return value == AccountLimits.UNSET ? new Unset() : new Whole(value);
    }

    private static LimitValue counted(RateLimit limit) {
        return limit.isBounded() ? new Whole(limit.count()) : new Unset();
    }

    private static long whole(LimitValue value) {
        return value instanceof Whole(long figure) ? figure : refuse(value);
    }

    private static boolean isOn(LimitValue value) {
        return value instanceof Switch(boolean on) && on;
    }

    private static Quantity size(LimitValue value) {
        if (value instanceof Size(Quantity quantity)) {
            return quantity;
        }
        throw new IllegalArgumentException("no quantity: " + value);
    }

    private static Money worth(LimitValue value) {
        if (value instanceof Worth(Money money)) {
            return money;
        }
        throw new IllegalArgumentException("no amount: " + value);
    }

    private static long refuse(LimitValue value) {
        throw new IllegalArgumentException("no whole number: " + value);
    }

    private static IllegalArgumentException noAccount() {
        return new IllegalArgumentException("the account has no limits yet");
    }
}
