package io.sextant.domain.codec;

import static io.sextant.domain.codec.ConstantNumbers.constant;

import io.sextant.domain.forecast.Attribution;
import io.sextant.domain.forecast.DriftGauge;
import io.sextant.domain.forecast.Verdict;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.passport.ControlReading;
import io.sextant.domain.passport.CostThen;
import io.sextant.domain.passport.ForecastThen;
import io.sextant.domain.passport.OrderPassport;
import io.sextant.domain.passport.RegimeThen;
import io.sextant.domain.passport.SizeThen;
import io.sextant.domain.regime.RegimeName;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Why an order was sent. */
final class PassportCodec {

    private PassportCodec() {}

    static void write(StateWriter out, OrderPassport passport) {
        Orders.write(out, passport.order());
        Values.writeList(out, passport.controls(), PassportCodec::writeControl);
        writeOptional(out, passport.cost().middle(), Values::write);
        writeOptional(out, passport.cost().expected(), Values::write);
        writeOptional(out, passport.cost().fee(), Values::write);
        Values.writeList(out, passport.forecasts(), PassportCodec::writeForecast);
        Values.writeList(out, passport.regimes(), PassportCodec::writeRegime);
        Values.writeList(out, passport.sizes(), PassportCodec::writeSize);
    }

    static OrderPassport read(StateReader in) {
        OrderId order = Orders.readOrderId(in);
        List<ControlReading> controls = Values.readList(in, PassportCodec::readControl);
        Optional<Price> middle = readOptional(in, Values::readPrice);
        Optional<Price> expected = readOptional(in, Values::readPrice);
        CostThen cost = new CostThen(middle, expected, readOptional(in, Values::readMoney));
        List<ForecastThen> forecasts = Values.readList(in, PassportCodec::readForecast);
        List<RegimeThen> regimes = Values.readList(in, PassportCodec::readRegime);
        return new OrderPassport(
                order, controls, cost, forecasts, regimes, Values.readList(in, PassportCodec::readSize));
    }

    private static <T> void writeOptional(StateWriter out, Optional<T> value, BiConsumer<StateWriter, T> write) {
        Values.writeList(out, value.stream().toList(), write);
    }

    private static <T> Optional<T> readOptional(StateReader in, Function<StateReader, T> read) {
        return Values.readList(in, read).stream().findFirst();
    }

    private static void writeControl(StateWriter out, ControlReading control) {
        out.putInt(control.code().number());
        out.putString(control.value());
        out.putString(control.limit());
    }

    private static ControlReading readControl(StateReader in) {
        RefusalCode code = RefusalCode.ofNumber(in.getInt());
        String value = in.getString();
        return new ControlReading(code, value, in.getString());
    }

    private static void writeForecast(StateWriter out, ForecastThen forecast) {
        out.putString(forecast.timeframe().label());
        out.putString(forecast.model());
        out.putString(forecast.modelId());
        out.putString(forecast.dataHash());
        out.putLong(forecast.originNanos());
        out.putDouble(forecast.origin());
        out.putDouble(forecast.lower());
        out.putDouble(forecast.middle());
        out.putDouble(forecast.upper());
        out.putInt(ConstantNumbers.of(forecast.verdict()));
        out.putInt(forecast.forecasts());
        out.putDouble(forecast.rmseOverNaive());
        out.putDouble(forecast.pValue());
        out.putDouble(forecast.coverage());
        out.putDouble(forecast.driftLevel());
        writeOptional(out, forecast.drift(), (to, alarm) -> to.putInt(ConstantNumbers.of(alarm)));
        Values.writeList(out, forecast.why(), PassportCodec::writePart);
    }

    private static ForecastThen readForecast(StateReader in) {
        Timeframe timeframe = Timeframe.parse(in.getString());
        String model = in.getString();
        String modelId = in.getString();
        String dataHash = in.getString();
        long originNanos = in.getLong();
        double origin = in.getDouble();
        double lower = in.getDouble();
        double middle = in.getDouble();
        double upper = in.getDouble();
        Verdict verdict = constant(Verdict.values(), ConstantNumbers::of, in.getLong());
        int forecasts = in.getInt();
        double rmseOverNaive = in.getDouble();
        double pValue = in.getDouble();
        double coverage = in.getDouble();
        double driftLevel = in.getDouble();
        Optional<DriftGauge.Alarm> drift =
                readOptional(in, from -> constant(DriftGauge.Alarm.values(), ConstantNumbers::of, from.getLong()));
        return new ForecastThen(
                timeframe,
                model,
                modelId,
                dataHash,
                originNanos,
                origin,
                lower,
                middle,
                upper,
                verdict,
                forecasts,
                rmseOverNaive,
                pValue,
                coverage,
                driftLevel,
                drift,
                Values.readList(in, PassportCodec::readPart));
    }

    private static void writePart(StateWriter out, Attribution part) {
        out.putString(part.what());
        out.putDouble(part.value());
        out.putDouble(part.effectBps());
    }

    private static Attribution readPart(StateReader in) {
        String what = in.getString();
        double value = in.getDouble();
        return new Attribution(what, value, in.getDouble());
    }

    private static void writeRegime(StateWriter out, RegimeThen regime) {
        out.putString(regime.timeframe().label());
        out.putInt(ConstantNumbers.of(regime.name()));
        out.putDouble(regime.chance());
        out.putLong(regime.sinceNanos());
    }

    private static RegimeThen readRegime(StateReader in) {
        Timeframe timeframe = Timeframe.parse(in.getString());
        RegimeName name = constant(RegimeName.values(), ConstantNumbers::of, in.getLong());
        double chance = in.getDouble();
        return new RegimeThen(timeframe, name, chance, in.getLong());
    }

    private static void writeSize(StateWriter out, SizeThen size) {
        out.putDouble(size.riskPercent());
        out.putDouble(size.atrMultiple());
        Values.write(out, size.quantity());
        out.putBoolean(size.capped());
    }

    private static SizeThen readSize(StateReader in) {
        double riskPercent = in.getDouble();
        double atrMultiple = in.getDouble();
        Quantity quantity = Values.readQuantity(in);
        return new SizeThen(riskPercent, atrMultiple, quantity, in.getBoolean());
    }
}
