package io.sextant.ui.panel.riskgate;

import io.sextant.domain.order.AccountLimits;
import io.sextant.domain.order.RateLimit;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;

/** One figure of the account's limits as a person writes it: whole numbers in the unit that the name says. */
@SuppressWarnings("ImmutableEnumChecker") // The functions keep nothing: each looks only at the limits it is given.
enum LimitField {
    MAX_GROSS_EXPOSURE("maxGrossExposure", AccountLimits::maxGrossExposure, ChangedAccount::gross, 1),
    MAX_LEVERAGE("maxLeverage", AccountLimits::maxLeverageHundredths, ChangedAccount::leverage, 100),
    ORDERS("orders", limits -> countOf(limits.orders()), ChangedAccount::orders, 1),
    CANCELS("cancels", limits -> countOf(limits.cancels()), ChangedAccount::cancels, 1),
    EXECUTIONS("executions", limits -> countOf(limits.executions()), ChangedAccount::executions, 1),
    DUPLICATE("duplicateMillis", AccountLimits::duplicateWindowNanos, ChangedAccount::duplicate, LimitField.MILLI),
    PRICE_AGE("priceAgeSeconds", AccountLimits::maxPriceAgeNanos, ChangedAccount::priceAge, LimitField.SECOND),
    CLOCK_SKEW("skewMillis", AccountLimits::maxClockSkewNanos, ChangedAccount::skew, LimitField.MILLI),
    DAILY_LOSS("maxDailyLoss", AccountLimits::maxDailyLoss, ChangedAccount::dailyLoss, 1),
    DRAWDOWN("maxDrawdown", AccountLimits::maxDrawdown, ChangedAccount::drawdown, 1),
    VOLATILITY("volatilityBps", limits -> limits.breakers().volatilityBps(), ChangedAccount::volatility, 1),
    SLIPPAGE("slippageBps", limits -> limits.breakers().slippageBps(), ChangedAccount::slippage, 1),
    REJECTS("rejects", limits -> countOf(limits.breakers().rejects()), ChangedAccount::rejects, 1),
    SILENCE(
            "silenceSeconds",
            limits -> limits.breakers().feedSilenceNanos(),
            ChangedAccount::silence,
            LimitField.SECOND),
    LATENCY("latencyMillis", limits -> limits.breakers().latencyNanos(), ChangedAccount::latency, LimitField.MILLI);

    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000_000_000;

    private final String key;
    private final ToLongFunction<AccountLimits> get;
    private final BiFunction<ChangedAccount, Long, AccountLimits> with;
    private final long unit;

    LimitField(
            String key,
            ToLongFunction<AccountLimits> get,
            BiFunction<ChangedAccount, Long, AccountLimits> with,
            long unit) {
        this.key = key;
        this.get = get;
        this.with = with;
        this.unit = unit;
    }

    String key() {
        return key;
    }

    /** {@link AccountLimits#UNSET} where nobody set one. */
    long value(AccountLimits limits) {
        long value = get.applyAsLong(limits);
        return value == AccountLimits.UNSET ? value : value / unit;
    }

    /** The limits with another figure; throws when that is none for it. */
    AccountLimits with(AccountLimits limits, long value) {
        return with.apply(new ChangedAccount(limits), Math.multiplyExact(value, unit));
    }

    private static long countOf(RateLimit limit) {
        return limit.isBounded() ? limit.count() : AccountLimits.UNSET;
    }
}
