package io.sextant.engine.core;

import io.sextant.domain.hosting.HostedStage;
import io.sextant.domain.hosting.HostingTerms;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import java.util.Map;
import java.util.Optional;

/** Whether the desk can agree to what is to be agreed with a strategy. */
final class HostedAgreement {

    private final InstrumentCatalog instruments;
    private final Ledger ledger;
    private final Currency reporting;
    private final Map<String, Hosted> strategies;
    private final Map<Long, Hosted> owners;

    HostedAgreement(
            InstrumentCatalog instruments,
            Ledger ledger,
            Currency reporting,
            Map<String, Hosted> strategies,
            Map<Long, Hosted> owners) {
        this.instruments = instruments;
        this.ledger = ledger;
        this.reporting = reporting;
        this.strategies = strategies;
        this.owners = owners;
    }

    /** Refuses what the desk cannot keep to. */
    Optional<Refusal> findRefusal(HostingTerms terms) {
        for (InstrumentId each : terms.instruments()) {
            if (!instruments.contains(each)) {
                return refused(RefusalCode.UNKNOWN_INSTRUMENT, each);
            }
            Instrument one = instruments.get(instruments.indexOf(each));
            if (!one.tradable()) {
                return refused(RefusalCode.NOT_TRADABLE, each);
            }
            if (!one.quote().equals(terms.capital().currency())) {
                return refused(
                        RefusalCode.STRATEGY_CURRENCY,
                        each,
                        one.quote().code(),
                        terms.name(),
                        terms.capital().currency().code());
            }
        }
        Hosted known = strategies.get(terms.name());
        if (known != null) {
            if (known.stage == HostedStage.RUNNING || known.stage == HostedStage.CLOSING) {
                return refused(RefusalCode.STRATEGY_RUNS, terms.name(), known.stage);
            }
            boolean moves = !known.terms.instruments().equals(terms.instruments());
            if (moves && !isIdle(known)) {
                return Optional.of(holds(known));
            }
        } else if (strategies.size() >= HostedDesk.STRATEGIES_MAX) {
            return refused(RefusalCode.TOO_MANY_STRATEGIES, strategies.size());
        }
        return findOverAccount(terms);
    }

    /** The shares of all strategies together are no more than there is. */
    private Optional<Refusal> findOverAccount(HostingTerms terms) {
        long all = reported(terms);
        for (Hosted each : strategies.values()) {
            all += each.name().equals(terms.name()) ? 0 : reported(each.terms);
        }
        long worth = ledger.equityUnits();
        return all > worth
                ? refused(RefusalCode.STRATEGIES_OVER_ACCOUNT, Money.of(all, reporting), Money.of(worth, reporting))
                : Optional.empty();
    }

    private long reported(HostingTerms terms) {
        return ledger.reportedUnits(
                instruments.indexOf(terms.instruments().getFirst()),
                terms.capital().units());
    }

    /** Whether it holds nothing and nothing of it works. */
    boolean isIdle(Hosted one) {
        return one.book.isFlat() && !owners.containsValue(one);
    }

    static Refusal holds(Hosted one) {
        for (int own = 0; own < one.instruments.size(); own++) {
            if (one.book.lots(own) != 0) {
                return Refusal.of(
                        RefusalCode.STRATEGY_HOLDS,
                        one.name(),
                        one.instruments.get(own).id());
            }
        }
        return Refusal.of(
                RefusalCode.STRATEGY_HOLDS,
                one.name(),
                one.instruments.getFirst().id());
    }

    private static Optional<Refusal> refused(RefusalCode code, Object... arguments) {
        return Optional.of(Refusal.of(code, arguments));
    }
}
