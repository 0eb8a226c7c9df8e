package io.sextant.engine.hosting;

import io.sextant.domain.hosting.ParityDifference;
import io.sextant.domain.hosting.ParityMeter;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.order.Refusal;
import io.sextant.engine.backtest.ModelPrices;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares a strategy with its shadow, signal by signal. Written on the strategy's thread and read by whoever asks.
 *
 * <p>A difference that only follows from an earlier one is said to: books that differ decide and size differently, and that is no fault of
 * the later signal.
 */
final class Parity {

    static final int STRATEGY = 0;
    static final int SHADOW = 1;
    static final int SIGNALS_KEPT = 200;

    private final InstrumentCatalog catalog;
    private final Deque<Signal> kept = new ArrayDeque<>();
    private final Map<Integer, Signal> current = new HashMap<>();
    private final List<Map<Long, Signal>> byOrder = List.of(new HashMap<>(), new HashMap<>());
    private final Map<ParityDifference.Kind, Long> counts = new EnumMap<>(ParityDifference.Kind.class);
    private final Map<Integer, Long> differsSince = new HashMap<>();
    private long worthDiffersSince;
    /** As a process before this one left them. */
    private final Map<Integer, Long> keptDiffersSince = new HashMap<>();

    private long keptWorthDiffersSince;
    private long signals;
    private long alike;
    private long sinceNanos;
    private double strategyEquity = Double.NaN;
    private double shadowEquity = Double.NaN;
    private long nowNanos;
    private long quietUntilNanos;

    Parity(InstrumentCatalog catalog) {
        this.catalog = catalog;
    }

    /** The shadow takes over the strategy's book, as it is now; what is wished at bars that ended until then is no signal. */
    synchronized void begin(long nanos, long quietUntil) {
        // What was compared before a pause still counts, so it counts since then.
        sinceNanos = sinceNanos == 0 ? nanos : sinceNanos;
        quietUntilNanos = quietUntil;
        current.clear();
        byOrder.forEach(Map::clear);
        kept.forEach(signal -> {
            signal.sides[STRATEGY].working = 0;
            signal.sides[SHADOW].working = 0;
        });
        differsSince.clear();
        worthDiffersSince = 0;
    }

    /** The shadow goes on with its own book after a restart; bars that ended until then were compared. */
    synchronized void resume(long nanos, long heardUntil) {
        long since = sinceNanos;
        begin(nanos, heardUntil);
        sinceNanos = since == 0 ? nanos : since;
        differsSince.putAll(keptDiffersSince);
        worthDiffersSince = keptWorthDiffersSince;
        for (Signal each : kept) {
            current.putIfAbsent(catalog.indexOf(each.instrument), each);
        }
    }

    /** An order of the strategy traded while the process was ending: it belongs to what was wished last before. */
    synchronized void unheard(int instrument, double signedUnits, double price, double fee, long timeNanos) {
        for (Signal each : kept) {
            if (catalog.indexOf(each.instrument) == instrument && each.barEndNanos <= timeNanos) {
                Signal.Side of = each.sides[STRATEGY];
                if (Math.abs(of.units + signedUnits) > Math.abs(of.sentUnits)) {
                    of.orders++;
                    of.sentNanos = of.sentNanos == 0 ? timeNanos : of.sentNanos;
                    of.sentUnits = of.units + signedUnits;
                }
                traded(of, signedUnits, price, fee, timeNanos);
                return;
            }
        }
    }

    synchronized void write(DataOutput out) throws IOException {
        out.writeLong(sinceNanos);
        out.writeLong(signals);
        out.writeLong(alike);
        out.writeLong(worthDiffersSince);
        out.writeInt(counts.size());
        for (Map.Entry<ParityDifference.Kind, Long> each : counts.entrySet()) {
            out.writeUTF(each.getKey().name());
            out.writeLong(each.getValue());
        }
        out.writeInt(differsSince.size());
        for (Map.Entry<Integer, Long> each : differsSince.entrySet()) {
            out.writeUTF(catalog.get(each.getKey()).id().symbol());
            out.writeLong(each.getValue());
        }
        out.writeInt(kept.size());
        for (Signal each : kept) {
            each.write(out);
        }
    }

    static Parity read(DataInput in, InstrumentCatalog catalog) throws IOException {
        Parity parity = new Parity(catalog);
        parity.sinceNanos = in.readLong();
        parity.signals = in.readLong();
        parity.alike = in.readLong();
        parity.keptWorthDiffersSince = in.readLong();
        for (int left = in.readInt(); left > 0; left--) {
            parity.counts.put(ParityDifference.Kind.valueOf(in.readUTF()), in.readLong());
        }
        for (int left = in.readInt(); left > 0; left--) {
            parity.keptDiffersSince.put(catalog.indexOf(InstrumentId.of(in.readUTF())), in.readLong());
        }
        for (int left = in.readInt(); left > 0; left--) {
            parity.kept.addLast(Signal.read(in));
        }
        return parity;
    }

    synchronized void at(long nanos) {
        nowNanos = nanos;
    }

    synchronized void wished(int side, int instrument, long barEndNanos, double share) {
        if (barEndNanos <= quietUntilNanos) {
            return;
        }
        Signal signal = current.get(instrument);
        if (signal == null || signal.barEndNanos != barEndNanos) {
            signal = new Signal(
                    barEndNanos,
                    catalog.get(instrument).id(),
                    differsSince.getOrDefault(instrument, worthDiffersSince),
                    ModelPrices.takesOfWhatIsBought(catalog.get(instrument))
                            ? catalog.get(instrument).quantityOf(1).toDouble()
                            : 0);
            current.put(instrument, signal);
            keep(signal);
        }
        signal.sides[side].share = share;
    }

    private void keep(Signal signal) {
        kept.addFirst(signal);
        signals++;
        if (kept.size() > SIGNALS_KEPT) {
            count(kept.removeLast(), counts);
        }
    }

    private void count(Signal signal, Map<ParityDifference.Kind, Long> into) {
        List<ParityDifference> differences = signal.differences();
        alike += differences.isEmpty() ? 1 : 0;
        differences.stream().map(ParityDifference::kind).distinct().forEach(kind -> into.merge(kind, 1L, Long::sum));
    }

    synchronized void sent(int side, int instrument, long orderId, double signedUnits) {
        Signal signal = current.get(instrument);
        if (signal != null) {
            Signal.Side of = signal.sides[side];
            of.sentNanos = of.orders == 0 ? nowNanos : of.sentNanos;
            of.orders++;
            of.working++;
            of.sentUnits += signedUnits;
            byOrder.get(side).put(orderId, signal);
        }
    }

    synchronized void refused(int instrument, Refusal refusal) {
        Signal signal = current.get(instrument);
        if (signal != null) {
            signal.refusal = refusal;
        }
    }

    synchronized void filled(int side, long orderId, double signedUnits, double price, double fee, long timeNanos) {
        Signal signal = byOrder.get(side).get(orderId);
        if (signal != null) {
            traded(signal.sides[side], signedUnits, price, fee, timeNanos);
        }
    }

    private static void traded(Signal.Side of, double signedUnits, double price, double fee, long timeNanos) {
        of.units += signedUnits;
        of.fills++;
        of.paid += signedUnits * price;
        of.fee += fee;
        of.filledNanos = timeNanos;
    }

    synchronized void done(int side, long orderId) {
        Signal signal = byOrder.get(side).remove(orderId);
        if (signal != null) {
            signal.sides[side].working--;
        }
    }

    /** What both books hold of an instrument after a step. */
    synchronized void held(int instrument, long strategyLots, long shadowLots) {
        Signal signal = current.get(instrument);
        if (strategyLots == shadowLots) {
            differsSince.remove(instrument);
        } else if (signal != null && !signal.isOpen()) {
            differsSince.putIfAbsent(instrument, signal.barEndNanos);
        }
    }

    synchronized void worth(double strategy, double shadow) {
        strategyEquity = strategy;
        shadowEquity = shadow;
        boolean apart = Math.abs(strategy - shadow) > 1e-6 * Math.abs(shadow);
        Signal newest = kept.peekFirst();
        if (apart && worthDiffersSince == 0 && newest != null && !newest.isOpen()) {
            worthDiffersSince = newest.barEndNanos;
        }
    }

    synchronized ParityMeter meter() {
        if (sinceNanos == 0) {
            return ParityMeter.NOT_YET;
        }
        Map<ParityDifference.Kind, Long> all = new EnumMap<>(ParityDifference.Kind.class);
        all.putAll(counts);
        long gone = alike;
        for (Signal each : kept) {
            if (!each.isOpen()) {
                count(each, all);
            }
        }
        long same = alike;
        alike = gone;
        List<ParityMeter.Count> told = new ArrayList<>();
        all.forEach((kind, count) -> told.add(new ParityMeter.Count(kind, count)));
        return new ParityMeter(
                sinceNanos,
                signals,
                same,
                told,
                strategyEquity,
                shadowEquity,
                kept.stream().map(Signal::compared).toList());
    }
}
