package io.sextant.voice.assistant;

import io.sextant.domain.forecast.ForecastBoard;
import io.sextant.domain.forecast.ForecastFan;
import io.sextant.domain.forecast.ModelForecast;
import io.sextant.domain.forecast.Verdict;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.portfolio.Goals;
import io.sextant.domain.portfolio.OptimiserBoard;
import io.sextant.domain.portfolio.OptimiserBoard.Computed;
import io.sextant.domain.portfolio.OptimiserBoard.Kind;
import io.sextant.domain.portfolio.OptimiserWish;
import io.sextant.domain.portfolio.ReturnView;
import io.sextant.domain.portfolio.WeightMethod;
import io.sextant.domain.request.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How much of an instrument the desk's optimiser would trade now: the same question as the window's panel asks, by the goals that are kept on the
 * desk, with what is forecast as views. A view is the middle of a forecast less the way there and back, as a rate of a year; its confidence is
 * 1 - (its errors by those of the last price)^2, the share of the variance that its forecasts took away out of sample, by which Black and
 * Litterman's formula moves the expected return towards it. Without such a share there is no view.
 */
final class OptimisedSize {

    private static final String NAIVE = "naive";
    private static final double MILLION = 1e6;

    private final Asking engine;
    private final Timeframe timeframe;

    OptimisedSize(Asking engine, Timeframe timeframe) {
        this.engine = engine;
        this.timeframe = timeframe;
    }

    /** What came of the question. */
    sealed interface Told {

        /**
         * @param held as a share of the worth that is shared out, like {@code weight}
         * @param quantity to trade on the asked side; empty where the weights ask for none, or for the other side
         * @param move that was expected of one bar after costs
         */
        record Weighed(
                int instruments,
                double riskAversion,
                int views,
                double move,
                double confidence,
                double weight,
                double held,
                Optional<Quantity> quantity)
                implements Told {}

        /** The person never wants it. */
        record Excluded() implements Told {}

        record FewInstruments(int found, int neededBars) implements Told {}

        record FewBars(int bars, int neededBars) implements Told {}

        /** The model was no better than the last price by its errors. */
        record NoSkill() implements Told {}

        record Unsolved() implements Told {}
    }

    /** What is believed of an instrument over one bar. */
    private record Belief(InstrumentId instrument, double move, double confidence) {

        ReturnView ofYear(double bars) {
            return new ReturnView(instrument, move * bars, confidence);
        }
    }

    /**
     * @param cost there and back, as a share of the value
     * @param among whose forecasts are made already
     */
    Told of(Instrument instrument, Side side, double cost, List<InstrumentId> among, long nowNanos) {
        Goals goals = Goals.of(engine.ask(new Query.Settings()));
        if (goals.excluded().contains(instrument.id().symbol())) {
            return new Told.Excluded();
        }
        List<Belief> beliefs = new ArrayList<>();
        List<Instrument> traded = engine.ask(new Query.Instruments());
        for (Instrument each : traded) {
            if (among.contains(each.id())) {
                double paid = each.id().equals(instrument.id()) ? cost : 2 * fees(each);
                belief(each.id(), paid, nowNanos).ifPresent(beliefs::add);
            }
        }
        Optional<Belief> own = beliefs.stream()
                .filter(each -> each.instrument().equals(instrument.id()))
                .findFirst();
        if (own.isEmpty()) {
            return new Told.NoSkill();
        }
        boolean shorts = !instrument.isPaidInFull();
        List<InstrumentId> asked = shorts
                ? traded.stream()
                        .filter(each -> each.tradable() && !each.isPaidInFull())
                        .map(Instrument::id)
                        .toList()
                : List.of();
        // How many bars a year has is known from the answer, for no market trades by the same hours.
        OptimiserBoard without = board(asked, shorts, List.of(), goals);
        if (!(without instanceof Computed known)) {
            return trouble(without);
        }
        List<ReturnView> views =
                beliefs.stream().map(each -> each.ofYear(known.barsOfAYear())).toList();
        return board(asked, shorts, views, goals) instanceof Computed told
                ? weighed(told, instrument, side, own.get(), views.size(), goals)
                : new Told.Unsolved();
    }

    private OptimiserBoard board(List<InstrumentId> asked, boolean shorts, List<ReturnView> views, Goals goals) {
        return engine.ask(new Query.Optimiser(
                new OptimiserWish(asked, timeframe, WeightMethod.GOALS, 0, 1, shorts, views, goals)));
    }

    private static Told trouble(OptimiserBoard board) {
        return switch (board) {
            case OptimiserBoard.TooFewInstruments(var found, int needed) ->
                new Told.FewInstruments(found.size(), needed);
            case OptimiserBoard.TooFewBars(var _, int bars, int needed) -> new Told.FewBars(bars, needed);
            case OptimiserBoard.CapTooLow _, OptimiserBoard.NotSolved _, Computed _ -> new Told.Unsolved();
        };
    }

    private static Told weighed(Computed told, Instrument instrument, Side side, Belief own, int views, Goals goals) {
        int at = told.instruments().indexOf(instrument.id());
        Optional<OptimiserBoard.Named> chosen = told.find(Kind.CHOSEN);
        Optional<OptimiserBoard.Named> current = told.find(Kind.CURRENT);
        if (at < 0 || chosen.isEmpty() || current.isEmpty()) {
            return new Told.Unsolved();
        }
        long lots = told.lotsTowards(chosen.get().weights())[at] * (side == Side.BUY ? 1 : -1);
        return new Told.Weighed(
                told.instruments().size(),
                goals.riskAversion(),
                views,
                own.move(),
                own.confidence(),
                chosen.get().weights()[at],
                current.get().weights()[at],
                lots > 0 && lots >= instrument.smallestLots()
                        ? Optional.of(instrument.quantityOf(lots))
                        : Optional.empty());
    }

    /** A rate for each side; a fee by the piece is left to the preview of the order itself. */
    private static double fees(Instrument instrument) {
        return instrument.fees().takerPartsPerMillion() / MILLION;
    }

    private Optional<Belief> belief(InstrumentId instrument, double cost, long nowNanos) {
        ForecastBoard board = engine.ask(new Query.Forecasts(instrument, timeframe));
        boolean drifted = board.drift().flatMap(gauge -> gauge.alarm()).isPresent();
        return board.championForecast()
                .filter(each -> !drifted
                        && each.skill().verdict() == Verdict.SKILL
                        && !each.card().model().equals(NAIVE))
                .flatMap(each -> belief(instrument, each, cost, nowNanos));
    }

    private static Optional<Belief> belief(InstrumentId instrument, ModelForecast model, double cost, long nowNanos) {
        double ratio = model.skill().rmseOverNaive();
        double confidence = 1 - ratio * ratio;
        Optional<ForecastFan> fan = model.fan().filter(each -> each.timesNanos()[0] > nowNanos && each.origin() > 0);
        if (fan.isEmpty() || !(confidence > 0)) {
            return Optional.empty();
        }
        double middle = fan.get().middle(1) / fan.get().origin() - 1;
        // What it costs lessens a move; it does not turn it round.
        double net = Math.copySign(Math.max(0, Math.abs(middle) - cost), middle);
        return Optional.of(new Belief(instrument, net, Math.min(1, confidence)));
    }

    /** Tells what came of it, and why nothing did. */
    static void say(Told told, Side side, InstrumentId instrument, Speaking speaking) {
        String source = "optimiser:" + instrument.symbol();
        switch (told) {
            case Told.Weighed weighed -> say(weighed, side, instrument, speaking);
            case Told.FewInstruments(int found, int needed) ->
                speaking.say(
                        "recommend.optimiser.instruments",
                        "found",
                        speaking.count("optimiser.instruments", found, source),
                        "needed",
                        speaking.count("optimiser.barsNeeded", needed, source));
            case Told.FewBars(int bars, int needed) ->
                speaking.say(
                        "recommend.optimiser.bars",
                        "bars",
                        speaking.count("optimiser.bars", bars, source),
                        "needed",
                        speaking.count("optimiser.barsNeeded", needed, source));
            case Told.NoSkill _ -> speaking.say("recommend.optimiser.noskill");
            case Told.Unsolved _, Told.Excluded _ -> speaking.say("recommend.optimiser.unsolved");
        }
    }

    private static void say(Told.Weighed weighed, Side side, InstrumentId instrument, Speaking speaking) {
        String source = "optimiser:" + instrument.symbol();
        speaking.say(
                "recommend.optimiser",
                "count",
                speaking.count("optimiser.instruments", weighed.instruments(), source),
                "aversion",
                speaking.figure("optimiser.riskAversion", weighed.riskAversion(), 1, source),
                "views",
                speaking.count("optimiser.views", weighed.views(), source),
                "move",
                speaking.percent("optimiser.move", weighed.move(), 2, source),
                "confidence",
                speaking.percent("optimiser.confidence", weighed.confidence(), 1, source),
                "weight",
                speaking.percent("optimiser.weight", weighed.weight(), 1, source),
                "held",
                speaking.percent("optimiser.held", weighed.held(), 1, source));
        weighed.quantity()
                .ifPresent(quantity -> speaking.say(
                        "recommend.optimiser.size",
                        "side",
                        speaking.words("side." + side),
                        "quantity",
                        speaking.exact("optimiser.quantity", quantity.toString(), source),
                        "instrument",
                        instrument.symbol()));
    }
}
