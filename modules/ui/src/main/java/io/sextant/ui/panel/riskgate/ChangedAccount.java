package io.sextant.ui.panel.riskgate;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.order.AccountLimits;
import io.sextant.domain.order.BreakerLimits;
import io.sextant.domain.order.RateLimit;
import java.util.ArrayList;
import java.util.List;

/** The account's limits with one figure exchanged. */
record ChangedAccount(AccountLimits of) {

    private static final long SECOND = 1_000_000_000;

    AccountLimits gross(long value) {
        return make(value, of.maxLeverageHundredths(), of.orders(), of.cancels(), of.executions());
    }

    AccountLimits leverage(long value) {
        return make(of.maxGrossExposure(), value, of.orders(), of.cancels(), of.executions());
    }

    AccountLimits orders(long value) {
        return rates(rate(value, of.orders(), SECOND), of.cancels(), of.executions());
    }

    AccountLimits cancels(long value) {
        return rates(of.orders(), rate(value, of.cancels(), SECOND), of.executions());
    }

    AccountLimits executions(long value) {
        return rates(of.orders(), of.cancels(), rate(value, of.executions(), 60 * SECOND));
    }

    AccountLimits duplicate(long value) {
        return times(value, of.maxPriceAgeNanos(), of.maxClockSkewNanos(), of.maxDailyLoss(), of.maxDrawdown());
    }

    AccountLimits priceAge(long value) {
        return times(of.duplicateWindowNanos(), value, of.maxClockSkewNanos(), of.maxDailyLoss(), of.maxDrawdown());
    }

    AccountLimits skew(long value) {
        return times(of.duplicateWindowNanos(), of.maxPriceAgeNanos(), value, of.maxDailyLoss(), of.maxDrawdown());
    }

    AccountLimits dailyLoss(long value) {
        return times(of.duplicateWindowNanos(), of.maxPriceAgeNanos(), of.maxClockSkewNanos(), value, of.maxDrawdown());
    }

    AccountLimits drawdown(long value) {
        return times(
                of.duplicateWindowNanos(), of.maxPriceAgeNanos(), of.maxClockSkewNanos(), of.maxDailyLoss(), value);
    }

    AccountLimits selfMatch(boolean prevented) {
        return switches(prevented, of.cancelOnDisconnect(), of.restricted());
    }

    AccountLimits disconnect(boolean cancels) {
        return switches(of.preventSelfMatch(), cancels, of.restricted());
    }

    AccountLimits restricted(InstrumentId instrument, boolean listed) {
        List<InstrumentId> list = new ArrayList<>(of.restricted());
        list.remove(instrument);
        if (listed) {
            list.add(instrument);
        }
        return switches(of.preventSelfMatch(), of.cancelOnDisconnect(), list);
    }

    AccountLimits volatility(long value) {
        BreakerLimits at = of.breakers();
        return breakers(
                new BreakerLimits(value, at.slippageBps(), at.rejects(), at.feedSilenceNanos(), at.latencyNanos()));
    }

    AccountLimits slippage(long value) {
        BreakerLimits at = of.breakers();
        return breakers(
                new BreakerLimits(at.volatilityBps(), value, at.rejects(), at.feedSilenceNanos(), at.latencyNanos()));
    }

    AccountLimits rejects(long value) {
        BreakerLimits at = of.breakers();
        return breakers(new BreakerLimits(
                at.volatilityBps(),
                at.slippageBps(),
                rate(value, at.rejects(), 60 * SECOND),
                at.feedSilenceNanos(),
                at.latencyNanos()));
    }

    AccountLimits silence(long value) {
        BreakerLimits at = of.breakers();
        return breakers(
                new BreakerLimits(at.volatilityBps(), at.slippageBps(), at.rejects(), value, at.latencyNanos()));
    }

    AccountLimits latency(long value) {
        BreakerLimits at = of.breakers();
        return breakers(
                new BreakerLimits(at.volatilityBps(), at.slippageBps(), at.rejects(), at.feedSilenceNanos(), value));
    }

    static RateLimit rate(long count, RateLimit before, long windowNanos) {
        return new RateLimit(Math.toIntExact(count), before.isBounded() ? before.windowNanos() : windowNanos);
    }

    private AccountLimits rates(RateLimit orders, RateLimit cancels, RateLimit executions) {
        return make(of.maxGrossExposure(), of.maxLeverageHundredths(), orders, cancels, executions);
    }

    private AccountLimits make(long gross, long leverage, RateLimit orders, RateLimit cancels, RateLimit executions) {
        return new AccountLimits(
                gross,
                leverage,
                orders,
                cancels,
                executions,
                of.duplicateWindowNanos(),
                of.preventSelfMatch(),
                of.maxPriceAgeNanos(),
                of.maxClockSkewNanos(),
                of.maxDailyLoss(),
                of.maxDrawdown(),
                of.cancelOnDisconnect(),
                of.restricted(),
                of.breakers());
    }

    private AccountLimits times(long duplicate, long priceAge, long skew, long dailyLoss, long drawdown) {
        return new AccountLimits(
                of.maxGrossExposure(),
                of.maxLeverageHundredths(),
                of.orders(),
                of.cancels(),
                of.executions(),
                duplicate,
                of.preventSelfMatch(),
                priceAge,
                skew,
                dailyLoss,
                drawdown,
                of.cancelOnDisconnect(),
                of.restricted(),
                of.breakers());
    }

    private AccountLimits switches(boolean selfMatch, boolean disconnect, List<InstrumentId> restricted) {
        return new AccountLimits(
                of.maxGrossExposure(),
                of.maxLeverageHundredths(),
                of.orders(),
                of.cancels(),
                of.executions(),
                of.duplicateWindowNanos(),
                selfMatch,
                of.maxPriceAgeNanos(),
                of.maxClockSkewNanos(),
                of.maxDailyLoss(),
                of.maxDrawdown(),
                disconnect,
                restricted,
                of.breakers());
    }

    private AccountLimits breakers(BreakerLimits breakers) {
        return new AccountLimits(
                of.maxGrossExposure(),
                of.maxLeverageHundredths(),
                of.orders(),
                of.cancels(),
                of.executions(),
                of.duplicateWindowNanos(),
                of.preventSelfMatch(),
                of.maxPriceAgeNanos(),
                of.maxClockSkewNanos(),
                of.maxDailyLoss(),
                of.maxDrawdown(),
                of.cancelOnDisconnect(),
                of.restricted(),
                breakers);
    }
}
