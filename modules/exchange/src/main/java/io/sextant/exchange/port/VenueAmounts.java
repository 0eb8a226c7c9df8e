package io.sextant.exchange.port;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.SpotPair;
import io.sextant.domain.money.Currency;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a venue is told in its own decimals, and what it charged in ours. */
public record VenueAmounts(Instrument instrument) {

    public String price(long ticks) {
        return instrument.priceOf(ticks).toString();
    }

    public String quantity(long lots) {
        return instrument.quantityOf(lots).toString();
    }

    /** Whether a fee in that currency is one of the desk's. */
    private boolean isOurs(String code) {
        Currency quote = instrument.quote();
        return quote.code().equals(code)
                || (instrument instanceof SpotPair pair && pair.base().code().equals(code));
    }

    /**
     * The code as the venue says it. Left empty, it would mean that the venue said nothing, and the fee schedule would be charged on top
     * of what was taken elsewhere.
     */
    public String feeCurrency(String code) {
        return code;
    }

    /** A fee in ledger units, rounded against us. Zero for a currency that the instrument does not have: the desk has none of it. */
    public long feeUnits(String code, String fee) {
        if (!isOurs(code)) {
            return 0;
        }
        Currency currency =
                instrument instanceof SpotPair pair && pair.base().code().equals(code)
                        ? pair.base()
                        : instrument.quote();
        return new BigDecimal(fee)
                .setScale(currency.scale(), RoundingMode.CEILING)
                .unscaledValue()
                .longValueExact();
    }
}
