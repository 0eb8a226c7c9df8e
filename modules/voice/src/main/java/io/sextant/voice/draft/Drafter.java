package io.sextant.voice.draft;

import io.sextant.domain.command.CancelAllOrders;
import io.sextant.domain.command.CancelOrder;
import io.sextant.domain.command.CancelScope;
import io.sextant.domain.command.ChangeGateState;
import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.EngageKillSwitch;
import io.sextant.domain.command.FlattenPositions;
import io.sextant.domain.command.PlaceBracket;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.command.SteerStrategy;
import io.sextant.domain.hosting.HostSteering;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.order.GateState;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.parent.BracketTerms;
import io.sextant.domain.position.Position;
import io.sextant.domain.regime.RegimeSettings;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.MarketState;
import io.sextant.domain.request.Query;
import io.sextant.domain.time.Clock;
import io.sextant.voice.command.Instruction;
import io.sextant.voice.command.Share;
import io.sextant.voice.draft.Drafting.Impossible;
import io.sextant.voice.draft.Drafting.Proposed;
import io.sextant.voice.draft.Drafting.Trouble;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Turns an instruction into the commands that would do it, with what the engine says they would cost. It sends nothing. */
public final class Drafter {

    /** How far a price may go from where it was at drafting: half a percent. */
    static final int BAND_BPS = 50;

    /** A profile chosen by voice holds for a day of market time. */
    private static final long PROFILE_NANOS = 86_400_000_000_000L;

    private static final String REASON = "by voice";

    private final EngineClient engine;
    private final Clock clock;

    public Drafter(EngineClient engine, Clock clock) {
        this.engine = engine;
        this.clock = clock;
    }

    /** Of an instruction that drafts or acts; any other is a bug of the caller. */
    public CompletionStage<Drafting> draft(Instruction instruction) {
        return switch (instruction) {
            case Instruction.EngageKill _ -> now(new Drafting.ActsAtOnce(new EngageKillSwitch(REASON)));
            case Instruction.Trade trade -> about(trade.instrument(), known -> new OrderSizing(known).trade(trade));
            case Instruction.Close close -> about(close.instrument(), known -> close(close, known));
            case Instruction.SetExit exit -> about(exit.instrument(), known -> exit(exit, known));
            case Instruction.Flatten _ -> held(Share.ALL, Drafter::flatten);
            case Instruction.ReduceExposure reduce -> held(reduce.share(), Sized.Orders::new);
            case Instruction.CancelAll _ -> now(plain(new CancelAllOrders(CancelScope.EVERYTHING)));
            case Instruction.CancelOf cancel ->
                about(
                        cancel.instrument(),
                        known -> new Sized.Commands(
                                List.of(new CancelAllOrders(new CancelScope.OneInstrument(cancel.instrument())))));
            case Instruction.CancelLast _ -> engine.ask(new Query.Desk()).thenApply(Drafter::cancelLast);
            case Instruction.CancelNumber cancel ->
                engine.ask(new Query.Desk()).thenApply(desk -> cancelNumber(desk, new OrderId(cancel.order())));
            case Instruction.SwitchTrading trading -> now(plain(new ChangeGateState(state(trading), REASON)));
            case Instruction.SwitchStrategy strategy ->
                now(plain(SteerStrategy.asked(strategy.strategy(), steering(strategy), REASON)));
            case Instruction.SwitchProfile profile ->
                engine.ask(new Query.Desk())
                        .thenApply(desk -> plain(new ChangeSetting(
                                RegimeSettings.OVERRIDE,
                                new RegimeSettings.ByHand(profile.profile(), desk.marketNanos() + PROFILE_NANOS)
                                        .text())));
            case Instruction.AlertWhen alert ->
                known(alert.instrument(), known -> new AlertSizing(known, clock.nanos()).alert(alert), false);
            default -> throw new IllegalArgumentException(instruction + " changes nothing");
        };
    }

    private static GateState state(Instruction.SwitchTrading trading) {
        return switch (trading.switching()) {
            case START, RESUME -> GateState.ACTIVE;
            case PAUSE -> GateState.REDUCING;
            case STOP -> GateState.HALTED;
        };
    }

    private static HostSteering steering(Instruction.SwitchStrategy strategy) {
        return switch (strategy.switching()) {
            case START -> HostSteering.START;
            case RESUME -> HostSteering.RESUME;
            case PAUSE -> HostSteering.PAUSE;
            case STOP -> HostSteering.STOP;
        };
    }

    private interface Sizing {
        Sized size(OrderSizing.Known known);
    }

    /** Asks what has to be known of one instrument, then what the orders would cost. */
    private CompletionStage<Drafting> about(InstrumentId id, Sizing sizing) {
        return known(id, sizing, true);
    }

    /** @param trades whether it has to be tradable, and a price that moves ends the draft */
    private CompletionStage<Drafting> known(InstrumentId id, Sizing sizing, boolean trades) {
        return engine.ask(new Query.Instruments()).thenCompose(instruments -> {
            Optional<Instrument> instrument =
                    instruments.stream().filter(each -> each.id().equals(id)).findFirst();
            if (instrument.isEmpty()) {
                return now(impossible(Trouble.UNKNOWN_INSTRUMENT, id.symbol()));
            }
            CompletionStage<MarketState> market = engine.ask(new Query.Market(id));
            return engine.ask(new Query.Desk())
                    .thenCombine(market, (desk, state) -> new OrderSizing.Known(instrument.get(), state, desk))
                    .thenCompose(known -> known.instrument().tradable() || !trades
                            ? priced(sizing.size(known), trades ? List.of(known) : List.of())
                            : now(impossible(Trouble.NOT_TRADABLE, id.symbol())));
        });
    }

    private static Sized close(Instruction.Close close, OrderSizing.Known known) {
        Sized part = new OrderSizing(known).close(close.share());
        return close.share().isAll() && part instanceof Sized.Orders(var orders)
                ? new Sized.Instead(new FlattenPositions(new CancelScope.OneInstrument(close.instrument())), orders)
                : part;
    }

    private static Sized exit(Instruction.SetExit exit, OrderSizing.Known known) {
        return switch (new ExitSizing(known).exits(exit)) {
            case ExitSizing.Outcome.None(Impossible why) -> new Sized.Not(why);
            case ExitSizing.Outcome.Found(BracketTerms terms, OrderDraft like) ->
                new Sized.Instead(new PlaceBracket(terms), List.of(like));
        };
    }

    private static Sized flatten(List<OrderDraft> orders) {
        return new Sized.Instead(new FlattenPositions(CancelScope.EVERYTHING), orders);
    }

    /** Of one order for each position, or for a share of each; what is less than a lot of one stays. */
    private CompletionStage<Drafting> held(Share share, Function<List<OrderDraft>, Sized> made) {
        return engine.ask(new Query.Instruments())
                .thenCombine(engine.ask(new Query.Desk()), (instruments, desk) -> {
                    List<CompletableFuture<OrderSizing.Known>> asked = new ArrayList<>();
                    for (Position position : desk.positions()) {
                        instruments.stream()
                                .filter(each -> !position.isFlat()
                                        && each.id().equals(position.instrument())
                                        && each.tradable())
                                .findFirst()
                                .ifPresent(instrument -> asked.add(engine.ask(new Query.Market(instrument.id()))
                                        .thenApply(market -> new OrderSizing.Known(instrument, market, desk))
                                        .toCompletableFuture()));
                    }
                    return asked;
                })
                .thenCompose(Drafter::all)
                .thenCompose(known -> {
                    List<OrderDraft> orders = new ArrayList<>();
                    for (OrderSizing.Known each : known) {
                        if (new OrderSizing(each).close(share) instanceof Sized.Orders(var one)) {
                            orders.addAll(one);
                        }
                    }
                    return priced(
                            orders.isEmpty() ? new Sized.Not(impossible(Trouble.NO_POSITION)) : made.apply(orders),
                            known);
                });
    }

    private static Drafting cancelLast(DeskState desk) {
        return desk.workingOrders().stream()
                .max(Comparator.comparingLong(order -> order.id().value()))
                .<Drafting>map(order -> plain(new CancelOrder(order.id())))
                .orElseGet(() -> impossible(Trouble.NO_ORDERS));
    }

    private static Drafting cancelNumber(DeskState desk, OrderId id) {
        return desk.workingOrders().stream().map(Order::id).anyMatch(id::equals)
                ? plain(new CancelOrder(id))
                : impossible(Trouble.NO_SUCH_ORDER, Long.toString(id.value()));
    }

    private CompletionStage<Drafting> priced(Sized sized, List<OrderSizing.Known> known) {
        return switch (sized) {
            case Sized.Not(Impossible why) -> now(why);
            case Sized.Commands(List<Command> commands) ->
                now(new Proposed(new Proposal(commands, List.of(), Optional.empty(), bands(known))));
            case Sized.Instead(Command command, List<OrderDraft> like) -> proposed(List.of(command), like, known);
            case Sized.Orders(List<OrderDraft> orders) ->
                proposed(orders.stream().<Command>map(PlaceOrder::new).toList(), orders, known);
        };
    }

    /** With what the orders, which the commands are or are like, would cost and do to the risk together. */
    private CompletionStage<Drafting> proposed(
            List<Command> commands, List<OrderDraft> orders, List<OrderSizing.Known> known) {
        List<CompletableFuture<OrderEffect>> asked = new ArrayList<>();
        for (OrderDraft order : orders) {
            asked.add(engine.ask(new Query.Preview(order))
                    .thenApply(preview -> new OrderEffect(order, preview))
                    .toCompletableFuture());
        }
        return all(asked)
                .thenCombine(
                        engine.ask(new Query.RiskOfOrder(orders)),
                        (effects, risk) ->
                                new Proposed(new Proposal(commands, effects, Optional.of(risk), bands(known))));
    }

    private static List<PriceBand> bands(List<OrderSizing.Known> known) {
        List<PriceBand> bands = new ArrayList<>();
        for (OrderSizing.Known each : known) {
            each.market()
                    .last()
                    .filter(price -> price.isPositive())
                    .ifPresent(
                            price -> bands.add(new PriceBand(each.instrument().id(), price, BAND_BPS)));
        }
        return bands;
    }

    private static <T> CompletionStage<List<T>> all(List<CompletableFuture<T>> asked) {
        return CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new))
                .thenApply(done -> asked.stream().map(CompletableFuture::join).toList());
    }

    private static CompletionStage<Drafting> now(Drafting drafting) {
        return CompletableFuture.completedFuture(drafting);
    }

    private static Drafting plain(Command command) {
        return new Proposed(new Proposal(List.of(command), List.of(), Optional.empty(), List.of()));
    }

    static Impossible impossible(Trouble trouble, String... arguments) {
        return new Impossible(trouble, List.of(arguments));
    }
}
