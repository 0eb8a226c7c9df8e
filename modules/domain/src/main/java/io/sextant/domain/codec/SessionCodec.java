package io.sextant.domain.codec;

import static io.sextant.domain.codec.ConstantNumbers.constant;

import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.TradingMode;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.position.ConversionRate;
import io.sextant.domain.position.CostBasis;
import io.sextant.domain.session.SessionTerms;
import java.util.List;

/** A session's terms, whole: nothing outside the journal is needed to know what it is about. */
public final class SessionCodec {

    private static final int FORMAT = 1;

    private SessionCodec() {}

    public static void write(StateWriter out, SessionTerms terms) {
        out.putInt(FORMAT);
        out.putInt(ConstantNumbers.of(terms.mode()));
        out.putLong(terms.seed());
        out.putLong(terms.startNanos());
        out.putString(terms.feed());
        Values.write(out, terms.reportingCurrency());
        Values.writeList(out, terms.rates(), SessionCodec::writeRate);
        Values.writeList(out, terms.startingCash(), Values::write);
        out.putInt(ConstantNumbers.of(terms.costBasis()));
        Values.writeList(out, terms.instruments().all(), Instruments::write);
    }

    /** Reads what {@link #write} wrote; {@link UnreadableRecordException} for anything else. */
    public static SessionTerms read(StateReader in) {
        return RecordFrame.read(in, "a session's terms", FORMAT, SessionCodec::readTerms);
    }

    private static SessionTerms readTerms(StateReader in) {
        TradingMode mode = constant(TradingMode.values(), ConstantNumbers::of, in.getLong());
        long seed = in.getLong();
        long startNanos = in.getLong();
        String feed = in.getString();
        Currency reportingCurrency = Values.readCurrency(in);
        List<ConversionRate> rates = Values.readList(in, SessionCodec::readRate);
        List<Money> startingCash = Values.readList(in, Values::readMoney);
        CostBasis costBasis = constant(CostBasis.values(), ConstantNumbers::of, in.getLong());
        InstrumentCatalog instruments = new InstrumentCatalog(Values.readList(in, Instruments::read));
        return new SessionTerms(
                mode, seed, startNanos, feed, reportingCurrency, rates, startingCash, costBasis, instruments);
    }

    private static void writeRate(StateWriter out, ConversionRate rate) {
        Values.write(out, rate.from());
        Values.write(out, rate.to());
        Values.write(out, rate.rate());
        out.putString(rate.source());
    }

    private static ConversionRate readRate(StateReader in) {
        Currency from = Values.readCurrency(in);
        Currency to = Values.readCurrency(in);
        Price rate = Values.readPrice(in);
        return new ConversionRate(from, to, rate, in.getString());
    }
}
