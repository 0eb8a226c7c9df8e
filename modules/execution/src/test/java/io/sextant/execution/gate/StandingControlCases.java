package io.sextant.execution.gate;

import static io.sextant.domain.market.Side.BUY;
import static io.sextant.domain.market.Side.SELL;
import static io.sextant.execution.gate.ControlCase.aged;
import static io.sextant.execution.gate.ControlCase.amend;
import static io.sextant.execution.gate.ControlCase.breach;
import static io.sextant.execution.gate.ControlCase.by;
import static io.sextant.execution.gate.ControlCase.bypass;
import static io.sextant.execution.gate.ControlCase.code;
import static io.sextant.execution.gate.ControlCase.edge;
import static io.sextant.execution.gate.ControlCase.killed;
import static io.sextant.execution.gate.ControlCase.lost;
import static io.sextant.execution.gate.ControlCase.override;
import static io.sextant.execution.gate.ControlCase.pass;
import static io.sextant.execution.gate.ControlCase.trust;
import static io.sextant.execution.gate.Desk.BTC_ID;
import static io.sextant.execution.gate.Desk.ES;
import static io.sextant.execution.gate.Desk.ES_ID;
import static io.sextant.execution.gate.Desk.MAKER_SENDS;
import static io.sextant.execution.gate.Desk.PERSON;
import static io.sextant.execution.gate.Desk.limit;
import static io.sextant.execution.gate.Desk.stop;

import io.sextant.domain.money.Price;
import io.sextant.domain.order.GateControl;
import io.sextant.domain.order.KillScope;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.venue.VenueTrust;
import java.util.stream.Stream;

/** The controls that look at lists, losses, switches and people. */
final class StandingControlCases {

    private static final long SECOND = 1_000_000_000;

    private StandingControlCases() {}

    static Stream<ControlCase> cases() {
        return Stream.of(restricted(), staleData(), loss(), disconnect(), killSwitch(), reconciliation(), overriding())
                .flatMap(group -> group);
    }

    private static Stream<ControlCase> restricted() {
        return Stream.of(
                breach(GateControl.RESTRICTED, "on the list", RefusalCode.RESTRICTED_INSTRUMENT, (gate, desk) -> {
                    gate.limits(Desk.LIMITS.withAccount(Desk.restricting(ES_ID)));
                    return code(gate, limit(ES_ID, BUY, "1", "5000"), desk);
                }),
                bypass(
                        GateControl.RESTRICTED,
                        "by an order that waits",
                        RefusalCode.RESTRICTED_INSTRUMENT,
                        (gate, desk) -> {
                            gate.limits(Desk.LIMITS.withAccount(Desk.restricting(ES_ID)));
                            return code(gate, stop(ES_ID, BUY, "1", new OrderType.Stop(Price.parse("5100"))), desk);
                        }),
                pass(GateControl.RESTRICTED, "beside the list", (gate, desk) -> {
                    gate.limits(Desk.LIMITS.withAccount(Desk.restricting(BTC_ID)));
                    return code(gate, limit(ES_ID, BUY, "1", "5000"), desk);
                }),
                edge(GateControl.RESTRICTED, "taking back of what works", (gate, desk) -> {
                    gate.limits(Desk.LIMITS.withAccount(Desk.restricting(ES_ID)));
                    return amend("2", "4990").apply(gate, desk);
                }));
    }

    private static Stream<ControlCase> staleData() {
        return Stream.of(
                edge(GateControl.STALE_DATA, "as old as allowed", (gate, desk) -> aged(gate, desk, 60 * SECOND, 0)),
                breach(
                        GateControl.STALE_DATA,
                        "a nanosecond older",
                        RefusalCode.STALE_PRICE,
                        (gate, desk) -> aged(gate, desk, 60 * SECOND + 1, 0)),
                edge(
                        GateControl.STALE_DATA,
                        "clocks as far apart as allowed",
                        (gate, desk) -> aged(gate, desk, 0, 2 * SECOND)),
                breach(
                        GateControl.STALE_DATA,
                        "clocks farther apart",
                        RefusalCode.CLOCK_SKEW,
                        (gate, desk) -> aged(gate, desk, 0, 2 * SECOND + 1)),
                pass(GateControl.STALE_DATA, "on a price of now", (gate, desk) -> aged(gate, desk, 0, 0)),
                bypass(GateControl.STALE_DATA, "behind a trigger", RefusalCode.STALE_PRICE, (gate, desk) -> {
                    desk.priceAgeNanos = 60 * SECOND + 1;
                    return code(gate, stop(ES_ID, BUY, "1", new OrderType.Stop(Price.parse("5100"))), desk);
                }),
                bypass(GateControl.STALE_DATA, "where the feed is gone", RefusalCode.FEED_GONE, (gate, desk) -> {
                    desk.feedIsGone = true;
                    return code(gate, limit(ES_ID, BUY, "1", "5000"), desk);
                }));
    }

    private static Stream<ControlCase> loss() {
        return Stream.of(
                edge(GateControl.LOSS, "a cent below", (gate, desk) -> lost(gate, desk, "4999.99", "0", "1")),
                breach(
                        GateControl.LOSS,
                        "at the limit",
                        RefusalCode.DAILY_LOSS,
                        (gate, desk) -> lost(gate, desk, "5000", "0", "1")),
                breach(
                        GateControl.LOSS,
                        "at the drawdown allowed",
                        RefusalCode.DRAWDOWN,
                        (gate, desk) -> lost(gate, desk, "0", "10000", "1")),
                pass(GateControl.LOSS, "what makes a position smaller", (gate, desk) -> {
                    desk.dayLossUnits = Desk.usd("9000");
                    return code(gate, limit(ES_ID, SELL, "2", "5000"), desk.holds(ES, "2"));
                }),
                bypass(GateControl.LOSS, "what turns a position round", RefusalCode.DAILY_LOSS, (gate, desk) -> {
                    desk.dayLossUnits = Desk.usd("9000");
                    return code(gate, limit(ES_ID, SELL, "3", "5000"), desk.holds(ES, "2"));
                }));
    }

    private static Stream<ControlCase> disconnect() {
        return Stream.of(
                breach(
                        GateControl.DISCONNECT,
                        "while the venue is unreachable",
                        RefusalCode.VENUE_DISCONNECTED,
                        trust(VenueTrust.UNREACHABLE)),
                pass(GateControl.DISCONNECT, "while it answers", trust(VenueTrust.AGREED)),
                edge(
                        GateControl.DISCONNECT,
                        "as soon as it answers again",
                        (gate, desk) -> trust(VenueTrust.UNREACHABLE)
                                .andThen(refused -> trust(VenueTrust.AGREED).apply(gate, desk))
                                .apply(gate, desk)),
                bypass(GateControl.DISCONNECT, "by amending up", RefusalCode.VENUE_DISCONNECTED, (gate, desk) -> {
                    desk.venueTrust = VenueTrust.UNREACHABLE;
                    return amend("4", "4990").apply(gate, desk);
                }));
    }

    private static Stream<ControlCase> killSwitch() {
        return Stream.of(
                breach(GateControl.KILL_SWITCH, "of everybody", RefusalCode.KILL_SWITCH, killed(KillScope.ALL, PERSON)),
                breach(
                        GateControl.KILL_SWITCH,
                        "of everybody, a strategy too",
                        RefusalCode.KILL_SWITCH,
                        killed(KillScope.ALL, MAKER_SENDS)),
                breach(
                        GateControl.KILL_SWITCH,
                        "of the account",
                        RefusalCode.KILL_SWITCH_ACCOUNT,
                        killed(new KillScope.OneAccount("paper"), PERSON)),
                pass(GateControl.KILL_SWITCH, "of another account", killed(new KillScope.OneAccount("other"), PERSON)),
                breach(
                        GateControl.KILL_SWITCH,
                        "of the strategy",
                        RefusalCode.KILL_SWITCH_STRATEGY,
                        killed(new KillScope.OneStrategy("maker"), MAKER_SENDS)),
                edge(
                        GateControl.KILL_SWITCH,
                        "of a strategy, for people",
                        killed(new KillScope.OneStrategy("maker"), PERSON)),
                bypass(GateControl.KILL_SWITCH, "by amending what stands", RefusalCode.KILL_SWITCH, (gate, desk) -> {
                    gate.engageKillSwitch(KillScope.ALL, "stop");
                    return amend("4", "4990").apply(gate, desk);
                }),
                bypass(
                        GateControl.KILL_SWITCH,
                        "by releasing another one",
                        RefusalCode.KILL_SWITCH_ACCOUNT,
                        (gate, desk) -> {
                            gate.engageKillSwitch(new KillScope.OneAccount("paper"), "stop");
                            gate.releaseKillSwitch(KillScope.ALL);
                            return code(gate, limit(ES_ID, BUY, "1", "5000"), desk);
                        }));
    }

    private static Stream<ControlCase> reconciliation() {
        return Stream.of(
                breach(
                        GateControl.RECONCILIATION,
                        "while books are compared",
                        RefusalCode.VENUE_NOT_RECONCILED,
                        trust(VenueTrust.CHECKING)),
                breach(
                        GateControl.RECONCILIATION,
                        "while books differ",
                        RefusalCode.VENUE_NOT_RECONCILED,
                        trust(VenueTrust.DIFFERS)),
                pass(GateControl.RECONCILIATION, "once they agree", trust(VenueTrust.AGREED)),
                edge(
                        GateControl.RECONCILIATION,
                        "as soon as they agree again",
                        (gate, desk) -> trust(VenueTrust.DIFFERS)
                                .andThen(refused -> trust(VenueTrust.AGREED).apply(gate, desk))
                                .apply(gate, desk)),
                bypass(
                        GateControl.RECONCILIATION,
                        "by what makes a position smaller",
                        RefusalCode.VENUE_NOT_RECONCILED,
                        (gate, desk) -> {
                            desk.venueTrust = VenueTrust.DIFFERS;
                            return code(gate, limit(ES_ID, SELL, "1", "5000"), desk.holds(ES, "2"));
                        }));
    }

    private static Stream<ControlCase> overriding() {
        return Stream.of(
                bypass(
                        GateControl.OVERRIDE,
                        "of the kill switch",
                        RefusalCode.OVERRIDE_REFUSED,
                        (gate, desk) -> override(gate, limit(ES_ID, BUY, "1", "5000"), GateControl.KILL_SWITCH, desk)),
                pass(
                        GateControl.OVERRIDE,
                        "of the one control it names",
                        (gate, desk) ->
                                override(gate, limit(ES_ID, BUY, "11", "5000"), GateControl.ORDER_QUANTITY, desk)),
                bypass(
                        GateControl.OVERRIDE,
                        "of another control than the one that refuses",
                        RefusalCode.QUANTITY_LIMIT,
                        (gate, desk) ->
                                override(gate, limit(ES_ID, BUY, "11", "5000"), GateControl.PRICE_COLLAR, desk)),
                bypass(GateControl.OVERRIDE, "for the next order as well", RefusalCode.QUANTITY_LIMIT, (gate, desk) -> {
                    override(gate, limit(ES_ID, BUY, "11", "5000"), GateControl.ORDER_QUANTITY, desk);
                    return code(gate, limit(ES_ID, BUY, "11", "5000"), desk);
                }),
                breach(
                        GateControl.OVERRIDE,
                        "by a strategy",
                        RefusalCode.OVERRIDE_REFUSED,
                        (gate, desk) -> override(gate, by(OrderOrigin.STRATEGY), GateControl.ORDER_QUANTITY, desk)),
                breach(
                        GateControl.OVERRIDE,
                        "by voice",
                        RefusalCode.OVERRIDE_REFUSED,
                        (gate, desk) -> override(gate, by(OrderOrigin.VOICE), GateControl.ORDER_QUANTITY, desk)),
                bypass(
                        GateControl.OVERRIDE,
                        "for an order that waits",
                        RefusalCode.OVERRIDE_REFUSED,
                        (gate, desk) -> override(
                                gate,
                                stop(ES_ID, BUY, "11", new OrderType.Stop(Price.parse("5100"))),
                                GateControl.ORDER_QUANTITY,
                                desk)),
                bypass(
                        GateControl.OVERRIDE,
                        "of a position limit",
                        RefusalCode.OVERRIDE_REFUSED,
                        (gate, desk) -> override(
                                gate, limit(ES_ID, BUY, "3", "5000"), GateControl.POSITION, desk.holds(ES, "18"))),
                edge(
                        GateControl.OVERRIDE,
                        "where nothing refuses",
                        (gate, desk) ->
                                override(gate, limit(ES_ID, BUY, "1", "5000"), GateControl.ORDER_QUANTITY, desk)));
    }
}
