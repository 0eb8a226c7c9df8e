package io.sextant.domain.codec;

import static io.sextant.domain.codec.ConstantNumbers.constant;

import io.sextant.domain.instrument.Equity;
import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.instrument.FeeSchedule.FeeCurrency;
import io.sextant.domain.instrument.Future;
import io.sextant.domain.instrument.Index;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.instrument.Option;
import io.sextant.domain.instrument.SpotPair;
import io.sextant.domain.instrument.TradingRules;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;

/** Instruments with their rules and fees as parts of a record: the kind and what all have, then what only that kind has. */
final class Instruments {

    private static final int SPOT_PAIR = 1;
    private static final int EQUITY = 2;
    private static final int INDEX = 3;
    private static final int FUTURE = 4;
    private static final int OPTION = 5;

    /** Added to the kind of an instrument whose orders have a smallest value, which then follows the rules. */
    private static final int HAS_MIN_VALUE = 16;

    private Instruments() {}

    static void write(StateWriter out, Instrument instrument) {
        switch (instrument) {
            case SpotPair pair -> {
                writeCommon(out, SPOT_PAIR, pair);
                writeFees(out, pair.fees());
                Values.write(out, pair.base());
            }
            case Equity equity -> {
                writeCommon(out, EQUITY, equity);
                writeFees(out, equity.fees());
            }
            case Index index -> writeCommon(out, INDEX, index);
            case Future future -> {
                writeCommon(out, FUTURE, future);
                writeFees(out, future.fees());
                out.putLong(future.multiplier());
                out.putLong(future.expiryNanos());
            }
            case Option option -> {
                writeCommon(out, OPTION, option);
                writeFees(out, option.fees());
                out.putLong(option.multiplier());
                Values.write(out, option.underlying());
                out.putInt(ConstantNumbers.of(option.right()));
                out.putInt(ConstantNumbers.of(option.exercise()));
                Values.write(out, option.strike());
                out.putLong(option.expiryNanos());
            }
        }
    }

    private static void writeCommon(StateWriter out, int kind, Instrument instrument) {
        Quantity minValue = instrument.rules().minValue();
        out.putInt(minValue.isZero() ? kind : kind + HAS_MIN_VALUE);
        Values.write(out, instrument.id());
        out.putString(instrument.name());
        Values.write(out, instrument.quote());
        Values.write(out, instrument.rules().tick());
        Values.write(out, instrument.rules().lot());
        Values.write(out, instrument.rules().minQuantity());
        if (!minValue.isZero()) {
            Values.write(out, minValue);
        }
    }

    static Instrument read(StateReader in) {
        int written = in.getInt();
        boolean hasMinValue = (written & HAS_MIN_VALUE) != 0;
        int kind = written & ~HAS_MIN_VALUE;
        InstrumentId id = Values.readInstrumentId(in);
        String name = in.getString();
        Currency quote = Values.readCurrency(in);
        Price tick = Values.readPrice(in);
        Quantity lot = Values.readQuantity(in);
        Quantity minQuantity = Values.readQuantity(in);
        TradingRules rules =
                new TradingRules(tick, lot, minQuantity, hasMinValue ? Values.readQuantity(in) : Quantity.ZERO);
        return switch (kind) {
            case SPOT_PAIR -> {
                FeeSchedule fees = readFees(in);
                yield new SpotPair(id, name, Values.readCurrency(in), quote, rules, fees);
            }
            case EQUITY -> new Equity(id, name, quote, rules, readFees(in));
            case INDEX -> new Index(id, name, quote, rules);
            case FUTURE -> {
                FeeSchedule fees = readFees(in);
                long multiplier = in.getLong();
                yield new Future(id, name, quote, rules, fees, multiplier, in.getLong());
            }
            case OPTION -> readOption(in, id, name, quote, rules);
            default -> throw RecordFrame.unknown("instrument kind", written);
        };
    }

    private static Option readOption(StateReader in, InstrumentId id, String name, Currency quote, TradingRules rules) {
        FeeSchedule fees = readFees(in);
        long multiplier = in.getLong();
        InstrumentId underlying = Values.readInstrumentId(in);
        Option.Right right = constant(Option.Right.values(), ConstantNumbers::of, in.getLong());
        Option.Exercise exercise = constant(Option.Exercise.values(), ConstantNumbers::of, in.getLong());
        Price strike = Values.readPrice(in);
        return new Option(id, name, quote, rules, fees, multiplier, underlying, right, exercise, strike, in.getLong());
    }

    private static void writeFees(StateWriter out, FeeSchedule fees) {
        out.putLong(fees.makerPartsPerMillion());
        out.putLong(fees.takerPartsPerMillion());
        out.putLong(fees.moneyUnitsPerLot());
        out.putInt(ConstantNumbers.of(fees.charged()));
    }

    private static FeeSchedule readFees(StateReader in) {
        long maker = in.getLong();
        long taker = in.getLong();
        long perLot = in.getLong();
        return new FeeSchedule(maker, taker, perLot, constant(FeeCurrency.values(), ConstantNumbers::of, in.getLong()));
    }
}
