package io.sextant.engine.hosting;

import io.sextant.domain.hosting.ComparedSignal;
import io.sextant.domain.hosting.ParityDifference;
import io.sextant.domain.hosting.ParityDifference.Kind;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One wish at the end of one bar, on both sides, and in what they differ. */
final class Signal {

    /** A venue outside answers within this; later than that is a difference, sooner is the way of all orders. */
    private static final long LATE_NANOS = 1_000_000_000L;

    private static final double SAME = 1e-9;
    /** A rate of fees is the same to a hundredth of a basis point. */
    private static final double SAME_RATE = 1e-6;

    /** What became of the wish on one side. */
    static final class Side {

        double share = Double.NaN;
        long sentNanos;
        long filledNanos;
        int orders;
        int working;
        int fills;
        double sentUnits;
        double units;
        double paid;
        double fee;

        private double price() {
            return units == 0 ? Double.NaN : paid / units;
        }

        private ComparedSignal.Leg leg() {
            return new ComparedSignal.Leg(share, sentNanos, filledNanos, orders, units, price(), fee);
        }
    }

    final long barEndNanos;
    final InstrumentId instrument;
    final Side[] sides = {new Side(), new Side()};
    /** In which signal the books came to differ that both sides decided and sized by; 0 while they agree. */
    final long differsSince;

    /** In units, how finely a fee is counted that a venue takes of what was bought; 0 for others. */
    private final double feeGrain;

    @Nullable Refusal refusal;

    Signal(long barEndNanos, InstrumentId instrument, long differsSince, double feeGrain) {
        this.feeGrain = feeGrain;
        this.barEndNanos = barEndNanos;
        this.instrument = instrument;
        this.differsSince = differsSince;
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(barEndNanos);
        out.writeUTF(instrument.symbol());
        out.writeLong(differsSince);
        out.writeDouble(feeGrain);
        Refusal no = refusal;
        out.writeUTF(no == null ? "" : no.code().name());
        out.writeInt(no == null ? 0 : no.arguments().size());
        for (String argument : no == null ? List.<String>of() : no.arguments()) {
            out.writeUTF(argument);
        }
        for (Side side : sides) {
            out.writeDouble(side.share);
            out.writeLong(side.sentNanos);
            out.writeLong(side.filledNanos);
            out.writeInt(side.orders);
            out.writeInt(side.fills);
            out.writeDouble(side.sentUnits);
            out.writeDouble(side.units);
            out.writeDouble(side.paid);
            out.writeDouble(side.fee);
        }
    }

    /** Nothing of it works any more: whoever goes on takes back what did. */
    static Signal read(DataInput in) throws IOException {
        Signal signal = new Signal(in.readLong(), InstrumentId.of(in.readUTF()), in.readLong(), in.readDouble());
        String code = in.readUTF();
        String[] arguments = new String[in.readInt()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = in.readUTF();
        }
        signal.refusal = code.isEmpty() ? null : new Refusal(RefusalCode.valueOf(code), List.of(arguments));
        for (Side side : signal.sides) {
            side.share = in.readDouble();
            side.sentNanos = in.readLong();
            side.filledNanos = in.readLong();
            side.orders = in.readInt();
            side.fills = in.readInt();
            side.sentUnits = in.readDouble();
            side.units = in.readDouble();
            side.paid = in.readDouble();
            side.fee = in.readDouble();
        }
        return signal;
    }

    boolean isOpen() {
        return sides[Parity.STRATEGY].working > 0 || sides[Parity.SHADOW].working > 0;
    }

    ComparedSignal compared() {
        return new ComparedSignal(
                barEndNanos,
                instrument,
                isOpen(),
                sides[Parity.STRATEGY].leg(),
                sides[Parity.SHADOW].leg(),
                isOpen() ? List.of() : differences());
    }

    List<ParityDifference> differences() {
        Side real = sides[Parity.STRATEGY];
        Side shadow = sides[Parity.SHADOW];
        List<ParityDifference> found = new ArrayList<>();
        if (Double.compare(real.share, shadow.share) != 0) {
            found.add(explained(Kind.SIGNAL, real.share, shadow.share));
        }
        boolean unitsDiffer = !isNear(real.units, shadow.units, SAME);
        Refusal no = refusal;
        if (no != null && (unitsDiffer || real.orders == 0)) {
            found.add(ParityDifference.refused(no, real.units, shadow.units));
        } else if (real.orders > 0 && Math.abs(real.units) < Math.abs(real.sentUnits) * (1 - SAME)) {
            found.add(ParityDifference.of(Kind.PARTIAL_FILL, real.units, real.sentUnits));
        } else if (unitsDiffer) {
            found.add(explained(Kind.QUANTITY, real.units, shadow.units));
        }
        if (real.units != 0 && shadow.units != 0) {
            comparePrices(real, shadow, found);
        }
        return found;
    }

    private void comparePrices(Side real, Side shadow, List<ParityDifference> found) {
        if (real.filledNanos - shadow.filledNanos >= LATE_NANOS) {
            found.add(ParityDifference.of(Kind.LATENCY, (double) (real.filledNanos - barEndNanos), (double)
                    (shadow.filledNanos - barEndNanos)));
        }
        if (!isNear(real.price(), shadow.price(), SAME)) {
            found.add(ParityDifference.of(Kind.PRICE, real.price(), shadow.price()));
        }
        double shadowRate = shadow.fee / Math.abs(shadow.paid);
        if (Math.abs(real.fee - shadowRate * Math.abs(real.paid))
                > SAME_RATE * Math.abs(real.paid) + feeGrain * real.price() * real.fills) {
            found.add(ParityDifference.of(Kind.FEE, real.fee, shadow.fee));
        }
    }

    private ParityDifference explained(Kind kind, double real, double shadow) {
        return differsSince == 0
                ? ParityDifference.of(kind, real, shadow)
                : ParityDifference.since(differsSince, real, shadow);
    }

    private static boolean isNear(double one, double other, double share) {
        return Math.abs(one - other) <= share * Math.max(Math.abs(one), Math.abs(other));
    }
}
