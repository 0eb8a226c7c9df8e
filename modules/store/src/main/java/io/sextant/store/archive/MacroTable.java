package io.sextant.store.archive;

import static io.sextant.store.generated.bars.Tables.MACRO_OBSERVATION;
import static io.sextant.store.generated.bars.Tables.MACRO_SERIES;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;

import io.sextant.domain.source.Observation;
import io.sextant.domain.source.StoredMacro;
import io.sextant.marketdata.macro.MacroArchive;
import io.sextant.marketdata.macro.MacroSeries;
import io.sextant.store.database.Database;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/** Macro series as rows: there are thousands of figures, not millions. */
final class MacroTable implements MacroArchive {

    private final Database database;

    MacroTable(Database database) {
        this.database = database;
    }

    @Override
    public List<StoredMacro> list() {
        return database.read(sql -> sql
                .select(
                        MACRO_SERIES.NAME,
                        countDistinct(MACRO_OBSERVATION.PERIOD),
                        count(),
                        min(MACRO_OBSERVATION.PERIOD),
                        max(MACRO_OBSERVATION.PERIOD),
                        max(MACRO_OBSERVATION.KNOWN_NANOS))
                .from(MACRO_SERIES)
                .join(MACRO_OBSERVATION)
                .on(MACRO_OBSERVATION.SERIES_ID.eq(MACRO_SERIES.ID))
                .where(MACRO_SERIES.NAME.startsWith(COMPANIES).not())
                .groupBy(MACRO_SERIES.NAME)
                .fetch(row -> new StoredMacro(
                        row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6()))
                .stream()
                // Sorted here: how a database sorts texts is its own affair.
                .sorted(Comparator.comparing(StoredMacro::name))
                .toList());
    }

    @Override
    public MacroSeries read(String name) {
        return new MacroSeries(
                name,
                database.read(sql -> sql.select(
                                MACRO_OBSERVATION.PERIOD, MACRO_OBSERVATION.KNOWN_NANOS, MACRO_OBSERVATION.FIGURE)
                        .from(MACRO_OBSERVATION)
                        .join(MACRO_SERIES)
                        .on(MACRO_OBSERVATION.SERIES_ID.eq(MACRO_SERIES.ID))
                        .where(MACRO_SERIES.NAME.eq(name))
                        .fetch(row -> new Observation(row.value1(), row.value2(), row.value3()))));
    }

    @Override
    public List<MacroSeries> readAll(String beginning) {
        Map<String, List<Observation>> byName = database.read(sql -> sql.select(
                        MACRO_SERIES.NAME,
                        MACRO_OBSERVATION.PERIOD,
                        MACRO_OBSERVATION.KNOWN_NANOS,
                        MACRO_OBSERVATION.FIGURE)
                .from(MACRO_OBSERVATION)
                .join(MACRO_SERIES)
                .on(MACRO_OBSERVATION.SERIES_ID.eq(MACRO_SERIES.ID))
                .where(MACRO_SERIES.NAME.startsWith(beginning))
                .fetchGroups(MACRO_SERIES.NAME, row -> new Observation(row.value2(), row.value3(), row.value4())));
        return byName.entrySet().stream()
                .map(entry -> new MacroSeries(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public void add(String name, List<Observation> more) {
        if (more.isEmpty()) {
            return;
        }
        database.inTransaction(sql -> {
            int series = seriesId(sql, name);
            sql.batchInsert(more.stream()
                            .map(one -> {
                                var row = sql.newRecord(MACRO_OBSERVATION);
                                row.setSeriesId(series);
                                row.setPeriod(one.period());
                                row.setKnownNanos(one.knownNanos());
                                row.setFigure(one.value());
                                return row;
                            })
                            .toList())
                    .execute();
        });
    }

    private static int seriesId(DSLContext sql, String name) {
        Integer known = sql.select(MACRO_SERIES.ID)
                .from(MACRO_SERIES)
                .where(MACRO_SERIES.NAME.eq(name))
                .fetchOne(MACRO_SERIES.ID);
        return known != null
                ? known
                : sql.insertInto(MACRO_SERIES)
                        .set(MACRO_SERIES.NAME, name)
                        .returning(MACRO_SERIES.ID)
                        .fetchSingle()
                        .getId();
    }
}
