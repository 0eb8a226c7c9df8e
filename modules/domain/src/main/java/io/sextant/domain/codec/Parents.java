package io.sextant.domain.codec;

import static io.sextant.domain.codec.ConstantNumbers.constant;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.Trail;
import io.sextant.domain.parent.AlgoPlan;
import io.sextant.domain.parent.AlgoTerms;
import io.sextant.domain.parent.BracketExits;
import io.sextant.domain.parent.BracketTerms;
import io.sextant.domain.parent.BracketTerms.Opening;
import io.sextant.domain.parent.ExitStop;
import io.sextant.domain.parent.ImpactTerms;
import io.sextant.domain.parent.ParentKind;
import io.sextant.domain.parent.ParentOrder;
import io.sextant.domain.parent.ParentStage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brackets, algorithms and how they stand, as parts of a record. */
final class Parents {

    private static final int BY_ORDER = 1;
    private static final int HELD = 2;

    private static final int NO_STOP = 0;
    private static final int FIXED = 1;
    private static final int TRAILING_AMOUNT = 2;
    private static final int TRAILING_SHARE = 3;
    private static final int ATR = 4;
    private static final int CHANDELIER = 5;

    private Parents() {}

    static void write(StateWriter out, BracketTerms terms) {
        switch (terms.opening()) {
            case Opening.ByOrder(OrderDraft draft) -> {
                out.putInt(BY_ORDER);
                Orders.write(out, draft);
            }
            case Opening.Held held -> {
                out.putInt(HELD);
                Values.write(out, held.instrument());
                out.putInt(ConstantNumbers.of(held.side()));
                Values.write(out, held.quantity());
                out.putInt(ConstantNumbers.of(held.origin()));
            }
        }
        writePrice(out, terms.exits().target());
        writeStop(out, terms.exits().stop());
        out.putLong(terms.exits().timeNanos());
        writePrice(out, terms.exits().breakEvenAfter());
    }

    static BracketTerms readBracket(StateReader in) {
        Opening opening = readOpening(in);
        Price target = readPrice(in);
        ExitStop stop = readStop(in);
        long timeNanos = in.getLong();
        return new BracketTerms(opening, new BracketExits(target, stop, timeNanos, readPrice(in)));
    }

    private static Opening readOpening(StateReader in) {
        int number = in.getInt();
        return switch (number) {
            case BY_ORDER -> new Opening.ByOrder(Orders.readDraft(in));
            case HELD -> {
                InstrumentId instrument = Values.readInstrumentId(in);
                Side side = constant(Side.values(), ConstantNumbers::of, in.getLong());
                Quantity quantity = Values.readQuantity(in);
                yield new Opening.Held(
                        instrument, side, quantity, constant(OrderOrigin.values(), ConstantNumbers::of, in.getLong()));
            }
            default -> throw RecordFrame.unknown("opening", number);
        };
    }

    private static void writeStop(StateWriter out, @Nullable ExitStop stop) {
        switch (stop) {
            case null -> out.putInt(NO_STOP);
            case ExitStop.Fixed(Price trigger) -> {
                out.putInt(FIXED);
                Values.write(out, trigger);
            }
            case ExitStop.Trailing(Trail.ByAmount(Price distance)) -> {
                out.putInt(TRAILING_AMOUNT);
                Values.write(out, distance);
            }
            case ExitStop.Trailing(Trail.ByShare(int bps)) -> {
                out.putInt(TRAILING_SHARE);
                out.putInt(bps);
            }
            case ExitStop.Atr atr -> writeMeasure(out, ATR, atr.timeframe(), atr.length(), atr.multiple());
            case ExitStop.Chandelier hung ->
                writeMeasure(out, CHANDELIER, hung.timeframe(), hung.length(), hung.multiple());
        }
    }

    private static void writeMeasure(StateWriter out, int kind, Timeframe timeframe, int length, double multiple) {
        out.putInt(kind);
        out.putString(timeframe.label());
        out.putInt(length);
        out.putDouble(multiple);
    }

    private static @Nullable ExitStop readStop(StateReader in) {
        int number = in.getInt();
        return switch (number) {
            case NO_STOP -> null;
            case FIXED -> new ExitStop.Fixed(Values.readPrice(in));
            case TRAILING_AMOUNT -> new ExitStop.Trailing(new Trail.ByAmount(Values.readPrice(in)));
            case TRAILING_SHARE -> new ExitStop.Trailing(new Trail.ByShare(in.getInt()));
            case ATR -> {
                Timeframe timeframe = Timeframe.parse(in.getString());
                int length = in.getInt();
                yield new ExitStop.Atr(timeframe, length, in.getDouble());
            }
            case CHANDELIER -> {
                Timeframe timeframe = Timeframe.parse(in.getString());
                int length = in.getInt();
                yield new ExitStop.Chandelier(timeframe, length, in.getDouble());
            }
            default -> throw RecordFrame.unknown("stop", number);
        };
    }

    static void write(StateWriter out, AlgoTerms terms) {
        Values.write(out, terms.instrument());
        out.putInt(ConstantNumbers.of(terms.side()));
        Values.write(out, terms.quantity());
        writePrice(out, terms.limit());
        out.putBoolean(terms.reduceOnly());
        out.putInt(ConstantNumbers.of(terms.plan().kind()));
        writePlan(out, terms.plan());
        out.putInt(ConstantNumbers.of(terms.origin()));
        out.putString(terms.reason());
    }

    static AlgoTerms readAlgo(StateReader in) {
        InstrumentId instrument = Values.readInstrumentId(in);
        Side side = constant(Side.values(), ConstantNumbers::of, in.getLong());
        Quantity quantity = Values.readQuantity(in);
        Price limit = readPrice(in);
        boolean reduceOnly = in.getBoolean();
        AlgoPlan plan = readPlan(in);
        OrderOrigin origin = constant(OrderOrigin.values(), ConstantNumbers::of, in.getLong());
        return new AlgoTerms(instrument, side, quantity, limit, reduceOnly, plan, origin, in.getString());
    }

    private static void writePlan(StateWriter out, AlgoPlan plan) {
        switch (plan) {
            case AlgoPlan.Twap(long durationNanos, int slices) -> {
                out.putLong(durationNanos);
                out.putInt(slices);
            }
            case AlgoPlan.Vwap vwap -> {
                out.putLong(vwap.durationNanos());
                Values.writeList(out, vwap.volumeWeights(), StateWriter::putInt);
            }
            case AlgoPlan.Pov(int shareBps, long durationNanos) -> {
                out.putInt(shareBps);
                out.putLong(durationNanos);
            }
            case AlgoPlan.Shortfall(long durationNanos, int slices, ImpactTerms impact) -> {
                out.putLong(durationNanos);
                out.putInt(slices);
                out.putDouble(impact.riskAversion());
                out.putDouble(impact.volatility());
                out.putDouble(impact.permanentImpact());
                out.putDouble(impact.temporaryImpact());
            }
            case AlgoPlan.Chaser(long durationNanos) -> out.putLong(durationNanos);
            case AlgoPlan.Iceberg(Quantity display, int varianceBps) -> {
                Values.write(out, display);
                out.putInt(varianceBps);
            }
            case AlgoPlan.Route(List<InstrumentId> alsoAt, long durationNanos) -> {
                Values.writeList(out, alsoAt, Values::write);
                out.putLong(durationNanos);
            }
        }
    }

    private static AlgoPlan readPlan(StateReader in) {
        ParentKind kind = constant(ParentKind.values(), ConstantNumbers::of, in.getLong());
        return switch (kind) {
            case BRACKET, FLATTEN -> throw new UnreadableRecordException("a plan cannot be of the kind " + kind);
            case TWAP -> {
                long durationNanos = in.getLong();
                yield new AlgoPlan.Twap(durationNanos, in.getInt());
            }
            case VWAP -> {
                long durationNanos = in.getLong();
                yield new AlgoPlan.Vwap(durationNanos, Values.readList(in, StateReader::getInt));
            }
            case POV -> {
                int shareBps = in.getInt();
                yield new AlgoPlan.Pov(shareBps, in.getLong());
            }
            case SHORTFALL -> {
                long durationNanos = in.getLong();
                int slices = in.getInt();
                yield new AlgoPlan.Shortfall(durationNanos, slices, readImpact(in));
            }
            case CHASER -> new AlgoPlan.Chaser(in.getLong());
            case ICEBERG -> {
                Quantity display = Values.readQuantity(in);
                yield new AlgoPlan.Iceberg(display, in.getInt());
            }
            case ROUTE -> {
                List<InstrumentId> alsoAt = Values.readList(in, Values::readInstrumentId);
                yield new AlgoPlan.Route(alsoAt, in.getLong());
            }
        };
    }

    private static ImpactTerms readImpact(StateReader in) {
        double riskAversion = in.getDouble();
        double volatility = in.getDouble();
        double permanentImpact = in.getDouble();
        return new ImpactTerms(riskAversion, volatility, permanentImpact, in.getDouble());
    }

    static void write(StateWriter out, ParentOrder parent) {
        Orders.write(out, parent.id());
        out.putInt(ConstantNumbers.of(parent.kind()));
        Values.write(out, parent.instrument());
        out.putInt(ConstantNumbers.of(parent.side()));
        Values.write(out, parent.quantity());
        Values.write(out, parent.filled());
        out.putInt(ConstantNumbers.of(parent.stage()));
        out.putString(parent.reason());
        writePrice(out, parent.arrival());
        writePrice(out, parent.average());
        writePrice(out, parent.benchmark());
        Values.write(out, parent.fees());
        out.putLong(parent.createdNanos());
        out.putLong(parent.endsNanos());
        out.putLong(parent.changedNanos());
    }

    static ParentOrder readParent(StateReader in) {
        OrderId id = Orders.readOrderId(in);
        ParentKind kind = constant(ParentKind.values(), ConstantNumbers::of, in.getLong());
        InstrumentId instrument = Values.readInstrumentId(in);
        Side side = constant(Side.values(), ConstantNumbers::of, in.getLong());
        Quantity quantity = Values.readQuantity(in);
        Quantity filled = Values.readQuantity(in);
        ParentStage stage = constant(ParentStage.values(), ConstantNumbers::of, in.getLong());
        String reason = in.getString();
        Price arrival = readPrice(in);
        Price average = readPrice(in);
        Price benchmark = readPrice(in);
        Money fees = Values.readMoney(in);
        long createdNanos = in.getLong();
        long endsNanos = in.getLong();
        return new ParentOrder(
                id,
                kind,
                instrument,
                side,
                quantity,
                filled,
                stage,
                reason,
                arrival,
                average,
                benchmark,
                fees,
                createdNanos,
                endsNanos,
                in.getLong());
    }

    private static void writePrice(StateWriter out, @Nullable Price price) {
        out.putBoolean(price != null);
        if (price != null) {
            Values.write(out, price);
        }
    }

    private static @Nullable Price readPrice(StateReader in) {
        return in.getBoolean() ? Values.readPrice(in) : null;
    }
}
