package io.sextant.domain.codec;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The small values that all records are made of. */
final class Values {

    private Values() {}

    static void write(StateWriter out, Price price) {
        out.putLong(price.units());
        out.putInt(price.scale());
    }

    static Price readPrice(StateReader in) {
        long units = in.getLong();
        return Price.of(units, in.getInt());
    }

    static void write(StateWriter out, Quantity quantity) {
        out.putLong(quantity.units());
        out.putInt(quantity.scale());
    }

    static Quantity readQuantity(StateReader in) {
        long units = in.getLong();
        return Quantity.of(units, in.getInt());
    }

    static void write(StateWriter out, Currency currency) {
        out.putString(currency.code());
        out.putInt(currency.scale());
    }

    static Currency readCurrency(StateReader in) {
        String code = in.getString();
        return new Currency(code, in.getInt());
    }

    static void write(StateWriter out, Money money) {
        out.putLong(money.units());
        write(out, money.currency());
    }

    static Money readMoney(StateReader in) {
        long units = in.getLong();
        return Money.of(units, readCurrency(in));
    }

    static void write(StateWriter out, InstrumentId instrument) {
        out.putString(instrument.symbol());
    }

    static InstrumentId readInstrumentId(StateReader in) {
        return InstrumentId.of(in.getString());
    }

    static <T> void writeList(StateWriter out, List<T> values, BiConsumer<StateWriter, T> write) {
        out.putInt(values.size());
        for (T value : values) {
            write.accept(out, value);
        }
    }

    static <T> List<T> readList(StateReader in, Function<StateReader, T> read) {
        return readList(in, in.getCount(), read);
    }

    /** The same where the count was read already. */
    static <T> List<T> readList(StateReader in, long count, Function<StateReader, T> read) {
        if (count < 0) {
            throw new IllegalStateException("a record says that " + count + " things follow");
        }
        List<T> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(read.apply(in));
        }
        return values;
    }
}
