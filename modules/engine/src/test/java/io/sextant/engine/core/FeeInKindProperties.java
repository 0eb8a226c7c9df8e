package io.sextant.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.instrument.SpotPair;
import io.sextant.domain.instrument.TradingRules;
import io.sextant.domain.journal.StateBytes;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Currency;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Orders that fall into random parts, each with a fee of what was bought, against what the venue's account holds to the last unit. */
class FeeInKindProperties {

    private static final Instrument PAIR = new SpotPair(
            InstrumentId.of("BTC-USDT"),
            "Bitcoin",
            Currency.BTC,
            Currency.USDT,
            TradingRules.of("0.10", "0.00001"),
            new FeeSchedule(1_000, 1_000, 0, FeeSchedule.FeeCurrency.BASE_WHEN_BUYING));
    private static final long UNITS_PER_LOT = PAIR.positionUnitsPerLot();
    private static final long CAPITAL = 1_000_000_000_000L;
    private static final long TICKS = 600_000;

    @Property(tries = 200)
    void aBookHoldsTheWholeLotsThatTheAccountHoldsIntoHoweverManyPartsAnOrderFalls(
            @ForAll @Size(max = 60) List<@LongRange(min = 1, max = 3_000) Long> parts,
            @ForAll @IntRange(max = 100_000) int partsPerMillion,
            @ForAll @IntRange(max = 59) int readBackAfter) {
        FeeSchedule fees =
                new FeeSchedule(partsPerMillion, partsPerMillion, 0, FeeSchedule.FeeCurrency.BASE_WHEN_BUYING);
        HostedBook book = new HostedBook(List.of(PAIR), CAPITAL);
        long accountUnits = 0;
        long bought = 0;
        for (int i = 0; i < parts.size(); i++) {
            long lots = parts.get(i);
            long feeUnits = fees.feeUnits(lots * UNITS_PER_LOT, lots, false);
            accountUnits += lots * UNITS_PER_LOT - feeUnits;
            bought += lots;
            long taken = book.takenLots(0, lots, feeUnits);
            book.fill(0, Side.BUY, TICKS, lots - taken, book.worthUnits(0, TICKS, taken));
            if (i == readBackAfter) {
                book = readBack(book);
            }
        }
        assertThat(book.lots(0)).isEqualTo(Math.floorDiv(accountUnits, UNITS_PER_LOT));
        assertThat(book.cashUnits()).isEqualTo(CAPITAL - book.worthUnits(0, TICKS, bought));
    }

    private static HostedBook readBack(HostedBook book) {
        StateBytes bytes = new StateBytes();
        book.save(bytes);
        HostedBook read = new HostedBook(List.of(PAIR), 0);
        read.load(StateBytes.reader(bytes.toByteArray()));
        return read;
    }
}
