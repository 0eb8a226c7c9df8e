package io.sextant.store.archive;

import static io.sextant.store.generated.bars.Tables.BAR_CHUNK;
import static io.sextant.store.generated.bars.Tables.BAR_CONTENT;
import static io.sextant.store.generated.bars.Tables.BAR_SERIES;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import io.sextant.store.archive.ChunkIndex.Chunk;
import io.sextant.store.database.Database;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;

/** The rows behind the archive. */
final class ChunkTable {

    private static final int CHUNKS_A_QUERY = 64;

    private final Database database;

    ChunkTable(Database database) {
        this.database = database;
    }

    record SeriesKey(InstrumentId instrument, Timeframe timeframe) {}

    /** What all series cover, without reading a bar. */
    Map<SeriesKey, ChunkIndex> readIndexes() {
        return database.read(sql -> {
            Map<Integer, List<Chunk>> chunks = new HashMap<>();
            sql.selectFrom(BAR_CHUNK)
                    .orderBy(BAR_CHUNK.SERIES_ID, BAR_CHUNK.FIRST_NANOS)
                    .forEach(row -> chunks.computeIfAbsent(row.getSeriesId(), id -> new ArrayList<>())
                            .add(new Chunk(row.getId(), row.getFirstNanos(), row.getLastNanos(), row.getBarCount())));
            Map<SeriesKey, ChunkIndex> indexes = new HashMap<>();
            sql.selectFrom(BAR_SERIES)
                    .forEach(row -> indexes.put(
                            new SeriesKey(InstrumentId.of(row.getInstrument()), Timeframe.parse(row.getTimeframe())),
                            new ChunkIndex(row.getId(), chunks.getOrDefault(row.getId(), List.of()))));
            return indexes;
        });
    }

    /** What one series covers; empty when there is none. */
    Optional<ChunkIndex> findIndex(SeriesKey key) {
        return database.read(sql -> sql.selectFrom(BAR_SERIES)
                .where(BAR_SERIES.INSTRUMENT.eq(key.instrument().symbol()))
                .and(BAR_SERIES.TIMEFRAME.eq(key.timeframe().label()))
                .fetchOptional(BAR_SERIES.ID)
                .map(id -> new ChunkIndex(
                        id,
                        sql.selectFrom(BAR_CHUNK)
                                .where(BAR_CHUNK.SERIES_ID.eq(id))
                                .orderBy(BAR_CHUNK.FIRST_NANOS)
                                .fetch(row -> new Chunk(
                                        row.getId(), row.getFirstNanos(), row.getLastNanos(), row.getBarCount())))));
    }

    ChunkIndex addSeries(SeriesKey key) {
        int[] id = new int[1];
        database.inTransaction(sql -> id[0] = sql.insertInto(BAR_SERIES)
                .set(BAR_SERIES.INSTRUMENT, key.instrument().symbol())
                .set(BAR_SERIES.TIMEFRAME, key.timeframe().label())
                .returning(BAR_SERIES.ID)
                .fetchSingle()
                .getId());
        return new ChunkIndex(id[0], List.of());
    }

    /** Contents of the chunks {@code [from, to)} of an index; those that are gone by now are missing from the map. */
    Map<Long, byte[]> readContents(ChunkIndex index, int from, int to) {
        Map<Long, byte[]> contents = new HashMap<>();
        for (int first = from; first < to; first += CHUNKS_A_QUERY) {
            List<Long> ids = new ArrayList<>();
            for (int i = first; i < Math.min(to, first + CHUNKS_A_QUERY); i++) {
                ids.add(index.get(i).id());
            }
            database.read(sql -> sql.select(BAR_CONTENT.CHUNK_ID, BAR_CONTENT.CONTENT)
                            .from(BAR_CONTENT)
                            .where(BAR_CONTENT.CHUNK_ID.in(ids))
                            .fetch())
                    .forEach(row -> contents.put(row.value1(), row.value2()));
        }
        return contents;
    }

    /** A chunk that has no row yet. */
    record NewChunk(long firstNanos, long lastNanos, int bars, byte[] content) {}

    /** Replaces the chunks {@code [from, to)} of an index in one transaction; returns the new ones with their numbers. */
    List<Chunk> replace(ChunkIndex index, int from, int to, List<NewChunk> by) {
        List<Chunk> added = new ArrayList<>();
        database.inTransaction(sql -> {
            added.clear();
            for (int i = from; i < to; i++) {
                delete(sql, index.get(i).id());
            }
            for (NewChunk chunk : by) {
                added.add(insert(sql, index.seriesId(), chunk));
            }
        });
        return added;
    }

    private static void delete(DSLContext sql, long id) {
        sql.deleteFrom(BAR_CONTENT).where(BAR_CONTENT.CHUNK_ID.eq(id)).execute();
        sql.deleteFrom(BAR_CHUNK).where(BAR_CHUNK.ID.eq(id)).execute();
    }

    private static Chunk insert(DSLContext sql, int seriesId, NewChunk chunk) {
        long id = sql.insertInto(BAR_CHUNK)
                .set(BAR_CHUNK.SERIES_ID, seriesId)
                .set(BAR_CHUNK.FIRST_NANOS, chunk.firstNanos())
                .set(BAR_CHUNK.LAST_NANOS, chunk.lastNanos())
                .set(BAR_CHUNK.BAR_COUNT, chunk.bars())
                .returning(BAR_CHUNK.ID)
                .fetchSingle()
                .getId();
        sql.insertInto(BAR_CONTENT)
                .set(BAR_CONTENT.CHUNK_ID, id)
                .set(BAR_CONTENT.CONTENT, chunk.content())
                .execute();
        return new Chunk(id, chunk.firstNanos(), chunk.lastNanos(), chunk.bars());
    }
}
