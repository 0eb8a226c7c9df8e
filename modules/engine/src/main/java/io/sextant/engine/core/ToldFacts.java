package io.sextant.engine.core;

import io.sextant.domain.command.TellHeadline;
import io.sextant.domain.event.AnomalySeen;
import io.sextant.domain.event.ForecastChanged;
import io.sextant.domain.event.PassportWritten;
import io.sextant.domain.event.RegimeChanged;
import io.sextant.domain.forecast.ForecastChange;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.FlowAnomaly;
import io.sextant.domain.market.Headline;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.passport.OrderPassport;
import io.sextant.domain.regime.RegimeSwitch;
import java.util.List;

/** What those who watch beside the core found out becomes a fact; nothing else comes of it here. */
final class ToldFacts {

    private final InstrumentCatalog instruments;
    private final CoreTime time;
    private final FactOutlet facts;
    private final MarketBoard market;
    private final DeskSwitches switches;

    ToldFacts(
            InstrumentCatalog instruments, CoreTime time, FactOutlet facts, MarketBoard market, DeskSwitches switches) {
        this.instruments = instruments;
        this.time = time;
        this.facts = facts;
        this.market = market;
        this.switches = switches;
    }

    /** From here on it is news like the market's own: known now, and not a moment earlier. */
    Outcome tell(TellHeadline headline) {
        for (InstrumentId about : headline.instruments()) {
            if (!instruments.contains(about)) {
                return new Outcome.Refused(Refusal.of(RefusalCode.UNKNOWN_INSTRUMENT, about));
            }
        }
        market.onHeadline(new Headline(
                time.marketNanos, headline.instruments(), "", List.of(), headline.text(), headline.source()));
        return Outcome.DONE;
    }

    Outcome tell(FlowAnomaly anomaly) {
        if (!instruments.contains(anomaly.instrument())) {
            return new Outcome.Refused(Refusal.of(RefusalCode.UNKNOWN_INSTRUMENT, anomaly.instrument()));
        }
        if (facts.isListening()) {
            facts.accept(new AnomalySeen(facts.nextPosition(), time.marketNanos, anomaly));
        }
        return Outcome.DONE;
    }

    /** Forecasts may be of what the desk only stores: any instrument is told of. */
    Outcome tell(ForecastChange change) {
        if (facts.isListening()) {
            facts.accept(new ForecastChanged(facts.nextPosition(), time.marketNanos, change));
        }
        return Outcome.DONE;
    }

    /** As with forecasts, of any instrument. */
    Outcome tell(RegimeSwitch change) {
        if (facts.isListening()) {
            facts.accept(new RegimeChanged(facts.nextPosition(), time.marketNanos, change));
        }
        return Outcome.DONE;
    }

    /** It may come after the order's last change, never before its first. */
    Outcome tell(OrderPassport passport) {
        if (passport.order().value() >= switches.nextOrderId()) {
            return new Outcome.Refused(Refusal.of(RefusalCode.UNKNOWN_ORDER, passport.order()));
        }
        if (facts.isListening()) {
            facts.accept(new PassportWritten(facts.nextPosition(), time.marketNanos, passport));
        }
        return Outcome.DONE;
    }
}
