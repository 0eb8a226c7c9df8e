package io.sextant.engine.fleet;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.engine.backtest.BacktestMarket.PricedBars;
import io.sextant.engine.backtest.BacktestTerms;
import io.sextant.engine.backtest.FillModel;
import io.sextant.engine.backtest.TradingCosts;
import io.sextant.engine.backtest.TradingCosts.FeeTier;
import io.sextant.strategy.kind.Choice;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a run over bars is given, as bytes. */
public final class RunBytes {

    private RunBytes() {}

    public static void write(DataOutput out, List<PricedBars> bars) throws IOException {
        out.writeInt(bars.size());
        for (PricedBars each : bars) {
            if (!each.actions().isEmpty()) {
                throw new IllegalArgumentException("dividends and splits do not travel to a cluster");
            }
            Columns.write(out, each.id().symbol());
            Columns.write(out, each.bars());
        }
    }

    public static List<PricedBars> bars(DataInput in) throws IOException {
        List<PricedBars> bars = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            bars.add(new PricedBars(InstrumentId.of(Columns.text(in)), Columns.bars(in)));
        }
        return bars;
    }

    public static void write(DataOutput out, Choice choice) throws IOException {
        out.writeInt(choice.values().size());
        for (Map.Entry<String, Double> each : choice.values().entrySet()) {
            Columns.write(out, each.getKey());
            out.writeDouble(each.getValue());
        }
    }

    public static Choice choice(DataInput in) throws IOException {
        Map<String, Double> values = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            values.put(Columns.text(in), in.readDouble());
        }
        return new Choice(values);
    }

    public static void write(DataOutput out, BacktestTerms terms) throws IOException {
        out.writeDouble(terms.cash());
        out.writeBoolean(terms.fractional());
        TradingCosts costs = terms.costs();
        out.writeDouble(costs.commissionShare());
        out.writeInt(costs.tiers().size());
        for (FeeTier each : costs.tiers()) {
            out.writeDouble(each.fromVolume());
            out.writeDouble(each.makerShare());
            out.writeDouble(each.takerShare());
        }
        out.writeDouble(costs.spreadBps());
        out.writeDouble(costs.slippageBps());
        out.writeDouble(costs.impact());
        out.writeDouble(costs.borrowPerYear());
        out.writeDouble(costs.fundingPer8Hours());
        Columns.write(out, terms.fill().name());
        out.writeLong(terms.latencyNanos());
        out.writeDouble(terms.maintenanceShare());
        out.writeDouble(terms.delistedReturn());
    }

    public static BacktestTerms terms(DataInput in) throws IOException {
        double cash = in.readDouble();
        boolean fractional = in.readBoolean();
        double commissionShare = in.readDouble();
        List<FeeTier> tiers = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            tiers.add(new FeeTier(in.readDouble(), in.readDouble(), in.readDouble()));
        }
        TradingCosts costs = new TradingCosts(
                commissionShare,
                tiers,
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble());
        return new BacktestTerms(
                cash,
                fractional,
                costs,
                FillModel.valueOf(Columns.text(in)),
                in.readLong(),
                in.readDouble(),
                in.readDouble());
    }
}
