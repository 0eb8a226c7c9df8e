package io.sextant.store.tables;

import static io.sextant.store.generated.desk.Tables.HOLDING;

import io.sextant.domain.event.OrderFilled;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.journal.StateBytes;
import io.sextant.domain.order.Fill;
import io.sextant.domain.position.PositionKeeper;
import io.sextant.domain.session.SessionTerms;
import io.sextant.store.generated.desk.tables.records.HoldingRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/** Positions as the fills so far make them, by the same arithmetic as the ledger's. */
final class Holdings {

    private final SessionTerms terms;
    private final Map<InstrumentId, PositionKeeper> keepers = new LinkedHashMap<>();
    private final Map<InstrumentId, OrderFilled> changed = new LinkedHashMap<>();

    private Holdings(SessionTerms terms) {
        this.terms = terms;
    }

    /** Goes on from what the table holds. */
    static Holdings load(SessionTerms terms, DSLContext sql) {
        Holdings holdings = new Holdings(terms);
        for (HoldingRecord row : sql.fetch(HOLDING)) {
            holdings.keeper(InstrumentId.of(row.getInstrument())).load(StateBytes.reader(row.getKeeper()));
        }
        return holdings;
    }

    private PositionKeeper keeper(InstrumentId id) {
        return keepers.computeIfAbsent(
                id, missing -> new PositionKeeper(terms.instruments().getInstrument(missing), terms.costBasis()));
    }

    void onFill(OrderFilled filled) {
        Fill fill = filled.fill();
        Instrument instrument = terms.instruments().getInstrument(fill.instrument());
        boolean feeInBase = !fill.fee().currency().equals(instrument.quote());
        keeper(fill.instrument())
                .onFill(
                        fill.side(),
                        instrument.ticksOf(fill.price()),
                        instrument.lotsOf(fill.quantity()),
                        fill.fee().units(),
                        feeInBase);
        changed.put(fill.instrument(), filled);
    }

    /** Rows of what has changed since the last call. */
    List<HoldingRecord> takeChanged() {
        List<HoldingRecord> rows = new ArrayList<>();
        changed.forEach((id, last) -> rows.add(row(keeper(id), last)));
        changed.clear();
        return rows;
    }

    private static HoldingRecord row(PositionKeeper keeper, OrderFilled last) {
        StateBytes state = new StateBytes();
        keeper.save(state);
        HoldingRecord row = new HoldingRecord();
        row.setInstrument(keeper.instrument().id().symbol());
        row.setSignedUnits(keeper.signedUnits());
        row.setUnitsScale(keeper.instrument().positionScale());
        row.setOpenCostUnits(keeper.openCostUnits());
        row.setRealisedUnits(keeper.realisedUnits());
        row.setFeesQuoteUnits(keeper.feesQuoteUnits());
        row.setFeesBaseUnits(keeper.feesBaseUnits());
        row.setCurrency(keeper.instrument().quote().code());
        row.setCurrencyScale(keeper.instrument().quote().scale());
        row.setLastPriceUnits(last.fill().price().units());
        row.setLastPriceScale(last.fill().price().scale());
        row.setChangedNanos(last.timeNanos());
        row.setKeeper(state.toByteArray());
        row.setJournalPosition(last.position());
        return row;
    }
}
