package io.sextant.store.archive;

import static io.sextant.store.generated.bars.Tables.MENDED_STRETCH;

import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.store.archive.ChunkTable.SeriesKey;
import io.sextant.store.database.Database;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Where the bars of all series were mended; stretches of a series that meet are one. */
final class MendedTable {

    private final Database database;

    private record Mended(long fromNanos, long toNanos) {

        boolean contains(long nanos) {
            return fromNanos <= nanos && nanos < toNanos;
        }
    }

    MendedTable(Database database) {
        this.database = database;
    }

    void add(SeriesKey series, long fromNanos, long toNanos) {
        database.inTransaction(sql -> {
            long from = fromNanos;
            long to = toNanos;
            for (Mended one : read(sql, series, fromNanos, toNanos)) {
                from = Math.min(from, one.fromNanos());
                to = Math.max(to, one.toNanos());
            }
            sql.deleteFrom(MENDED_STRETCH)
                    .where(meets(series, fromNanos, toNanos))
                    .execute();
            sql.insertInto(MENDED_STRETCH)
                    .set(MENDED_STRETCH.INSTRUMENT, series.instrument().symbol())
                    .set(MENDED_STRETCH.TIMEFRAME, series.timeframe().label())
                    .set(MENDED_STRETCH.FROM_NANOS, from)
                    .set(MENDED_STRETCH.TO_NANOS, to)
                    .execute();
        });
    }

    /** Those of the bars that do not open where the series was mended. */
    BarSeries outside(SeriesKey series, BarSeries bars) {
        List<Mended> mended = database.read(sql -> read(sql, series, bars.firstTimeNanos(), bars.lastTimeNanos()));
        if (mended.isEmpty()) {
            return bars;
        }
        BarSeriesBuilder outside = new BarSeriesBuilder();
        for (int i = 0; i < bars.size(); i++) {
            long open = bars.openTimeNanos()[i];
            if (mended.stream().noneMatch(one -> one.contains(open))) {
                outside.add(open, bars.open()[i], bars.high()[i], bars.low()[i], bars.close()[i], bars.volume()[i]);
            }
        }
        return outside.build();
    }

    private static List<Mended> read(DSLContext sql, SeriesKey series, long fromNanos, long toNanos) {
        return sql.selectFrom(MENDED_STRETCH)
                .where(meets(series, fromNanos, toNanos))
                .fetch(row -> new Mended(row.getFromNanos(), row.getToNanos()));
    }

    private static Condition meets(SeriesKey series, long fromNanos, long toNanos) {
        return MENDED_STRETCH
                .INSTRUMENT
                .eq(series.instrument().symbol())
                .and(MENDED_STRETCH.TIMEFRAME.eq(series.timeframe().label()))
                .and(MENDED_STRETCH.FROM_NANOS.le(toNanos))
                .and(MENDED_STRETCH.TO_NANOS.ge(fromNanos));
    }
}
