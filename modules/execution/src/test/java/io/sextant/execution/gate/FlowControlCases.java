package io.sextant.execution.gate;

import static io.sextant.domain.market.Side.BUY;
import static io.sextant.domain.market.Side.SELL;
import static io.sextant.execution.gate.ControlCase.amend;
import static io.sextant.execution.gate.ControlCase.at;
import static io.sextant.execution.gate.ControlCase.breach;
import static io.sextant.execution.gate.ControlCase.by;
import static io.sextant.execution.gate.ControlCase.bypass;
import static io.sextant.execution.gate.ControlCase.child;
import static io.sextant.execution.gate.ControlCase.code;
import static io.sextant.execution.gate.ControlCase.edge;
import static io.sextant.execution.gate.ControlCase.override;
import static io.sextant.execution.gate.ControlCase.pass;
import static io.sextant.execution.gate.ControlCase.twice;
import static io.sextant.execution.gate.Desk.ACME;
import static io.sextant.execution.gate.Desk.ES;
import static io.sextant.execution.gate.Desk.ES_ID;
import static io.sextant.execution.gate.Desk.MAKER_SENDS;
import static io.sextant.execution.gate.Desk.PERSON;
import static io.sextant.execution.gate.Desk.immediate;
import static io.sextant.execution.gate.Desk.limit;
import static io.sextant.execution.gate.Desk.market;

import io.sextant.domain.order.GateControl;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.RefusalCode;
import java.util.stream.Stream;

/** The controls that look at what was sent before. */
final class FlowControlCases {

    private static final long SECOND = 1_000_000_000;

    private FlowControlCases() {}

    static Stream<ControlCase> cases() {
        return Stream.of(orderRate(), cancelRate(), duplicate(), parent(), repeatedExecution(), selfMatch())
                .flatMap(group -> group);
    }

    private static Stream<ControlCase> orderRate() {
        return Stream.of(
                edge(GateControl.ORDER_RATE, "one below", (gate, desk) -> {
                    Sent.orders(gate, PERSON, 9, 0);
                    return code(gate, limit(ES_ID, BUY, "1", "5000"), desk);
                }),
                breach(GateControl.ORDER_RATE, "at the limit", RefusalCode.ORDER_RATE, (gate, desk) -> {
                    Sent.orders(gate, PERSON, 10, 0);
                    return code(gate, limit(ES_ID, BUY, "1", "5000"), at(desk, SECOND - 1));
                }),
                edge(GateControl.ORDER_RATE, "a window later", (gate, desk) -> {
                    Sent.orders(gate, PERSON, 10, 0);
                    return code(gate, limit(ES_ID, BUY, "1", "5000"), at(desk, SECOND));
                }),
                bypass(GateControl.ORDER_RATE, "by amending instead", RefusalCode.ORDER_RATE, (gate, desk) -> {
                    Sent.orders(gate, PERSON, 10, 0);
                    return amend("4", "4990").apply(gate, desk);
                }),
                breach(GateControl.ORDER_RATE, "of one strategy", RefusalCode.STRATEGY_ORDER_RATE, (gate, desk) -> {
                    Sent.orders(gate, MAKER_SENDS, 4, 0);
                    return code(gate, MAKER_SENDS, "1", desk);
                }),
                pass(GateControl.ORDER_RATE, "of people while a strategy is at its limit", (gate, desk) -> {
                    Sent.orders(gate, MAKER_SENDS, 4, 0);
                    return code(gate, limit(ES_ID, BUY, "1", "5000"), desk);
                }));
    }

    private static Stream<ControlCase> cancelRate() {
        return Stream.of(
                edge(GateControl.CANCEL_RATE, "one below", (gate, desk) -> {
                    Sent.cancels(gate, PERSON, 9, 0);
                    return code(gate, limit(ES_ID, BUY, "1", "5000"), desk);
                }),
                breach(GateControl.CANCEL_RATE, "at the limit", RefusalCode.CANCEL_RATE, (gate, desk) -> {
                    Sent.cancels(gate, PERSON, 10, 0);
                    return code(gate, limit(ES_ID, BUY, "1", "5000"), desk);
                }),
                pass(GateControl.CANCEL_RATE, "what cannot rest", (gate, desk) -> {
                    Sent.cancels(gate, PERSON, 10, 0);
                    return code(gate, immediate(ES_ID, BUY, "1", "5000"), desk);
                }),
                bypass(GateControl.CANCEL_RATE, "by amending instead", RefusalCode.CANCEL_RATE, (gate, desk) -> {
                    Sent.cancels(gate, PERSON, 10, 0);
                    return amend("4", "4990").apply(gate, desk);
                }),
                breach(GateControl.CANCEL_RATE, "of one strategy", RefusalCode.STRATEGY_CANCEL_RATE, (gate, desk) -> {
                    Sent.cancels(gate, MAKER_SENDS, 4, 0);
                    return code(gate, MAKER_SENDS, "1", desk);
                }));
    }

    private static Stream<ControlCase> duplicate() {
        return Stream.of(
                breach(
                        GateControl.DUPLICATE,
                        "just within the window",
                        RefusalCode.DUPLICATE_ORDER,
                        (gate, desk) -> twice(gate, desk, "1", 499_999_999)),
                edge(GateControl.DUPLICATE, "at its end", (gate, desk) -> twice(gate, desk, "1", 500_000_000)),
                pass(GateControl.DUPLICATE, "another quantity", (gate, desk) -> twice(gate, desk, "2", 0)),
                pass(GateControl.DUPLICATE, "of somebody else", (gate, desk) -> {
                    Sent.order(gate, PERSON, ACME, BUY, "1", "100", 0);
                    return code(gate, MAKER_SENDS, "1", desk);
                }),
                bypass(GateControl.DUPLICATE, "from another panel", RefusalCode.DUPLICATE_ORDER, (gate, desk) -> {
                    Sent.order(gate, PERSON, ES, BUY, "11", "5000", 0);
                    return override(gate, by(OrderOrigin.LADDER), GateControl.ORDER_QUANTITY, desk);
                }));
    }

    private static Stream<ControlCase> parent() {
        return Stream.of(
                edge(GateControl.PARENT, "all that is left", (gate, desk) -> child(gate, desk, 5, 3, 1, "1")),
                breach(
                        GateControl.PARENT,
                        "one more than is left",
                        RefusalCode.CHILD_BEYOND_PARENT,
                        (gate, desk) -> child(gate, desk, 5, 3, 1, "2")),
                bypass(GateControl.PARENT, "of a parent that is closed", RefusalCode.UNKNOWN_PARENT, (gate, desk) -> {
                    gate.openParent(9, 5);
                    gate.closeParent(9);
                    return code(gate, PERSON.child(9), "1", desk);
                }),
                pass(GateControl.PARENT, "the first child", (gate, desk) -> child(gate, desk, 5, 0, 0, "1")));
    }

    private static Stream<ControlCase> repeatedExecution() {
        return Stream.of(
                edge(GateControl.REPEATED_EXECUTION, "one below", (gate, desk) -> {
                    Sent.fills(gate, MAKER_SENDS, 4, 0);
                    return code(gate, MAKER_SENDS, "1", desk);
                }),
                breach(GateControl.REPEATED_EXECUTION, "at the limit", RefusalCode.REPEATED_EXECUTION, (gate, desk) -> {
                    Sent.fills(gate, MAKER_SENDS, 5, 0);
                    return code(gate, MAKER_SENDS, "1", desk);
                }),
                bypass(
                        GateControl.REPEATED_EXECUTION,
                        "by waiting until it is forgotten",
                        RefusalCode.REPEATED_EXECUTION,
                        (gate, desk) -> {
                            Sent.fills(gate, MAKER_SENDS, 5, 0);
                            return code(gate, MAKER_SENDS, "1", at(desk, 3_600 * SECOND));
                        }),
                pass(GateControl.REPEATED_EXECUTION, "once a person enabled it", (gate, desk) -> {
                    Sent.fills(gate, MAKER_SENDS, 5, 0);
                    gate.enable(Desk.MAKER);
                    return code(gate, MAKER_SENDS, "1", desk);
                }));
    }

    private static Stream<ControlCase> selfMatch() {
        return Stream.of(
                breach(GateControl.SELF_MATCH, "at our own price", RefusalCode.SELF_MATCH, (gate, desk) -> {
                    desk.ownSells[ES] = Desk.ticks(ES, "5000");
                    return code(gate, limit(ES_ID, BUY, "1", "5000"), desk);
                }),
                edge(GateControl.SELF_MATCH, "a tick before it", (gate, desk) -> {
                    desk.ownSells[ES] = Desk.ticks(ES, "5000.25");
                    return code(gate, limit(ES_ID, BUY, "1", "5000"), desk);
                }),
                bypass(
                        GateControl.SELF_MATCH,
                        "at the market, too thin a book",
                        RefusalCode.SELF_MATCH,
                        (gate, desk) -> {
                            desk.ownSells[ES] = Desk.ticks(ES, "5001");
                            return code(gate, market(ES_ID, BUY, "1"), desk);
                        }),
                pass(GateControl.SELF_MATCH, "at the market, enough before ours", (gate, desk) -> {
                    desk.ownSells[ES] = Desk.ticks(ES, "5001");
                    desk.reachTicks = Desk.ticks(ES, "5000.25");
                    return code(gate, market(ES_ID, BUY, "1"), desk);
                }),
                breach(GateControl.SELF_MATCH, "selling into our own bid", RefusalCode.SELF_MATCH, (gate, desk) -> {
                    desk.ownBuys[ES] = Desk.ticks(ES, "4999");
                    return code(gate, limit(ES_ID, SELL, "1", "4999"), desk.holds(ES, "1"));
                }));
    }
}
