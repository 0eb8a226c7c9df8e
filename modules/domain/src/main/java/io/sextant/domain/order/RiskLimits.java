package io.sextant.domain.order;

import io.sextant.domain.instrument.InstrumentId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The limits of the desk. An instrument without an entry cannot be traded, nor anything when the account has none, nor can a
 * strategy without an entry trade: the gate fails closed.
 */
public record RiskLimits(
        List<InstrumentLimits> byInstrument, @Nullable AccountLimits account, List<StrategyLimits> byStrategy) {

    public static final RiskLimits NONE = new RiskLimits(List.of(), null, List.of());

    public RiskLimits {
        byInstrument = List.copyOf(byInstrument);
        byStrategy = List.copyOf(byStrategy);
        requireDistinct(
                byInstrument.stream()
                        .map(InstrumentLimits::instrument)
                        .distinct()
                        .count(),
                byInstrument,
                "an instrument");
        requireDistinct(
                byStrategy.stream().map(StrategyLimits::strategy).distinct().count(), byStrategy, "a strategy");
    }

    private static void requireDistinct(long distinct, List<?> limits, String whose) {
        if (distinct != limits.size()) {
            throw new IllegalArgumentException(whose + " has two sets of limits");
        }
    }

    public Optional<InstrumentLimits> findLimits(InstrumentId instrument) {
        return byInstrument.stream()
                .filter(limits -> limits.instrument().equals(instrument))
                .findFirst();
    }

    public Optional<AccountLimits> findAccount() {
        return Optional.ofNullable(account);
    }

    public RiskLimits withAccount(AccountLimits limits) {
        return new RiskLimits(byInstrument, limits, byStrategy);
    }

    public RiskLimits withStrategies(List<StrategyLimits> limits) {
        return new RiskLimits(byInstrument, account, limits);
    }
}
