package io.sextant.voice.assistant;

import io.sextant.domain.event.Event;
import io.sextant.domain.event.FeedChanged;
import io.sextant.domain.event.ForecastChanged;
import io.sextant.domain.event.KillSwitchChanged;
import io.sextant.domain.event.OrderFilled;
import io.sextant.domain.event.OrderRefused;
import io.sextant.domain.event.RegimeChanged;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.domain.order.Fill;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.EquityCurve;
import io.sextant.domain.request.OrderLife;
import io.sextant.domain.request.Query;
import java.util.List;
import java.util.Optional;

/** Why something was traded, what came of it, and what is different since yesterday. */
final class TradeAnswers {

    private static final int ORDERS = 500;
    private static final int EVENTS = 2_000;
    private static final int POINTS = 1_000;
    private static final long DAY_NANOS = 86_400_000_000_000L;

    private final Asking engine;
    private final MarketAnswers market;
    private final PassportAnswers passports;

    TradeAnswers(Asking engine, MarketAnswers market) {
        this.engine = engine;
        this.market = market;
        passports = new PassportAnswers(engine, market);
    }

    /** The newest order that traded, of an instrument and a side where they were named. */
    void whyTraded(Optional<InstrumentId> instrument, Optional<Side> side, Speaking speaking) {
        Optional<OrderLife> life = engine.ask(new Query.OrderHistory(ORDERS)).stream()
                .filter(each -> !each.order().filled().isZero())
                .filter(each -> instrument.isEmpty()
                        || instrument.get().equals(each.order().terms().instrument()))
                .filter(each ->
                        side.isEmpty() || side.get() == each.order().terms().side())
                .findFirst();
        if (life.isEmpty()) {
            speaking.say("traded.never");
            return;
        }
        explain(life.get().order().id(), speaking);
    }

    void explainFill(Optional<InstrumentId> instrument, Speaking speaking) {
        Optional<Fill> fill = engine.ask(new Query.Fills(ORDERS)).stream()
                .filter(each -> instrument.isEmpty() || instrument.get().equals(each.instrument()))
                .findFirst();
        if (fill.isEmpty()) {
            speaking.say("traded.never");
            return;
        }
        String source = "fill:" + fill.get().tradeId();
        speaking.say(
                "fill",
                "side",
                speaking.words("done." + fill.get().side().name()),
                "quantity",
                speaking.exact("fill.quantity", fill.get().quantity().toString(), source),
                "instrument",
                fill.get().instrument().symbol(),
                "price",
                speaking.exact("fill.price", fill.get().price().toString(), source),
                "time",
                speaking.time("fill.time", fill.get().timeNanos(), source),
                "fee",
                speaking.money("fill.fee", fill.get().fee(), source));
        speaking.say(fill.get().maker() ? "fill.maker" : "fill.taker");
        explain(fill.get().order(), speaking);
    }

    /** All that was written down of why it was sent. */
    void explain(OrderId order, Speaking speaking) {
        passports.tell(order, speaking);
    }

    static void traded(Order order, Speaking speaking) {
        String source = "order:" + order.id();
        boolean filled = !order.filled().isZero();
        speaking.say(
                filled ? "traded" : "traded.not",
                "number",
                speaking.text("order.number", order.id().toString(), source),
                "origin",
                speaking.words("origin." + order.terms().origin().name()),
                "side",
                speaking.words(
                        (filled ? "done." : "side.") + order.terms().side().name()),
                "quantity",
                speaking.exact(
                        "order.filled", (filled ? order.filled() : order.terms().quantity()).toString(), source),
                "instrument",
                order.terms().instrument().symbol(),
                "time",
                speaking.time("order.time", order.createdNanos(), source));
        String reason = order.terms().reason();
        if (reason.isBlank()) {
            speaking.say("traded.noreason");
        } else {
            speaking.say("traded.reason", "reason", speaking.text("order.reason", reason, source));
        }
    }

    /** What speaks for and against it now; whether to do it is a person's to say. */
    void whyNow(InstrumentId instrument, Speaking speaking) {
        speaking.say("now", "instrument", instrument.symbol());
        market.forecast(instrument, speaking);
        market.regime(instrument, speaking);
        new AccountAnswers(engine).position(Optional.of(instrument), speaking);
        engine.ask(new Query.OrderHistory(ORDERS)).stream()
                .filter(each -> instrument.equals(each.order().terms().instrument()))
                .filter(each -> !each.order().filled().isZero())
                .findFirst()
                .ifPresent(life -> traded(life.order(), speaking));
        speaking.say("now.yours");
    }

    void changed(Speaking speaking) {
        DeskState desk = engine.ask(new Query.Desk());
        long since = desk.marketNanos() - DAY_NANOS;
        EquityCurve worth = engine.ask(new Query.Equity(since, POINTS));
        if (worth.equity().length > 0) {
            double change = desk.account().equity().toDouble() - worth.equity()[0];
            speaking.say(
                    "changed.worth",
                    "since",
                    speaking.time("changed.since", worth.timeNanos()[0], "equity"),
                    "change",
                    speaking.estimate(
                            "changed.equity",
                            change,
                            desk.account().equity().currency().code(),
                            "equity"));
        }
        List<Event> newest = engine.ask(new Query.NewestEvents(EVENTS));
        long oldest = newest.stream().mapToLong(Event::timeNanos).min().orElse(since);
        if (newest.size() == EVENTS && oldest > since) {
            speaking.say("changed.counted", "since", speaking.time("changed.countedSince", oldest, "journal"));
        }
        List<Event> events =
                newest.stream().filter(event -> event.timeNanos() >= since).toList();
        count("changed.fills", events, OrderFilled.class, speaking);
        count("changed.refused", events, OrderRefused.class, speaking);
        count("changed.regimes", events, RegimeChanged.class, speaking);
        count("changed.forecasts", events, ForecastChanged.class, speaking);
        count("changed.feed", events, FeedChanged.class, speaking);
        count("changed.kill", events, KillSwitchChanged.class, speaking);
        if (events.isEmpty() && worth.equity().length == 0) {
            speaking.say("changed.nothing");
        }
    }

    private static void count(String key, List<Event> events, Class<? extends Event> kind, Speaking speaking) {
        List<Event> those = events.stream().filter(kind::isInstance).toList();
        if (!those.isEmpty()) {
            speaking.say(
                    key,
                    "count",
                    speaking.count(
                            key, those.size(), "journal:" + those.getFirst().position()));
        }
    }
}
