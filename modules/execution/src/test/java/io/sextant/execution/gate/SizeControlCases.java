package io.sextant.execution.gate;

import static io.sextant.domain.market.Side.BUY;
import static io.sextant.domain.market.Side.SELL;
import static io.sextant.execution.gate.ControlCase.amend;
import static io.sextant.execution.gate.ControlCase.ask;
import static io.sextant.execution.gate.ControlCase.breach;
import static io.sextant.execution.gate.ControlCase.bypass;
import static io.sextant.execution.gate.ControlCase.code;
import static io.sextant.execution.gate.ControlCase.edge;
import static io.sextant.execution.gate.ControlCase.exposed;
import static io.sextant.execution.gate.ControlCase.pass;
import static io.sextant.execution.gate.ControlCase.released;
import static io.sextant.execution.gate.Desk.ACME;
import static io.sextant.execution.gate.Desk.ACME_ID;
import static io.sextant.execution.gate.Desk.BTC;
import static io.sextant.execution.gate.Desk.BTC_ID;
import static io.sextant.execution.gate.Desk.ES;
import static io.sextant.execution.gate.Desk.ES_ID;
import static io.sextant.execution.gate.Desk.limit;
import static io.sextant.execution.gate.Desk.stop;

import io.sextant.domain.money.Price;
import io.sextant.domain.order.GateControl;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.RefusalCode;
import java.util.Optional;
import java.util.stream.Stream;

/** The controls that look at an order alone, and at what the account holds. */
final class SizeControlCases {

    private SizeControlCases() {}

    static Stream<ControlCase> cases() {
        return Stream.of(
                        orderQuantity(),
                        orderValue(),
                        priceCollar(),
                        amendCollar(),
                        position(),
                        exposure(),
                        buyingPower())
                .flatMap(group -> group);
    }

    private static Optional<RefusalCode> inRegime(RiskGate gate, Desk desk, int capPercent) {
        desk.capPercent = capPercent;
        desk.equityUnits = Desk.usd("100000");
        return code(gate, limit(ES_ID, BUY, "1", "5000"), desk);
    }

    /** Under a regime that leaves half of every limit. */
    private static Optional<RefusalCode> halved(RiskGate gate, Desk desk, OrderDraft draft) {
        desk.limitPercent = 50;
        return code(gate, draft, desk);
    }

    private static Stream<ControlCase> orderQuantity() {
        return Stream.of(
                edge(
                        GateControl.ORDER_QUANTITY,
                        "as many as the regime allows",
                        (gate, desk) -> halved(gate, desk, limit(ES_ID, BUY, "5", "5000"))),
                breach(
                        GateControl.ORDER_QUANTITY,
                        "one more than the regime allows",
                        RefusalCode.REGIME_QUANTITY,
                        (gate, desk) -> halved(gate, desk, limit(ES_ID, BUY, "6", "5000"))),
                pass(
                        GateControl.ORDER_QUANTITY,
                        "more than the regime allows, and the position gets smaller",
                        (gate, desk) -> halved(gate, desk.holds(ES, "9"), limit(ES_ID, SELL, "9", "5000"))),
                bypass(
                        GateControl.ORDER_QUANTITY,
                        "by turning a position round",
                        RefusalCode.REGIME_QUANTITY,
                        (gate, desk) -> halved(gate, desk.holds(ES, "5"), limit(ES_ID, SELL, "6", "5000"))),
                edge(GateControl.ORDER_QUANTITY, "as many as allowed", ask(limit(ES_ID, BUY, "10", "5000"))),
                breach(
                        GateControl.ORDER_QUANTITY,
                        "one more",
                        RefusalCode.QUANTITY_LIMIT,
                        ask(limit(ES_ID, BUY, "11", "5000"))),
                bypass(
                        GateControl.ORDER_QUANTITY,
                        "hidden behind a trigger",
                        RefusalCode.QUANTITY_LIMIT,
                        ask(stop(ES_ID, BUY, "11", new OrderType.Stop(Price.parse("5100"))))),
                bypass(GateControl.ORDER_QUANTITY, "by amending up", RefusalCode.QUANTITY_LIMIT, amend("11", "4990")),
                pass(GateControl.ORDER_QUANTITY, "a few", ask(limit(ES_ID, BUY, "3", "5000"))));
    }

    private static Stream<ControlCase> orderValue() {
        return Stream.of(
                edge(
                        GateControl.ORDER_VALUE,
                        "as much as the regime allows",
                        (gate, desk) -> halved(gate, desk, limit(ACME_ID, BUY, "500", "100"))),
                breach(
                        GateControl.ORDER_VALUE,
                        "a cent more a share than the regime allows",
                        RefusalCode.REGIME_VALUE,
                        (gate, desk) -> halved(gate, desk, limit(ACME_ID, BUY, "500", "100.01"))),
                edge(GateControl.ORDER_VALUE, "as much as allowed", ask(limit(ACME_ID, BUY, "1000", "100"))),
                breach(
                        GateControl.ORDER_VALUE,
                        "a cent more a share",
                        RefusalCode.NOTIONAL_LIMIT,
                        ask(limit(ACME_ID, BUY, "1000", "100.01"))),
                bypass(
                        GateControl.ORDER_VALUE,
                        "as a cheap sale that trades at the market",
                        RefusalCode.NOTIONAL_LIMIT,
                        (gate, desk) -> code(
                                gate,
                                limit(BTC_ID, SELL, "2", "49000"),
                                desk.quote(BTC, "50001", "50003").holds(BTC, "3"))),
                pass(GateControl.ORDER_VALUE, "half of it", ask(limit(ACME_ID, BUY, "500", "100"))));
    }

    private static Stream<ControlCase> priceCollar() {
        return Stream.of(
                edge(GateControl.PRICE_COLLAR, "at its edge", ask(limit(ES_ID, BUY, "1", "5250"))),
                breach(
                        GateControl.PRICE_COLLAR,
                        "a tick beyond",
                        RefusalCode.PRICE_COLLAR,
                        ask(limit(ES_ID, BUY, "1", "5250.25"))),
                breach(
                        GateControl.PRICE_COLLAR,
                        "far below for a sale",
                        RefusalCode.PRICE_COLLAR,
                        ask(limit(ES_ID, SELL, "1", "4749.75"))),
                pass(GateControl.PRICE_COLLAR, "at the market's price", ask(limit(ES_ID, BUY, "1", "5000"))),
                bypass(
                        GateControl.PRICE_COLLAR,
                        "once the price came for which it waited",
                        RefusalCode.PRICE_COLLAR,
                        (gate, desk) -> released(gate, "5250.25", desk)));
    }

    private static Stream<ControlCase> amendCollar() {
        return Stream.of(
                edge(GateControl.AMEND_COLLAR, "at its edge", amend("3", "5250")),
                breach(GateControl.AMEND_COLLAR, "a tick beyond", RefusalCode.AMEND_COLLAR, amend("3", "5250.25")),
                bypass(GateControl.AMEND_COLLAR, "with fewer lots", RefusalCode.AMEND_COLLAR, amend("2", "5250.25")),
                pass(GateControl.AMEND_COLLAR, "close to the market", amend("3", "5000")));
    }

    private static Stream<ControlCase> position() {
        return Stream.of(
                edge(
                        GateControl.POSITION,
                        "up to what the regime allows",
                        (gate, desk) -> halved(gate, desk.holds(ES, "8"), limit(ES_ID, BUY, "2", "5000"))),
                breach(
                        GateControl.POSITION,
                        "one beyond what the regime allows",
                        RefusalCode.REGIME_POSITION,
                        (gate, desk) -> halved(gate, desk.holds(ES, "8"), limit(ES_ID, BUY, "3", "5000"))),
                edge(
                        GateControl.POSITION,
                        "up to the limit",
                        (gate, desk) -> code(gate, limit(ES_ID, BUY, "2", "5000"), desk.holds(ES, "18"))),
                breach(
                        GateControl.POSITION,
                        "one beyond",
                        RefusalCode.POSITION_LIMIT,
                        (gate, desk) -> code(gate, limit(ES_ID, BUY, "3", "5000"), desk.holds(ES, "18"))),
                bypass(
                        GateControl.POSITION,
                        "in slices that work",
                        RefusalCode.POSITION_LIMIT,
                        (gate, desk) -> code(
                                gate,
                                limit(ES_ID, BUY, "2", "5000"),
                                desk.holds(ES, "10").works(ES, BUY, "9", "4990"))),
                pass(GateControl.POSITION, "from nothing", ask(limit(ES_ID, BUY, "2", "5000"))));
    }

    private static Stream<ControlCase> exposure() {
        return Stream.of(
                edge(GateControl.EXPOSURE, "up to the limit", (gate, desk) -> exposed(gate, desk, "4750000", "1")),
                breach(
                        GateControl.EXPOSURE,
                        "a cent beyond",
                        RefusalCode.GROSS_EXPOSURE,
                        (gate, desk) -> exposed(gate, desk, "4750000.01", "1")),
                pass(GateControl.EXPOSURE, "beyond it, but smaller", (gate, desk) -> {
                    desk.grossUnits = Desk.usd("9000000");
                    return code(gate, limit(ES_ID, SELL, "1", "5000"), desk.holds(ES, "2"));
                }),
                breach(GateControl.EXPOSURE, "by leverage of a small account", RefusalCode.LEVERAGE, (gate, desk) -> {
                    desk.equityUnits = Desk.usd("24999");
                    return code(gate, limit(ES_ID, BUY, "1", "5000"), desk);
                }),
                breach(
                        GateControl.EXPOSURE,
                        "beyond what the regime allows",
                        RefusalCode.REGIME_EXPOSURE,
                        (gate, desk) -> inRegime(gate, desk, 249)),
                edge(GateControl.EXPOSURE, "at what the regime allows", (gate, desk) -> inRegime(gate, desk, 250)),
                pass(GateControl.EXPOSURE, "beyond the regime, but smaller", (gate, desk) -> {
                    desk.capPercent = 0;
                    return code(gate, limit(ES_ID, SELL, "1", "5000"), desk.holds(ES, "2"));
                }),
                edge(GateControl.EXPOSURE, "at the leverage allowed", (gate, desk) -> {
                    desk.equityUnits = Desk.usd("25000");
                    return code(gate, limit(ES_ID, BUY, "1", "5000"), desk);
                }),
                breach(GateControl.EXPOSURE, "with no equity left", RefusalCode.LEVERAGE, (gate, desk) -> {
                    desk.equityUnits = 0;
                    return code(gate, limit(ES_ID, BUY, "1", "5000"), desk);
                }),
                bypass(
                        GateControl.EXPOSURE,
                        "by turning a position round",
                        RefusalCode.GROSS_EXPOSURE,
                        (gate, desk) -> {
                            desk.grossUnits = Desk.usd("5000000");
                            return code(gate, limit(ES_ID, SELL, "5", "5000"), desk.holds(ES, "2"));
                        }));
    }

    private static Stream<ControlCase> buyingPower() {
        return Stream.of(
                edge(
                        GateControl.BUYING_POWER,
                        "to the cent",
                        (gate, desk) -> code(gate, limit(ACME_ID, BUY, "100", "100"), desk.free(ACME, "10000"))),
                breach(
                        GateControl.BUYING_POWER,
                        "a cent short",
                        RefusalCode.BUYING_POWER,
                        (gate, desk) -> code(gate, limit(ACME_ID, BUY, "100", "100"), desk.free(ACME, "9999.99"))),
                pass(GateControl.BUYING_POWER, "with plenty", ask(limit(ACME_ID, BUY, "100", "100"))),
                bypass(
                        GateControl.BUYING_POWER,
                        "by selling what another order sells",
                        RefusalCode.BUYING_POWER,
                        (gate, desk) -> code(
                                gate,
                                limit(BTC_ID, SELL, "0.5", "50000"),
                                desk.holds(BTC, "1").works(BTC, SELL, "0.6", "51000"))));
    }
}
