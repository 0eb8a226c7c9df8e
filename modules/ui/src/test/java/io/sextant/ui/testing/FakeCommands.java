package io.sextant.ui.testing;

import io.sextant.domain.command.AmendOrder;
import io.sextant.domain.command.CancelAllOrders;
import io.sextant.domain.command.CancelOrder;
import io.sextant.domain.command.CancelScope;
import io.sextant.domain.command.ChangeGateState;
import io.sextant.domain.command.ChangeMarketPace;
import io.sextant.domain.command.ChangeRiskLimits;
import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.EnableStrategy;
import io.sextant.domain.command.EngageKillSwitch;
import io.sextant.domain.command.FlattenPositions;
import io.sextant.domain.command.HostStrategy;
import io.sextant.domain.command.PlaceAlgo;
import io.sextant.domain.command.PlaceBracket;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.command.PlaceOverridden;
import io.sextant.domain.command.PlaceStrategyOrder;
import io.sextant.domain.command.ReleaseKillSwitch;
import io.sextant.domain.command.SettleDifferences;
import io.sextant.domain.command.SteerParent;
import io.sextant.domain.command.SteerStrategy;
import io.sextant.domain.command.TellAnomaly;
import io.sextant.domain.command.TellForecastChange;
import io.sextant.domain.command.TellHeadline;
import io.sextant.domain.command.TellPassport;
import io.sextant.domain.command.TellRegimeSwitch;
import io.sextant.domain.event.AnomalySeen;
import io.sextant.domain.event.Event;
import io.sextant.domain.event.ForecastChanged;
import io.sextant.domain.event.GateStateChanged;
import io.sextant.domain.event.HeadlinePublished;
import io.sextant.domain.event.KillSwitchChanged;
import io.sextant.domain.event.MarketPaceChanged;
import io.sextant.domain.event.OrderRefused;
import io.sextant.domain.event.PassportWritten;
import io.sextant.domain.event.RegimeChanged;
import io.sextant.domain.event.RiskLimitsChanged;
import io.sextant.domain.event.SettingChanged;
import io.sextant.domain.event.StrategyChanged;
import io.sextant.domain.event.StrategyThrottled;
import io.sextant.domain.event.VenueChecked;
import io.sextant.domain.hosting.HostedStage;
import io.sextant.domain.hosting.StageCause;
import io.sextant.domain.hosting.StageChange;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Headline;
import io.sextant.domain.order.GateControl;
import io.sextant.domain.order.GateOverride;
import io.sextant.domain.order.GateState;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.request.Answer;
import io.sextant.domain.venue.VenueTrust;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the fake engine does when it is told to: orders live, switches turn, and settings are kept. */
final class FakeCommands {

    /** What it may ask and tell of the engine around it. */
    interface Hand {

        long nowNanos();

        long position();

        long nextPosition();

        void happened(Event event);
    }

    private final FakeDesk desk;
    private final FakeOrders orders;
    private final FakeGate gate;
    private final Function<InstrumentId, FakeMarket> markets;
    private final Hand engine;
    private final List<GateOverride> overrides = new ArrayList<>();
    private final Map<String, String> settings = new HashMap<>();
    private final FakeHosting hosting = new FakeHosting();
    private GateState gateState = GateState.ACTIVE;
    private @Nullable VenueChecked books;

    FakeCommands(
            FakeDesk desk, FakeOrders orders, FakeGate gate, Function<InstrumentId, FakeMarket> markets, Hand engine) {
        this.desk = desk;
        this.orders = orders;
        this.gate = gate;
        this.markets = markets;
        this.engine = engine;
    }

    List<GateOverride> overrides() {
        return List.copyOf(overrides);
    }

    GateState gateState() {
        return gateState;
    }

    Map<String, String> settings() {
        return Map.copyOf(settings);
    }

    /** What was told last of the venue's books. */
    Optional<VenueChecked> books() {
        return Optional.ofNullable(books);
    }

    void books(VenueChecked told) {
        books = told;
    }

    private Answer settle(long shown, String reason) {
        VenueChecked told = books;
        if (told == null || told.position() != shown || told.differences().isEmpty()) {
            return new Answer.Refused(Refusal.of(RefusalCode.NOTHING_TO_SETTLE));
        }
        engine.happened(new VenueChecked(
                engine.nextPosition(),
                engine.nowNanos(),
                told.venue(),
                VenueTrust.CHECKING,
                "Settled by a person: " + reason,
                told.differences()));
        engine.happened(new VenueChecked(
                engine.nextPosition(), engine.nowNanos(), told.venue(), VenueTrust.AGREED, "", List.of()));
        return done();
    }

    Answer perform(Command command) {
        return switch (command) {
            case PlaceOrder(var draft) -> place(draft, Optional.empty());
            case PlaceOverridden(var draft, var override) -> {
                overrides.add(override);
                yield place(draft, Optional.of(override.control()));
            }
            case ChangeGateState(var state, var reason) -> {
                engine.happened(
                        new GateStateChanged(engine.nextPosition(), engine.nowNanos(), gateState, state, reason));
                gateState = state;
                yield done();
            }
            case EnableStrategy(var strategy, var reason) -> {
                engine.happened(
                        new StrategyThrottled(engine.nextPosition(), engine.nowNanos(), strategy, false, reason));
                yield done();
            }
            case CancelOrder(var id) ->
                withOrder(id, () -> orders.cancel(id, "cancelled by the desk", engine.nowNanos()));
            case AmendOrder(var id, var quantity, var limit) ->
                withOrder(id, () -> orders.amend(id, quantity, limit, engine.nowNanos()));
            case CancelAllOrders(var scope) -> {
                orders.cancelAll(scope, "cancelled by the desk", engine.nowNanos());
                yield done();
            }
            case EngageKillSwitch(var reason, var scope) -> {
                orders.cancelAll(CancelScope.EVERYTHING, "kill switch", engine.nowNanos());
                yield killSwitch(true, reason);
            }
            case ReleaseKillSwitch(var reason, var scope) -> killSwitch(false, reason);
            case ChangeRiskLimits(var limits) -> {
                desk.set(Edits.withLimits(desk.state(), limits));
                engine.happened(new RiskLimitsChanged(engine.nextPosition(), engine.nowNanos(), limits));
                yield done();
            }
            case ChangeMarketPace(double times, boolean paused) -> {
                desk.set(Edits.withPace(desk.state(), times, paused));
                engine.happened(new MarketPaceChanged(engine.nextPosition(), engine.nowNanos(), times, paused));
                yield done();
            }
            case ChangeSetting(var key, var value) -> {
                settings.put(key, value);
                engine.happened(new SettingChanged(engine.nextPosition(), engine.nowNanos(), key, value));
                yield done();
            }
            case SettleDifferences(long shown, String reason) -> settle(shown, reason);
            case PlaceBracket(var terms) ->
                FakeBrackets.preview(terms, markets.apply(terms.instrument()), desk.state(), gate)
                        .refusal()
                        .<Answer>map(Answer.Refused::new)
                        .orElseGet(() -> new Answer.Done(engine.position(), Optional.of(FakeBrackets.NUMBER)));
            case PlaceAlgo algo -> done();
            case SteerParent steered -> done();
            case FlattenPositions flattened -> done();
            case TellRegimeSwitch(var change) -> {
                engine.happened(new RegimeChanged(engine.nextPosition(), engine.nowNanos(), change));
                yield done();
            }
            case HostStrategy(var terms) -> {
                hosting.host(terms, engine.nowNanos());
                changed(new StageChange(terms.name(), HostedStage.READY, HostedStage.READY, StageCause.ASKED, ""));
                yield done();
            }
            case SteerStrategy steer ->
                hosting.steer(steer, engine.nowNanos())
                        .map(change -> {
                            changed(change);
                            return done();
                        })
                        .orElseGet(
                                () -> new Answer.Refused(Refusal.of(RefusalCode.NO_SUCH_STRATEGY, steer.strategy())));
            case PlaceStrategyOrder(var strategy, var draft) -> place(draft, Optional.empty());
            case TellForecastChange(var change) -> {
                engine.happened(new ForecastChanged(engine.nextPosition(), engine.nowNanos(), change));
                yield done();
            }
            case TellPassport(var passport) -> {
                engine.happened(new PassportWritten(engine.nextPosition(), engine.nowNanos(), passport));
                yield done();
            }
            case TellAnomaly(var anomaly) -> {
                engine.happened(new AnomalySeen(engine.nextPosition(), engine.nowNanos(), anomaly));
                yield done();
            }
            case TellHeadline(var about, var text, var source) -> {
                engine.happened(new HeadlinePublished(
                        engine.nextPosition(),
                        engine.nowNanos(),
                        new Headline(engine.nowNanos(), about, "", List.of(), text, source)));
                yield done();
            }
        };
    }

    private void changed(StageChange change) {
        engine.happened(new StrategyChanged(engine.nextPosition(), engine.nowNanos(), change));
    }

    FakeHosting hosting() {
        return hosting;
    }

    private Answer place(OrderDraft draft, Optional<GateControl> past) {
        Optional<Refusal> refusal = gate.check(draft, desk.state(), markets.apply(draft.instrument()))
                .filter(one ->
                        past.isEmpty() || !GateControl.findControl(one.code()).equals(past));
        if (refusal.isPresent()) {
            engine.happened(new OrderRefused(engine.nextPosition(), engine.nowNanos(), draft, refusal.get()));
            return new Answer.Refused(refusal.get());
        }
        OrderId id = orders.place(draft, markets.apply(draft.instrument()), engine.nowNanos());
        return new Answer.Done(engine.position(), Optional.of(id));
    }

    private Answer withOrder(OrderId id, Runnable change) {
        var order = orders.find(id);
        if (order.isEmpty()) {
            return new Answer.Refused(Refusal.of(RefusalCode.UNKNOWN_ORDER, id));
        }
        if (order.get().state().isTerminal()) {
            return new Answer.Refused(
                    Refusal.of(RefusalCode.ORDER_ALREADY_DONE, id, order.get().state()));
        }
        change.run();
        return done();
    }

    private Answer killSwitch(boolean engaged, String reason) {
        desk.set(Edits.withKillSwitch(desk.state(), engaged, engaged ? reason : ""));
        engine.happened(new KillSwitchChanged(engine.nextPosition(), engine.nowNanos(), engaged, reason));
        return done();
    }

    private Answer done() {
        return new Answer.Done(engine.position(), Optional.empty());
    }
}
