package io.sextant.execution.gate;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.money.Decimals;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.AccountLimits;
import io.sextant.domain.order.InstrumentLimits;
import io.sextant.domain.order.RateLimit;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.order.RiskLimits;
import io.sextant.domain.order.StrategyLimits;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The desk's limits as columns by instrument and by strategy. */
final class LimitTable {

    final boolean[] isSet;
    final long[] maxOrderLots;
    final long[] maxOrderUnits;
    final int[] collarBps;
    final long[] maxPositionLots;

    final boolean[] restricted;
    /** Meaningless while {@link #accountIsSet} is false, when nothing passes. */
    AccountLimits account = AccountLimits.UNBOUNDED;

    boolean accountIsSet;
    long maxGrossUnits;
    long maxDailyLossUnits;
    long maxDrawdownUnits;
    final boolean[] strategyIsSet;
    final long[] strategyMaxUnits;
    final RateLimit[] strategyOrders;
    final RateLimit[] strategyCancels;
    final RateLimit[] strategyExecutions;

    private final InstrumentCatalog catalog;
    private final GateTerms terms;

    LimitTable(GateTerms terms) {
        this.terms = terms;
        catalog = terms.catalog();
        int size = catalog.size();
        int strategies = terms.strategies().size();
        restricted = new boolean[size];
        strategyIsSet = new boolean[strategies];
        strategyMaxUnits = new long[strategies];
        strategyOrders = unbounded(strategies);
        strategyCancels = unbounded(strategies);
        strategyExecutions = unbounded(strategies);
        isSet = new boolean[size];
        maxOrderLots = new long[size];
        maxOrderUnits = new long[size];
        collarBps = new int[size];
        maxPositionLots = new long[size];
    }

    /** Takes all limits, or none when one of them makes no sense for its instrument. */
    Optional<Refusal> set(RiskLimits limits) {
        for (InstrumentLimits one : limits.byInstrument()) {
            Optional<String> objection = objectionTo(one);
            if (objection.isPresent()) {
                return Optional.of(Refusal.of(RefusalCode.INVALID_LIMIT, one.instrument(), objection.get()));
            }
        }
        AccountLimits forAccount = limits.account();
        if (forAccount != null) {
            for (InstrumentId one : forAccount.restricted()) {
                if (!catalog.contains(one)) {
                    return Optional.of(
                            Refusal.of(RefusalCode.INVALID_LIMIT, one, "it is not an instrument of this session"));
                }
            }
        }
        setAccount(forAccount);
        setStrategies(limits);
        Arrays.fill(isSet, false);
        for (InstrumentLimits one : limits.byInstrument()) {
            int i = catalog.indexOf(one.instrument());
            Quantity lot = catalog.get(i).rules().lot();
            isSet[i] = true;
            maxOrderLots[i] = wholeLots(one.maxOrderQuantity(), lot);
            maxOrderUnits[i] = one.maxOrderNotional().units();
            collarBps[i] = one.collarBps();
            maxPositionLots[i] = wholeLots(one.maxPosition(), lot);
        }
        return Optional.empty();
    }

    private void setAccount(@Nullable AccountLimits limits) {
        accountIsSet = limits != null;
        account = limits == null ? AccountLimits.UNBOUNDED : limits;
        maxGrossUnits = reportingUnits(account.maxGrossExposure());
        maxDailyLossUnits = reportingUnits(account.maxDailyLoss());
        maxDrawdownUnits = reportingUnits(account.maxDrawdown());
        Arrays.fill(restricted, false);
        account.restricted().forEach(one -> restricted[catalog.indexOf(one)] = true);
    }

    private void setStrategies(RiskLimits limits) {
        for (int i = 0; i < strategyIsSet.length; i++) {
            String name = terms.strategies().get(i);
            StrategyLimits found = limits.byStrategy().stream()
                    .filter(one -> one.strategy().equals(name))
                    .findFirst()
                    .orElse(null);
            strategyIsSet[i] = found != null;
            strategyMaxUnits[i] = found == null ? 0 : reportingUnits(found.maxOrderValue());
            strategyOrders[i] = found == null ? RateLimit.UNBOUNDED : found.orders();
            strategyCancels[i] = found == null ? RateLimit.UNBOUNDED : found.cancels();
            strategyExecutions[i] = found == null ? RateLimit.UNBOUNDED : found.executions();
        }
    }

    private static RateLimit[] unbounded(int count) {
        RateLimit[] limits = new RateLimit[count];
        Arrays.fill(limits, RateLimit.UNBOUNDED);
        return limits;
    }

    /** Whole units to ledger units; what a long cannot count is no limit in practice. */
    private long reportingUnits(long whole) {
        long unit = Decimals.powerOfTen(terms.reporting().scale());
        return whole > Long.MAX_VALUE / unit ? AccountLimits.UNSET : whole * unit;
    }

    private Optional<String> objectionTo(InstrumentLimits limits) {
        Optional<Instrument> instrument = catalog.findInstrument(limits.instrument());
        if (instrument.isEmpty()) {
            return Optional.of("it is not an instrument of this session");
        }
        if (!limits.maxOrderNotional().currency().equals(instrument.get().quote())) {
            return Optional.of("its value must be in " + instrument.get().quote());
        }
        return Optional.empty();
    }

    /** Rounded down, so never looser than what was asked for; what a long cannot count is no limit in practice. */
    private static long wholeLots(Quantity quantity, Quantity lot) {
        int shift = lot.scale() - quantity.scale();
        if (shift <= 0) {
            return quantity.units() / Decimals.powerOfTen(-shift) / lot.units();
        }
        long factor = Decimals.powerOfTen(shift);
        if (quantity.units() > Long.MAX_VALUE / factor) {
            return Long.MAX_VALUE / lot.units();
        }
        return quantity.units() * factor / lot.units();
    }
}
