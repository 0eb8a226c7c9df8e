package io.sextant.engine.core;

import io.sextant.domain.command.RealMoney;
import io.sextant.domain.command.SteerStrategy;
import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.event.SettingChanged;
import io.sextant.domain.event.StrategyChanged;
import io.sextant.domain.hosting.HostSteering;
import io.sextant.domain.hosting.HostedStage;
import io.sextant.domain.hosting.StageCause;
import io.sextant.domain.hosting.StageChange;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.TradingMode;
import io.sextant.domain.money.Money;
import io.sextant.domain.order.GateState;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.session.SessionTerms;
import io.sextant.domain.venue.VenueTrust;
import io.sextant.execution.Reconciliation;
import io.sextant.execution.gate.RiskGate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How hosted strategies come from one stage into another: because somebody asks, or because they may not go on. */
final class HostedStages {

    private final InstrumentCatalog instruments;
    private final boolean ofRealMoney;
    private final CoreTime time;
    private final FactOutlet facts;
    private final MarketBoard market;
    private final RiskGate gate;
    private final DeskSwitches switches;
    private final Map<String, Hosted> strategies;
    private final HostedOwners owners;
    private final HostedAgreement agreement;
    private final Reconciliation reconciliation;
    private final Runnable wake;
    private @Nullable CommandDesk desk;
    private @Nullable HostedFlattening flattening;

    /** @param wake is run whenever there is to be looked again at once */
    HostedStages(
            SessionTerms terms,
            CoreTime time,
            FactOutlet facts,
            MarketBoard market,
            RiskGate gate,
            DeskSwitches switches,
            Map<String, Hosted> strategies,
            HostedOwners owners,
            HostedAgreement agreement,
            Reconciliation reconciliation,
            Runnable wake) {
        instruments = terms.instruments();
        ofRealMoney = terms.mode() == TradingMode.LIVE;
        this.time = time;
        this.facts = facts;
        this.market = market;
        this.gate = gate;
        this.switches = switches;
        this.strategies = strategies;
        this.owners = owners;
        this.agreement = agreement;
        this.reconciliation = reconciliation;
        this.wake = wake;
    }

    /** They need each other. */
    void connect(CommandDesk commands, HostedFlattening flattens) {
        desk = commands;
        flattening = flattens;
    }

    Outcome steer(Hosted one, SteerStrategy steer) {
        return switch (steer.how()) {
            case START, RESUME -> begin(one, steer);
            case PAUSE -> {
                if (one.stage != HostedStage.RUNNING && one.stage != HostedStage.CLOSING) {
                    yield misplaced(one, steer.how());
                }
                change(one, HostedStage.PAUSED, steer.cause(), steer.why());
                yield Outcome.DONE;
            }
            case STOP -> {
                if (one.stage == HostedStage.STOPPED) {
                    yield misplaced(one, steer.how());
                }
                change(one, HostedStage.STOPPED, steer.cause(), steer.why());
                yield Outcome.DONE;
            }
            case STOP_AND_CLOSE -> {
                change(one, HostedStage.CLOSING, steer.cause(), steer.why());
                yield Outcome.DONE;
            }
            case REMOVE -> remove(one, steer);
        };
    }

    private Outcome begin(Hosted one, SteerStrategy steer) {
        if (one.stage == HostedStage.RUNNING || one.stage == HostedStage.CLOSING) {
            return misplaced(one, steer.how());
        }
        if (ofRealMoney && !isArmed(one)) {
            return new Outcome.Refused(Refusal.of(RefusalCode.STRATEGY_REAL_MONEY, one.name()));
        }
        Optional<String> stopped = findStopped(one);
        if (stopped.isPresent()) {
            return new Outcome.Refused(Refusal.of(RefusalCode.KILL_SWITCH, stopped.get()));
        }
        if (gate.standing().state() == GateState.HALTED) {
            return new Outcome.Refused(
                    Refusal.of(RefusalCode.GATE_HALTED, gate.standing().reason()));
        }
        Optional<InstrumentId> flattened = Objects.requireNonNull(flattening).findFlattened(one);
        if (flattened.isPresent()) {
            return new Outcome.Refused(Refusal.of(RefusalCode.FLATTENING, flattened.get()));
        }
        one.enterDay(time.dayNanos(), market);
        if (one.ranUntilNanos == 0) {
            one.ranUntilNanos = time.marketNanos;
        }
        change(one, HostedStage.RUNNING, steer.cause(), steer.why());
        return Outcome.DONE;
    }

    boolean isOfRealMoney() {
        return ofRealMoney;
    }

    /** Only where there is real money. */
    boolean isArmed(Hosted one) {
        return ofRealMoney
                && switches.setting(RealMoney.setting(one.name()))
                        .equals(one.armedFor(gate.terms().account()));
    }

    /** Each yes of a person is for one stretch of trading, and for what was agreed then. */
    void disarm(Hosted one) {
        String key = RealMoney.setting(one.name());
        if (ofRealMoney && !switches.setting(key).isEmpty()) {
            switches.set(key, "");
            if (facts.isListening()) {
                facts.accept(new SettingChanged(facts.nextPosition(), time.marketNanos, key, ""));
            }
        }
    }

    /** Why one that trades with real money may not go on by itself. */
    private Optional<StageCause> findUnsafe(Hosted one) {
        if (!ofRealMoney || (one.stage != HostedStage.RUNNING && one.stage != HostedStage.CLOSING)) {
            return Optional.empty();
        }
        if (one.stage == HostedStage.RUNNING && !isArmed(one)) {
            return Optional.of(StageCause.ASKED);
        }
        for (int instrument : one.catalogIndex) {
            VenueTrust trust = reconciliation.at(instrument).trust();
            if (trust == VenueTrust.UNREACHABLE
                    || trust == VenueTrust.DIFFERS
                    || market.feedStatus(market.venues().of(instrument)) == FeedStatus.DISCONNECTED) {
                return Optional.of(StageCause.LINK_LOST);
            }
        }
        return Optional.empty();
    }

    /** Why a kill switch stops it. */
    private Optional<String> findStopped(Hosted one) {
        if (gate.killSwitchEngaged()) {
            return Optional.of(gate.killSwitchReason());
        }
        String ofAccount = gate.killedAccounts().get(gate.terms().account());
        return ofAccount != null
                ? Optional.of(ofAccount)
                : Optional.ofNullable(gate.killedStrategies().get(one.name()));
    }

    private Outcome remove(Hosted one, SteerStrategy steer) {
        if (one.stage == HostedStage.RUNNING || one.stage == HostedStage.CLOSING) {
            return misplaced(one, steer.how());
        }
        if (!agreement.isIdle(one)) {
            return new Outcome.Refused(HostedAgreement.holds(one));
        }
        strategies.remove(one.name());
        owners.forget(one);
        change(one, HostedStage.REMOVED, steer.cause(), steer.why());
        return Outcome.DONE;
    }

    void look(Hosted one, boolean halted) {
        one.enterDay(time.dayNanos(), market);
        if (one.trail.isDue(time.marketNanos) && one.ranUntilNanos > 0) {
            one.trail.add(time.marketNanos, one.equityUnits(market));
        }
        if (one.stage != HostedStage.RUNNING && one.stage != HostedStage.CLOSING) {
            return;
        }
        Optional<String> stopped = findStopped(one);
        if (stopped.isPresent()) {
            change(one, HostedStage.PAUSED, StageCause.KILL_SWITCH, stopped.get());
        } else if (halted) {
            change(
                    one,
                    HostedStage.PAUSED,
                    StageCause.GATE_HALTED,
                    gate.standing().reason());
        } else if (findUnsafe(one).isPresent()) {
            StageCause why = findUnsafe(one).orElseThrow();
            change(one, HostedStage.PAUSED, why, why == StageCause.ASKED ? "It is armed for real money no more." : "");
        } else if (one.stage == HostedStage.CLOSING && agreement.isIdle(one)) {
            change(one, HostedStage.STOPPED, StageCause.CLOSED, "");
        } else if (one.stage == HostedStage.RUNNING) {
            long loss = one.dayLossUnits(market);
            Money most = one.terms.limits().largestDayLoss();
            if (loss >= most.units()) {
                change(
                        one,
                        HostedStage.PAUSED,
                        StageCause.DAY_LOSS,
                        "It lost " + Money.of(loss, most.currency()) + " today; its limit is " + most + ".");
            }
        }
    }

    /** What works is taken back whenever it does not go on. */
    private void change(Hosted one, HostedStage now, StageCause cause, String why) {
        HostedStage before = one.stage;
        if (before == HostedStage.RUNNING) {
            one.ranUntilNanos = time.marketNanos;
        }
        one.stage = now;
        one.cause = cause;
        one.why = why;
        one.sinceNanos = time.marketNanos;
        wake.run();
        tell(new StageChange(one.name(), before, now, cause, why));
        if (now != HostedStage.RUNNING) {
            disarm(one);
        }
        if (now != HostedStage.RUNNING) {
            for (long orderId : owners.workingOf(one)) {
                Objects.requireNonNull(desk).cancel(orderId, "strategy " + one.name() + " is " + now);
            }
        }
    }

    void pauseForFlatten(Hosted one, int instrument) {
        if (one.stage == HostedStage.RUNNING) {
            change(
                    one,
                    HostedStage.PAUSED,
                    StageCause.ASKED,
                    instruments.get(instrument).id() + " is flattened.");
        }
    }

    void tell(StageChange change) {
        switches.touch();
        if (facts.isListening()) {
            facts.accept(new StrategyChanged(facts.nextPosition(), time.marketNanos, change));
        }
    }

    private static Outcome misplaced(Hosted one, HostSteering how) {
        return new Outcome.Refused(Refusal.of(RefusalCode.STRATEGY_STAGE, one.name(), one.stage, how));
    }
}
