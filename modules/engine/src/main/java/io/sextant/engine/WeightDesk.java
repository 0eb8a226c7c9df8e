package io.sextant.engine;

import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.instrument.Option;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.money.Decimals;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.order.Fill;
import io.sextant.domain.portfolio.OptimiserBoard;
import io.sextant.domain.portfolio.OptimiserBoard.Holding;
import io.sextant.domain.portfolio.OptimiserWish;
import io.sextant.domain.portfolio.ReturnView;
import io.sextant.domain.portfolio.TaxLot;
import io.sextant.domain.portfolio.WeightTrouble;
import io.sextant.domain.position.Account;
import io.sextant.domain.position.Position;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.Query;
import io.sextant.portfolio.PortfolioRefusal;
import io.sextant.risk.measure.CommonReturns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Which weights the bars of the desk's instruments speak for, beside what is held. Reads bars, so never on the loop's thread. */
final class WeightDesk {

    private static final System.Logger LOG = System.getLogger(WeightDesk.class.getName());

    static final int BARS = 1_000;
    static final int FEWEST_BARS = 60;

    /** A position that was built of more fills than this has no lots that are told. */
    private static final int FILLS = 20_000;

    private static final double MILLION = 1e6;

    private final InstrumentCatalog instruments;
    private final Function<Query.Bars, BarSeries> bars;
    private final IntFunction<List<Fill>> fills;

    /** @param fills the newest of them, newest first */
    WeightDesk(InstrumentCatalog instruments, Function<Query.Bars, BarSeries> bars, IntFunction<List<Fill>> fills) {
        this.instruments = instruments;
        this.bars = bars;
        this.fills = fills;
    }

    OptimiserBoard board(OptimiserWish wish, DeskState desk) {
        Map<InstrumentId, BarSeries> known = known(wish, desk.marketNanos());
        List<InstrumentId> names = List.copyOf(known.keySet());
        if (names.size() < 2) {
            return new OptimiserBoard.TooFewInstruments(names, FEWEST_BARS);
        }
        if (names.size() * wish.most() < 1 - 1e-9) {
            return new OptimiserBoard.CapTooLow(names.size(), wish.most());
        }
        CommonReturns common = CommonReturns.of(List.copyOf(known.values()), BARS);
        if (common.days() < FEWEST_BARS) {
            return new OptimiserBoard.TooFewBars(names, common.days(), FEWEST_BARS);
        }
        double[][] returns =
                common.table(names.stream().map(InstrumentId::symbol).toList()).columns();
        Map<InstrumentId, Double> exposures = RiskDesk.exposures(desk);
        double elsewhere = elsewhere(names, desk);
        double investable = desk.account().equity().toDouble() - elsewhere;
        double[] held = RiskDesk.amounts(names, exposures);
        double[] current = Arrays.stream(held)
                .map(amount -> investable > 0 ? amount / investable : 0)
                .toArray();
        double[] lotValues = known.entrySet().stream()
                .mapToDouble(each -> lotValue(each.getKey(), each.getValue(), desk))
                .toArray();
        try {
            return new WeightAnswer(wish, names, returns, common.timesNanos(), current)
                    .computed(desk, investable, holdings(names, lotValues, desk));
        } catch (PortfolioRefusal refusal) {
            return new OptimiserBoard.NotSolved(refusal.trouble());
        } catch (ArithmeticException unsettled) {
            LOG.log(System.Logger.Level.WARNING, "the weights of " + names + " did not settle", unsettled);
            return new OptimiserBoard.NotSolved(
                    WeightTrouble.of(
                            WeightTrouble.Code.UNSETTLED,
                            "the path along the frontier did not settle within these limits. Allow a little more or less in one instrument."));
        }
    }

    /** In the order of the wish, or of the catalogue; views of what is not among them are left out later. */
    private Map<InstrumentId, BarSeries> known(OptimiserWish wish, long nowNanos) {
        List<InstrumentId> asked = wish.instruments().isEmpty()
                ? instruments.all().stream()
                        .filter(one -> one.tradable() && !(one instanceof Option))
                        .map(Instrument::id)
                        .toList()
                : wish.instruments().stream()
                        .distinct()
                        .filter(instruments::contains)
                        .toList();
        asked = asked.stream()
                .filter(id -> !wish.goals().excluded().contains(id.symbol()))
                .toList();
        long before = wish.timeframe().startOf(nowNanos);
        Map<InstrumentId, BarSeries> known = new LinkedHashMap<>();
        for (InstrumentId id : asked) {
            BarSeries series = bars.apply(new Query.Bars(id, wish.timeframe(), before, BARS + 1));
            boolean priced = Arrays.stream(series.close(), 0, series.size()).allMatch(close -> close > 0);
            if (series.size() > FEWEST_BARS && priced) {
                known.put(id, series);
            }
        }
        return known;
    }

    /** What other positions add to the desk's worth is not there to be shared out. */
    private static double elsewhere(List<InstrumentId> names, DeskState desk) {
        double sum = 0;
        for (Position position : desk.positions()) {
            if (!names.contains(position.instrument())) {
                sum += RiskDesk.reported(position.marketValue(), desk.account()).orElse(0);
            }
        }
        return sum;
    }

    private List<Holding> holdings(List<InstrumentId> names, double[] lotValues, DeskState desk) {
        List<Holding> holdings = new ArrayList<>();
        boolean anythingHeld = desk.positions().stream().anyMatch(position -> position.signedUnits() > 0);
        List<Fill> past = anythingHeld ? fills.apply(FILLS) : List.of();
        for (int i = 0; i < lotValues.length; i++) {
            holdings.add(holding(instrument(names.get(i)), lotValues[i], desk, past));
        }
        return holdings;
    }

    /** Costs in other currencies are told at the rate of now, like everything here. */
    private static Holding holding(Instrument instrument, double lotValue, DeskState desk, List<Fill> past) {
        Optional<Position> position = desk.positions().stream()
                .filter(one -> one.instrument().equals(instrument.id()))
                .findFirst();
        double held = position.map(one -> (double) one.signedUnits() / instrument.positionUnitsPerLot())
                .orElse(0.0);
        Account account = desk.account();
        FeeSchedule fees = instrument.fees();
        double fee = lotValue * fees.takerPartsPerMillion() / MILLION
                + RiskDesk.reported(Money.of(fees.moneyUnitsPerLot(), instrument.quote()), account)
                        .orElse(Double.NaN);
        double rate = RiskDesk.reported(
                        Money.of(Decimals.powerOfTen(instrument.quote().scale()), instrument.quote()), account)
                .orElse(Double.NaN);
        double average = held > 0 ? position.orElseThrow().openCost().toDouble() * rate / held : Double.NaN;
        List<TaxLot> lots = held > 0 && Double.isFinite(rate)
                ? FillLots.held(instrument, past, held).stream()
                        .map(lot -> new TaxLot(lot.quantity(), lot.price() * rate))
                        .toList()
                : List.of();
        return new Holding(held, lotValue, fee, average, lots);
    }

    private double lotValue(InstrumentId name, BarSeries series, DeskState desk) {
        Instrument instrument = instrument(name);
        Price tick = instrument.rules().tick();
        double last = desk.positions().stream()
                .filter(position -> position.instrument().equals(name) && !position.isFlat())
                .mapToDouble(position -> position.mark().toDouble())
                .findFirst()
                .orElse(series.close()[series.size() - 1]);
        Money lot = instrument.notional(Math.max(1, Math.round(last / tick.toDouble())), 1);
        OptionalDouble value = RiskDesk.reported(lot, desk.account());
        return value.orElse(Double.NaN);
    }

    private Instrument instrument(InstrumentId name) {
        return instruments.get(instruments.indexOf(name));
    }

    static List<ReturnView> viewsOf(OptimiserWish wish, List<InstrumentId> names) {
        return wish.views().stream()
                .filter(view -> names.contains(view.instrument()))
                .toList();
    }
}
