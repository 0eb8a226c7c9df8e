package io.sextant.domain.codec;

import static io.sextant.domain.codec.ConstantNumbers.constant;

import io.sextant.domain.forecast.ForecastChange;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.FlowAnomaly;
import io.sextant.domain.market.Headline;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.regime.RegimeName;
import io.sextant.domain.regime.RegimeSwitch;
import java.util.List;

/** What a recorded market is made of beside ticks: its instruments, and its news. */
public final class MarketCodec {

    private static final int FORMAT = 1;

    private MarketCodec() {}

    public static void write(StateWriter out, InstrumentCatalog instruments) {
        out.putInt(FORMAT);
        Values.writeList(out, instruments.all(), Instruments::write);
    }

    /** Reads instruments in their order; {@link UnreadableRecordException} for anything else. */
    public static InstrumentCatalog readInstruments(StateReader in) {
        return RecordFrame.read(
                in,
                "a list of instruments",
                FORMAT,
                body -> new InstrumentCatalog(Values.readList(body, Instruments::read)));
    }

    public static void write(StateWriter out, Headline headline) {
        out.putInt(FORMAT);
        writeHeadline(out, headline);
    }

    /** Reads a headline; {@link UnreadableRecordException} for anything else. */
    public static Headline readHeadline(StateReader in) {
        return RecordFrame.read(in, "a headline", FORMAT, MarketCodec::readHeadlineBody);
    }

    static void writeHeadline(StateWriter out, Headline headline) {
        out.putLong(headline.timeNanos());
        Values.writeList(out, headline.instruments(), Values::write);
        out.putString(headline.template());
        Values.writeList(out, headline.arguments(), StateWriter::putString);
        out.putString(headline.text());
        out.putString(headline.source());
    }

    static Headline readHeadlineBody(StateReader in) {
        long timeNanos = in.getLong();
        List<InstrumentId> instruments = Values.readList(in, Values::readInstrumentId);
        String template = in.getString();
        List<String> arguments = Values.readList(in, StateReader::getString);
        String text = in.getString();
        return new Headline(timeNanos, instruments, template, arguments, text, in.getString());
    }

    static void writeForecastChange(StateWriter out, ForecastChange change) {
        Values.write(out, change.instrument());
        out.putString(change.timeframe().label());
        out.putInt(ConstantNumbers.of(change.kind()));
        out.putString(change.model());
        out.putString(change.detail());
    }

    static ForecastChange readForecastChange(StateReader in) {
        InstrumentId instrument = Values.readInstrumentId(in);
        String timeframe = in.getString();
        ForecastChange.Kind kind = constant(ForecastChange.Kind.values(), ConstantNumbers::of, in.getLong());
        String model = in.getString();
        return new ForecastChange(instrument, Timeframe.parse(timeframe), kind, model, in.getString());
    }

    static void writeRegimeSwitch(StateWriter out, RegimeSwitch change) {
        Values.write(out, change.instrument());
        out.putString(change.timeframe().label());
        out.putInt(ConstantNumbers.of(change.before()));
        out.putInt(ConstantNumbers.of(change.now()));
        out.putInt(change.chancePercent());
        out.putLong(change.barTimeNanos());
    }

    static RegimeSwitch readRegimeSwitch(StateReader in) {
        InstrumentId instrument = Values.readInstrumentId(in);
        Timeframe timeframe = Timeframe.parse(in.getString());
        RegimeName before = constant(RegimeName.values(), ConstantNumbers::of, in.getLong());
        RegimeName now = constant(RegimeName.values(), ConstantNumbers::of, in.getLong());
        return new RegimeSwitch(instrument, timeframe, before, now, in.getInt(), in.getLong());
    }

    static void writeAnomaly(StateWriter out, FlowAnomaly anomaly) {
        Values.write(out, anomaly.instrument());
        out.putInt(ConstantNumbers.of(anomaly.kind()));
        out.putLong(anomaly.seenNanos());
        out.putInt(ConstantNumbers.of(anomaly.side()));
        Values.write(out, anomaly.price());
        Values.write(out, anomaly.quantity());
        out.putDouble(anomaly.score());
    }

    static FlowAnomaly readAnomaly(StateReader in) {
        InstrumentId instrument = Values.readInstrumentId(in);
        FlowAnomaly.Kind kind = constant(FlowAnomaly.Kind.values(), ConstantNumbers::of, in.getLong());
        long seenNanos = in.getLong();
        Side side = constant(Side.values(), ConstantNumbers::of, in.getLong());
        Price price = Values.readPrice(in);
        Quantity quantity = Values.readQuantity(in);
        return new FlowAnomaly(instrument, kind, seenNanos, side, price, quantity, in.getDouble());
    }
}
