package io.sextant.voice.assistant;

import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.forecast.ForecastBoard;
import io.sextant.domain.forecast.ForecastFan;
import io.sextant.domain.forecast.ModelForecast;
import io.sextant.domain.forecast.Verdict;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.position.Position;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.MarketState;
import io.sextant.domain.request.OrderPreview;
import io.sextant.domain.request.Query;
import io.sextant.domain.risk.SizeSuggestion;
import io.sextant.domain.risk.SizingRule;
import io.sextant.voice.language.Language;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Looks for what is rare: a forecast that measurably is worth something, whose whole interval of eight in ten lies further from the price than
 * it costs to go there and back. It tells at most one an hour and three a day of market time, one of an instrument and side a day, and none that was
 * dismissed while the same model says it. Its size is what the optimiser would trade and never more than the ticket's sizing rule, nor than the gate
 * lets pass. It only asks; whoever shows it remembers that.
 */
public final class Recommender {

    private static final int EIGHTY = 1;
    private static final String NAIVE = "naive";
    private static final long HOUR_NANOS = 3_600_000_000_000L;
    private static final long DAY_NANOS = 24 * HOUR_NANOS;
    private static final int MOST_A_DAY = 3;
    private static final int EVENTS = 5_000;
    private static final SizingRule.VolatilityTarget SIZE = new SizingRule.VolatilityTarget(1, 2);

    private final Asking engine;
    private final Language language;
    private final Templates templates;
    private final ZoneId zone;
    private final Timeframe timeframe;
    private final MarketAnswers market;
    private final OptimisedSize optimiser;

    /** @param timeframe of the forecasts that are looked at */
    public Recommender(EngineClient client, Language language, Timeframe timeframe, ZoneId zone) {
        this.language = language;
        this.zone = zone;
        this.timeframe = timeframe;
        engine = new Asking(client);
        templates = new Templates(language);
        market = new MarketAnswers(engine, timeframe);
        optimiser = new OptimisedSize(engine, timeframe);
    }

    /** A side and how far the nearest end of the interval lies from the price, as a share of it. */
    private record Signal(ModelForecast model, Side side, Price price, double edge, long untilNanos) {}

    /** What the order would cost: shares of its value there and back. */
    private record Cost(OrderPreview preview, double share) {}

    /** What the rule allows at most, what the optimiser said, and what is suggested of both. */
    private record Size(Quantity most, OptimisedSize.Told told, Quantity suggested) {}

    /** Instruments of which models tell already, and what is held or traded. */
    public List<InstrumentId> followed() {
        return Briefer.subjects(engine.ask(new Query.Desk()), engine.ask(new Query.NewestEvents(EVENTS)));
    }

    /** @param among whose forecasts are made already; asking for others would have their models begin to learn */
    public Optional<Recommendation> look(List<InstrumentId> among) {
        DeskState desk = engine.ask(new Query.Desk());
        List<Recommendation.Note> notes = engine.ask(new Query.Settings()).entrySet().stream()
                .flatMap(one -> Recommendation.Note.findIn(one).stream())
                .toList();
        if (isEnough(notes, desk.marketNanos()) || !isTrading(desk)) {
            return Optional.empty();
        }
        return engine.ask(new Query.Instruments()).stream()
                .filter(each -> each.tradable() && among.contains(each.id()))
                .flatMap(each -> of(each, desk, notes, among).stream())
                .findFirst();
    }

    private static boolean isTrading(DeskState desk) {
        FeedStatus feed = desk.health().feedStatus();
        return !desk.killSwitchEngaged() && (feed == FeedStatus.CONNECTED || feed == FeedStatus.POLLING);
    }

    private static boolean isEnough(List<Recommendation.Note> notes, long now) {
        long today = notes.stream()
                .filter(each -> now - each.marketNanos() < DAY_NANOS)
                .count();
        return today >= MOST_A_DAY || notes.stream().anyMatch(each -> now - each.marketNanos() < HOUR_NANOS);
    }

    private Optional<Recommendation> of(
            Instrument instrument, DeskState desk, List<Recommendation.Note> notes, List<InstrumentId> among) {
        ForecastBoard board = engine.ask(new Query.Forecasts(instrument.id(), timeframe));
        return signal(board, desk.marketNanos())
                .filter(signal -> isNew(signal, instrument.id(), desk.marketNanos(), notes))
                .flatMap(signal -> size(instrument, signal, desk, among)
                        .flatMap(size -> cost(instrument, signal, size.suggested())
                                .filter(cost -> signal.edge() > cost.share())
                                .map(cost -> new Recommendation(
                                        instrument.id(),
                                        signal.side(),
                                        size.suggested(),
                                        signal.model().card().id(),
                                        desk.marketNanos(),
                                        signal.untilNanos(),
                                        evidence(instrument.id(), signal, size, cost)))));
    }

    /** The optimiser's size within the rule; the rule's where the optimiser has nothing to say, and none where it would not trade. */
    private Optional<Size> size(Instrument instrument, Signal signal, DeskState desk, List<InstrumentId> among) {
        Optional<Quantity> most = most(instrument, signal, desk);
        Optional<Cost> cost = most.flatMap(quantity -> cost(instrument, signal, quantity));
        if (cost.isEmpty() || signal.edge() <= cost.get().share()) {
            return Optional.empty();
        }
        OptimisedSize.Told told =
                optimiser.of(instrument, signal.side(), cost.get().share(), among, desk.marketNanos());
        Optional<Quantity> suggested = switch (told) {
            case OptimisedSize.Told.Weighed weighed ->
                weighed.quantity().map(one -> one.compareTo(most.get()) < 0 ? one : most.get());
            case OptimisedSize.Told.Excluded _ -> Optional.empty();
            case OptimisedSize.Told.FewInstruments _,
                    OptimisedSize.Told.FewBars _,
                    OptimisedSize.Told.NoSkill _,
                    OptimisedSize.Told.Unsolved _ -> most;
        };
        return suggested.map(quantity -> new Size(most.get(), told, quantity));
    }

    private static boolean isNew(Signal signal, InstrumentId instrument, long now, List<Recommendation.Note> notes) {
        return notes.stream()
                .filter(each -> each.instrument().equals(instrument) && each.side() == signal.side())
                .allMatch(each -> each.dismissed()
                        ? !each.model().equals(signal.model().card().id())
                        : now - each.marketNanos() >= DAY_NANOS);
    }

    private Optional<Signal> signal(ForecastBoard board, long now) {
        Optional<ModelForecast> champion = board.championForecast()
                .filter(each -> each.skill().verdict() == Verdict.SKILL
                        && !each.card().model().equals(NAIVE));
        boolean drifted = board.drift().flatMap(gauge -> gauge.alarm()).isPresent();
        Optional<Price> last =
                engine.ask(new Query.Market(board.instrument())).last().filter(Price::isPositive);
        if (champion.isEmpty() || champion.get().fan().isEmpty() || drifted || last.isEmpty()) {
            return Optional.empty();
        }
        ForecastFan fan = champion.get().fan().get();
        if (fan.timesNanos()[0] <= now) {
            // It was of a bar that is over.
            return Optional.empty();
        }
        double price = last.get().toDouble();
        double up = fan.lower(1, EIGHTY) / price - 1;
        double down = 1 - fan.upper(1, EIGHTY) / price;
        if (Math.max(up, down) <= 0) {
            return Optional.empty();
        }
        return Optional.of(new Signal(
                champion.get(), up > down ? Side.BUY : Side.SELL, last.get(), Math.max(up, down), fan.timesNanos()[0]));
    }

    /** What is paid for in full is only sold where it is held. */
    private Optional<Quantity> most(Instrument instrument, Signal signal, DeskState desk) {
        SizeSuggestion suggestion = engine.ask(new Query.Size(instrument.id(), signal.side(), signal.price(), SIZE));
        if (!(suggestion instanceof SizeSuggestion.Suggested suggested)) {
            return Optional.empty();
        }
        if (signal.side() == Side.BUY || !instrument.isPaidInFull()) {
            return Optional.of(suggested.quantity());
        }
        return desk.positions().stream()
                .filter(each -> each.instrument().equals(instrument.id()) && each.signedUnits() > 0)
                .map(Position::size)
                .map(held -> held.toDouble() < suggested.quantity().toDouble() ? held : suggested.quantity())
                .findFirst();
    }

    private Optional<Cost> cost(Instrument instrument, Signal signal, Quantity quantity) {
        OrderPreview preview = engine.ask(
                new Query.Preview(OrderDraft.market(instrument.id(), signal.side(), quantity, OrderOrigin.VOICE)));
        if (preview.refusal().isPresent()
                || preview.expectedPrice().isEmpty()
                || preview.notional().isEmpty()
                || preview.fee().isEmpty()
                || !(preview.notional().get().toDouble() > 0)) {
            return Optional.empty();
        }
        double middle = middle(instrument.id()).orElse(signal.price().toDouble());
        double slipped = Math.abs(preview.expectedPrice().get().toDouble() / middle - 1);
        double fee = preview.fee().get().toDouble() / preview.notional().get().toDouble();
        return Optional.of(new Cost(preview, 2 * (slipped + fee)));
    }

    private Optional<Double> middle(InstrumentId instrument) {
        MarketState now = engine.ask(new Query.Market(instrument));
        return now.depth().bids().isEmpty() || now.depth().asks().isEmpty()
                ? Optional.empty()
                : Optional.of((now.depth().bids().getFirst().price().toDouble()
                                + now.depth().asks().getFirst().price().toDouble())
                        / 2);
    }

    private Said evidence(InstrumentId instrument, Signal signal, Size size, Cost cost) {
        Speaking speaking = new Speaking(templates, language, zone);
        String source = "market:" + instrument.symbol();
        speaking.say("recommend", "instrument", instrument.symbol());
        market.forecast(instrument, speaking);
        market.sinceItStands(instrument, speaking);
        speaking.say(
                "recommend.edge",
                "price",
                speaking.exact("price", signal.price().toString(), source),
                "edge",
                speaking.percent("recommend.edge", signal.edge(), 3, "forecast:" + instrument.symbol()),
                "cost",
                speaking.percent("recommend.cost", cost.share(), 3, source));
        OptimisedSize.say(size.told(), signal.side(), instrument, speaking);
        speaking.say(
                "recommend.rule",
                "risk",
                speaking.percent("size.risk", SIZE.riskPercent() / 100, 1, "risk"),
                "ranges",
                speaking.figure("size.ranges", SIZE.atrMultiple(), 1, "risk"),
                "most",
                speaking.exact("recommend.most", size.most().toString(), "risk"));
        boolean optimised = size.told() instanceof OptimisedSize.Told.Weighed;
        boolean capped = optimised && size.suggested().equals(size.most());
        speaking.say(
                !optimised ? "recommend.size.rule" : capped ? "recommend.size.capped" : "recommend.size.optimiser",
                "side",
                speaking.words("side." + signal.side()),
                "quantity",
                speaking.exact(
                        "recommend.quantity",
                        size.suggested().toString(),
                        optimised && !capped ? "optimiser:" + instrument.symbol() : "risk"),
                "instrument",
                instrument.symbol());
        cost.preview()
                .fee()
                .ifPresent(fee -> speaking.say("recommend.fee", "fee", speaking.money("recommend.fee", fee, source)));
        speaking.say("recommend.yours");
        return speaking.said();
    }
}
