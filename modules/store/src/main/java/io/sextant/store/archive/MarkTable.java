package io.sextant.store.archive;

import static io.sextant.store.generated.bars.Tables.MARKED_STRETCH;

import io.sextant.domain.dataset.MarkedStretch;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import io.sextant.store.database.Database;
import io.sextant.store.database.StorableText;
import java.util.List;

/** The marks of all series. */
final class MarkTable {

    private static final int LONGEST_WHY = 400;

    private final Database database;

    MarkTable(Database database) {
        this.database = database;
    }

    List<MarkedStretch> read(InstrumentId instrument, Timeframe timeframe) {
        return database.read(sql -> sql.selectFrom(MARKED_STRETCH)
                .where(MARKED_STRETCH.INSTRUMENT.eq(instrument.symbol()))
                .and(MARKED_STRETCH.TIMEFRAME.eq(timeframe.label()))
                .orderBy(MARKED_STRETCH.FROM_NANOS)
                .fetch(row -> new MarkedStretch(row.getFromNanos(), row.getToNanos(), row.getWhy())));
    }

    void replace(InstrumentId instrument, Timeframe timeframe, List<MarkedStretch> marks) {
        database.inTransaction(sql -> {
            sql.deleteFrom(MARKED_STRETCH)
                    .where(MARKED_STRETCH.INSTRUMENT.eq(instrument.symbol()))
                    .and(MARKED_STRETCH.TIMEFRAME.eq(timeframe.label()))
                    .execute();
            for (MarkedStretch mark : marks) {
                String why = mark.why();
                sql.insertInto(MARKED_STRETCH)
                        .set(MARKED_STRETCH.INSTRUMENT, instrument.symbol())
                        .set(MARKED_STRETCH.TIMEFRAME, timeframe.label())
                        .set(MARKED_STRETCH.FROM_NANOS, mark.fromNanos())
                        .set(MARKED_STRETCH.TO_NANOS, mark.toNanos())
                        .set(MARKED_STRETCH.WHY, StorableText.of(why.substring(0, Math.min(why.length(), LONGEST_WHY))))
                        .execute();
            }
        });
    }
}
