package io.sextant.domain.codec;

import static io.sextant.domain.codec.ConstantNumbers.constant;

import io.sextant.domain.backtest.BacktestSetup;
import io.sextant.domain.command.SteerStrategy;
import io.sextant.domain.hosting.HostSteering;
import io.sextant.domain.hosting.HostedStage;
import io.sextant.domain.hosting.HostingLimits;
import io.sextant.domain.hosting.HostingTerms;
import io.sextant.domain.hosting.StageCause;
import io.sextant.domain.hosting.StageChange;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.money.Money;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was agreed with hosted strategies, and what becomes of them. */
public final class HostingCodec {

    private HostingCodec() {}

    public static void write(StateWriter out, HostingTerms terms) {
        out.putString(terms.name());
        out.putString(terms.kind());
        Values.writeList(out, List.copyOf(terms.values().entrySet()), HostingCodec::writeValue);
        Values.writeList(out, terms.instruments(), Values::write);
        out.putString(terms.timeframe().label());
        Values.write(out, terms.capital());
        Values.write(out, terms.limits().largestOrder());
        Values.write(out, terms.limits().largestDayLoss());
        out.putInt(terms.limits().ordersAMinute());
        out.putInt(terms.limits().exposurePercent());
        out.putDouble(terms.costs().commissionBps());
        out.putDouble(terms.costs().spreadBps());
        out.putDouble(terms.costs().slippageBps());
    }

    private static void writeValue(StateWriter out, Map.Entry<String, Double> value) {
        out.putString(value.getKey());
        out.putDouble(value.getValue());
    }

    private static Map.Entry<String, Double> readValue(StateReader in) {
        String name = in.getString();
        return Map.entry(name, in.getDouble());
    }

    public static HostingTerms readTerms(StateReader in) {
        String name = in.getString();
        String kind = in.getString();
        Map<String, Double> values = new TreeMap<>();
        Values.readList(in, HostingCodec::readValue).forEach(each -> values.put(each.getKey(), each.getValue()));
        List<InstrumentId> instruments = Values.readList(in, Values::readInstrumentId);
        Timeframe timeframe = Timeframe.parse(in.getString());
        Money capital = Values.readMoney(in);
        Money largestOrder = Values.readMoney(in);
        Money largestDayLoss = Values.readMoney(in);
        int ordersAMinute = in.getInt();
        HostingLimits limits = new HostingLimits(largestOrder, largestDayLoss, ordersAMinute, in.getInt());
        double commissionBps = in.getDouble();
        double spreadBps = in.getDouble();
        BacktestSetup.Costs costs = new BacktestSetup.Costs(commissionBps, spreadBps, in.getDouble());
        return new HostingTerms(name, kind, values, instruments, timeframe, capital, limits, costs);
    }

    static void write(StateWriter out, SteerStrategy steer) {
        out.putString(steer.strategy());
        out.putInt(ConstantNumbers.of(steer.how()));
        out.putInt(ConstantNumbers.of(steer.cause()));
        out.putString(steer.why());
    }

    static SteerStrategy readSteer(StateReader in) {
        String strategy = in.getString();
        HostSteering how = constant(HostSteering.values(), ConstantNumbers::of, in.getLong());
        return new SteerStrategy(strategy, how, readCause(in), in.getString());
    }

    static void write(StateWriter out, StageChange change) {
        out.putString(change.strategy());
        writeStage(out, change.before());
        writeStage(out, change.now());
        writeCause(out, change.cause());
        out.putString(change.why());
    }

    static StageChange readChange(StateReader in) {
        String strategy = in.getString();
        HostedStage before = readStage(in);
        HostedStage now = readStage(in);
        return new StageChange(strategy, before, now, readCause(in), in.getString());
    }

    public static void writeStage(StateWriter out, HostedStage stage) {
        out.putInt(ConstantNumbers.of(stage));
    }

    public static HostedStage readStage(StateReader in) {
        return constant(HostedStage.values(), ConstantNumbers::of, in.getLong());
    }

    public static void writeCause(StateWriter out, StageCause cause) {
        out.putInt(ConstantNumbers.of(cause));
    }

    public static StageCause readCause(StateReader in) {
        return constant(StageCause.values(), ConstantNumbers::of, in.getLong());
    }
}
