package io.sextant.voice.assistant;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.order.Order;
import io.sextant.domain.position.Account;
import io.sextant.domain.position.Position;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.Query;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the desk has, holds, waits for, earned and paid. */
final class AccountAnswers {

    private static final int MOST_TOLD = 5;

    private final Asking engine;

    AccountAnswers(Asking engine) {
        this.engine = engine;
    }

    void position(Optional<InstrumentId> instrument, Speaking speaking) {
        List<Position> held = held(engine.ask(new Query.Desk()), instrument);
        if (held.isEmpty()) {
            if (instrument.isPresent()) {
                speaking.say("position.none", "instrument", instrument.get().symbol());
            } else {
                speaking.say("position.nothing");
            }
            return;
        }
        if (held.size() > MOST_TOLD) {
            speaking.say("position.many", "count", speaking.count("positions", held.size(), "account"));
        }
        held.stream().limit(MOST_TOLD).forEach(each -> one(each, speaking));
    }

    private static void one(Position position, Speaking speaking) {
        String source = "position:" + position.instrument().symbol();
        speaking.say(
                position.signedUnits() > 0 ? "position.long" : "position.short",
                "size",
                speaking.exact("position.size", position.size().toString(), source),
                "instrument",
                position.instrument().symbol(),
                "value",
                speaking.money("position.exposure", position.exposure(), source),
                "unrealised",
                speaking.money("position.unrealised", position.unrealised(), source));
    }

    /** The largest first. */
    static List<Position> held(DeskState desk, Optional<InstrumentId> instrument) {
        return desk.positions().stream()
                .filter(position -> !position.isFlat())
                .filter(position -> instrument.isEmpty() || instrument.get().equals(position.instrument()))
                .sorted(Comparator.comparingDouble(
                        (Position position) -> -Math.abs(position.exposure().toDouble())))
                .toList();
    }

    void profit(Optional<InstrumentId> instrument, Speaking speaking) {
        DeskState desk = engine.ask(new Query.Desk());
        if (instrument.isPresent()) {
            Optional<Position> of = desk.positions().stream()
                    .filter(position -> position.instrument().equals(instrument.get()))
                    .findFirst();
            if (of.isEmpty()) {
                speaking.say("profit.never", "instrument", instrument.get().symbol());
                return;
            }
            String source = "position:" + instrument.get().symbol();
            speaking.say(
                    "profit.instrument",
                    "instrument",
                    instrument.get().symbol(),
                    "unrealised",
                    speaking.money("position.unrealised", of.get().unrealised(), source),
                    "realised",
                    speaking.money("position.realised", of.get().realised(), source));
            return;
        }
        Account account = desk.account();
        speaking.say(
                "profit",
                "today",
                speaking.money("account.profitToday", account.profitToday(), "account"),
                "start",
                speaking.money("account.profitSinceStart", account.profitSinceStart(), "account"));
    }

    void balance(Speaking speaking) {
        Account account = engine.ask(new Query.Desk()).account();
        speaking.say(
                "balance",
                "equity",
                speaking.money("account.equity", account.equity(), "account"),
                "free",
                speaking.money("account.freeFunds", account.freeFunds(), "account"),
                "gross",
                speaking.money("account.grossExposure", account.grossExposure(), "account"));
    }

    void costs(Speaking speaking) {
        Account account = engine.ask(new Query.Desk()).account();
        speaking.say(
                "costs",
                "fees",
                speaking.money("account.fees", account.fees(), "account"),
                "share",
                speaking.percent(
                        "account.feesOfStart",
                        account.fees().toDouble() / account.equityAtStart().toDouble(),
                        3,
                        "account"));
    }

    void orders(Optional<InstrumentId> instrument, Speaking speaking) {
        List<Order> working = engine.ask(new Query.Desk()).workingOrders().stream()
                .filter(order -> instrument.isEmpty()
                        || instrument.get().equals(order.terms().instrument()))
                .toList();
        if (working.isEmpty()) {
            speaking.say("orders.none");
            return;
        }
        speaking.say("orders", "count", speaking.count("orders.working", working.size(), "orders"));
        working.stream().limit(MOST_TOLD).forEach(order -> {
            String source = "order:" + order.id();
            speaking.say(
                    "orders.one",
                    "side",
                    speaking.words("side." + order.terms().side().name()),
                    "quantity",
                    speaking.exact("order.remaining", order.remaining().toString(), source),
                    "instrument",
                    order.terms().instrument().symbol(),
                    "number",
                    speaking.text("order.number", order.id().toString(), source));
        });
    }
}
