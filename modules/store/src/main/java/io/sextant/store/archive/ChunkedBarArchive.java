package io.sextant.store.archive;

import io.sextant.domain.dataset.ArchivedSeries;
import io.sextant.domain.dataset.MarkedStretch;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;
import io.sextant.forecasting.registry.ModelRegistry;
import io.sextant.marketdata.BarArchive;
import io.sextant.marketdata.macro.MacroArchive;
import io.sextant.store.archive.ChunkIndex.Chunk;
import io.sextant.store.archive.ChunkTable.NewChunk;
import io.sextant.store.archive.ChunkTable.SeriesKey;
import io.sextant.store.database.Database;
import io.sextant.store.database.StorePlace;
import io.sextant.store.problem.StoreException;
import io.sextant.store.problem.StoreProblem.BarsDamaged;
import io.sextant.store.problem.StoreProblem.DatabaseDamaged.Content;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The bar archive of one database. What the chunks cover is kept in memory, so a read fetches just the chunks it needs
 * and decodes them straight into the columns it returns. Readers take no lock: an index never changes, and who finds that a
 * chunk has been replaced meanwhile begins again.
 *
 * <p>New bars gather in a short chunk at the end, so that adding one does not write thousands anew; once it holds
 * {@value #TAIL_BARS} they join the chunk before.
 */
public final class ChunkedBarArchive implements BarArchive, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ChunkedBarArchive.class.getName());
    private static final int TAIL_BARS = 256;

    private final Database database;
    private final ChunkTable table;
    private final MarkTable marks;
    private final MendedTable mended;
    private final MacroTable macro;
    private final ModelTable models;
    private final Map<SeriesKey, ChunkIndex> indexes;
    private final ConcurrentLinkedQueue<ChunkCodec> codecs = new ConcurrentLinkedQueue<>();
    private final DecodedChunks decoded = new DecodedChunks();
    private final Object appending = new Object();

    /** Of which it is not sure what the database has; belongs to who appends. */
    private final Set<SeriesKey> doubtful = new HashSet<>();

    /** What the copy is called that was made before this opening brought the tables up to date; empty when nothing had to be. */
    public Optional<String> backup() {
        return database.backup();
    }

    private ChunkedBarArchive(Database database) {
        this.database = database;
        table = new ChunkTable(database);
        marks = new MarkTable(database);
        mended = new MendedTable(database);
        macro = new MacroTable(database);
        models = new ModelTable(database);
        indexes = new ConcurrentHashMap<>(table.readIndexes());
    }

    /** Opens the archive that is a file in a folder, or makes it. */
    public static ChunkedBarArchive open(Path folder) {
        return open(StorePlace.inFolder(folder));
    }

    /** Opens what is kept there, or makes it. */
    public static ChunkedBarArchive open(StorePlace place) {
        Database database = Database.open(place, Content.BARS);
        try {
            return new ChunkedBarArchive(database);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** The macro series beside the bars. */
    public MacroArchive macro() {
        return macro;
    }

    /** The trained models beside the bars. */
    public ModelRegistry models() {
        return models;
    }

    @Override
    public void append(InstrumentId instrument, Timeframe timeframe, BarSeries bars) {
        if (bars.isEmpty()) {
            return;
        }
        requireIncreasing(bars);
        SeriesKey key = new SeriesKey(instrument, timeframe);
        synchronized (appending) {
            settleDoubt(key);
            doubtful.add(key);
            ChunkIndex index = indexes.get(key);
            if (index == null) {
                index = table.addSeries(key);
            }
            Range affected = affectedBy(bars, index);
            BarSeries older = readOlder(key, index, affected, bars);
            List<Chunk> replaced =
                    table.replace(index, affected.from(), affected.to(), split(BarMerge.of(older, bars)));
            for (int i = affected.from(); i < affected.to(); i++) {
                decoded.forget(index.get(i).id());
            }
            indexes.put(key, index.replaced(affected.from(), affected.to(), replaced));
            doubtful.remove(key);
        }
    }

    /**
     * After an append that failed, what the series covers is read anew: a server that went away with the answer may have done all
     * of it or nothing.
     */
    private void settleDoubt(SeriesKey key) {
        if (doubtful.contains(key)) {
            table.findIndex(key).ifPresent(index -> indexes.put(key, index));
            doubtful.remove(key);
        }
    }

    @Override
    public void appendMade(InstrumentId instrument, Timeframe timeframe, BarSeries bars) {
        if (bars.isEmpty()) {
            return;
        }
        synchronized (appending) {
            append(instrument, timeframe, mended.outside(new SeriesKey(instrument, timeframe), bars));
        }
    }

    @Override
    public void mend(InstrumentId instrument, Timeframe timeframe, long fromNanos, long toNanos, BarSeries better) {
        synchronized (appending) {
            // Noted first: when it ends between the two, the mark is still there and it is mended again.
            mended.add(new SeriesKey(instrument, timeframe), fromNanos, toNanos);
            append(instrument, timeframe, better);
        }
    }

    private static void requireIncreasing(BarSeries bars) {
        for (int i = 1; i < bars.size(); i++) {
            if (bars.openTimeNanos()[i] <= bars.openTimeNanos()[i - 1]) {
                throw new IllegalArgumentException("bar " + i + " does not open after the one before");
            }
        }
    }

    /** The chunks that new bars fall into, and those before that are worth writing anew together with them. */
    private static Range affectedBy(BarSeries bars, ChunkIndex index) {
        int from = index.firstEndingFrom(bars.firstTimeNanos());
        int to = Math.max(from, index.endOfThoseUntil(bars.lastTimeNanos()));
        int gathered = bars.size();
        for (int i = from; i < to; i++) {
            gathered += index.get(i).bars();
        }
        while (from > 0 && joins(index.get(from - 1), gathered)) {
            from--;
            gathered += index.get(from).bars();
        }
        return new Range(from, to);
    }

    private static boolean joins(Chunk before, int gathered) {
        return before.bars() < ChunkCodec.CAPACITY && (before.bars() <= TAIL_BARS || gathered >= TAIL_BARS);
    }

    /** What is there already. A damaged chunk may be lost when the new bars span all of its time, and only then. */
    private BarSeries readOlder(SeriesKey key, ChunkIndex index, Range affected, BarSeries bars) {
        Map<Long, byte[]> contents = table.readContents(index, affected.from(), affected.to());
        BarSeries older = BarSeries.EMPTY;
        for (int i = affected.from(); i < affected.to(); i++) {
            Chunk chunk = index.get(i);
            boolean spanned = bars.firstTimeNanos() <= chunk.firstNanos() && chunk.lastNanos() <= bars.lastTimeNanos();
            try {
                older = BarMerge.of(older, decode(key, index, new Range(i, i + 1), contents));
            } catch (StoreException damaged) {
                if (!spanned) {
                    throw damaged;
                }
                LOG.log(System.Logger.Level.WARNING, "damaged bars are replaced by new ones", damaged);
            }
        }
        return older;
    }

    private List<NewChunk> split(BarSeries bars) {
        List<NewChunk> chunks = new ArrayList<>();
        ChunkCodec codec = borrowCodec();
        for (int from = 0; from < bars.size(); from += ChunkCodec.CAPACITY) {
            BarSeries part = bars.copyOfRange(from, Math.min(bars.size(), from + ChunkCodec.CAPACITY));
            chunks.add(new NewChunk(part.firstTimeNanos(), part.lastTimeNanos(), part.size(), codec.encode(part)));
        }
        codecs.add(codec);
        return chunks;
    }

    @Override
    public BarSeries read(InstrumentId instrument, Timeframe timeframe, long fromNanos, long toNanos) {
        if (fromNanos >= toNanos) {
            return BarSeries.EMPTY;
        }
        DecodedRange found = readChunks(
                new SeriesKey(instrument, timeframe),
                index -> new Range(index.firstEndingFrom(fromNanos), index.endOfThoseUntil(toNanos - 1)));
        return found.bars(found.indexAtOrAfter(fromNanos), found.indexAtOrAfter(toNanos));
    }

    @Override
    public BarSeries readBefore(InstrumentId instrument, Timeframe timeframe, long beforeNanos, int limit) {
        if (limit <= 0 || beforeNanos == Long.MIN_VALUE) {
            return BarSeries.EMPTY;
        }
        DecodedRange found =
                readChunks(new SeriesKey(instrument, timeframe), index -> newestBefore(index, beforeNanos, limit));
        int end = found.indexAtOrAfter(beforeNanos);
        return found.bars(Math.max(0, end - limit), end);
    }

    /** Of the last chunk, some bars may open too late, so it only counts when none do. */
    private static Range newestBefore(ChunkIndex index, long beforeNanos, int limit) {
        int to = index.endOfThoseUntil(beforeNanos - 1);
        int from = to;
        int found = 0;
        while (from > 0 && found < limit) {
            Chunk chunk = index.get(--from);
            found += chunk.lastNanos() < beforeNanos ? chunk.bars() : 0;
        }
        return new Range(from, to);
    }

    private DecodedRange readChunks(SeriesKey key, Function<ChunkIndex, Range> choice) {
        ChunkIndex index = indexes.get(key);
        if (index == null) {
            return DecodedRange.EMPTY;
        }
        Range range = choice.apply(index);
        DecodedRange found = readRange(key, index, range);
        if (found != null) {
            return found;
        }
        // An append has replaced some of them meanwhile: once more while nobody appends.
        synchronized (appending) {
            settleDoubt(key);
            index = indexes.getOrDefault(key, index);
            range = choice.apply(index);
            found = readRange(key, index, range);
            return found == null ? new DecodedRange(List.of(decode(key, index, range, Map.of())), false) : found;
        }
    }

    /** Null when a chunk is not there any more. */
    private @Nullable DecodedRange readRange(SeriesKey key, ChunkIndex index, Range range) {
        return range.size() <= DecodedChunks.SHORT_READ ? readShort(key, index, range) : readLong(key, index, range);
    }

    private @Nullable DecodedRange readLong(SeriesKey key, ChunkIndex index, Range range) {
        Map<Long, byte[]> contents = table.readContents(index, range.from(), range.to());
        return contents.size() < range.size()
                ? null
                : new DecodedRange(List.of(decode(key, index, range, contents)), false);
    }

    private @Nullable DecodedRange readShort(SeriesKey key, ChunkIndex index, Range range) {
        BarSeries[] parts = new BarSeries[range.size()];
        for (int i = 0; i < parts.length; i++) {
            BarSeries kept = decoded.find(index.get(range.from() + i).id());
            if (kept == null) {
                return readShortFromTable(key, index, range);
            }
            parts[i] = kept;
        }
        return new DecodedRange(List.of(parts), true);
    }

    private @Nullable DecodedRange readShortFromTable(SeriesKey key, ChunkIndex index, Range range) {
        Map<Long, byte[]> contents = table.readContents(index, range.from(), range.to());
        if (contents.size() < range.size()) {
            return null;
        }
        List<BarSeries> parts = new ArrayList<>();
        for (int i = range.from(); i < range.to(); i++) {
            BarSeries part = decode(key, index, new Range(i, i + 1), contents);
            decoded.keep(index.get(i).id(), part);
            parts.add(part);
        }
        return new DecodedRange(parts, true);
    }

    private BarSeries decode(SeriesKey key, ChunkIndex index, Range range, Map<Long, byte[]> contents) {
        int bars = 0;
        for (int i = range.from(); i < range.to(); i++) {
            bars += index.get(i).bars();
        }
        BarSeries into = BarMerge.withRoomFor(bars);
        ChunkCodec codec = borrowCodec();
        int at = 0;
        for (int i = range.from(); i < range.to(); i++) {
            Chunk chunk = index.get(i);
            byte[] content = contents.get(chunk.id());
            if (content == null || !codec.isWhole(content, chunk.bars())) {
                throw new StoreException(
                        new BarsDamaged(key.instrument(), key.timeframe(), chunk.firstNanos(), chunk.lastNanos()));
            }
            at += codec.decode(content, into, at);
        }
        codecs.add(codec);
        return into;
    }

    private ChunkCodec borrowCodec() {
        ChunkCodec codec = codecs.poll();
        return codec == null ? new ChunkCodec() : codec;
    }

    @Override
    public Set<Timeframe> timeframes(InstrumentId instrument) {
        Set<Timeframe> found = EnumSet.noneOf(Timeframe.class);
        for (SeriesKey key : indexes.keySet()) {
            if (key.instrument().equals(instrument)) {
                found.add(key.timeframe());
            }
        }
        return found;
    }

    @Override
    public List<MarkedStretch> marks(InstrumentId instrument, Timeframe timeframe) {
        return marks.read(instrument, timeframe);
    }

    @Override
    public void keepMarks(InstrumentId instrument, Timeframe timeframe, List<MarkedStretch> kept) {
        marks.replace(instrument, timeframe, kept);
    }

    @Override
    public List<ArchivedSeries> series() {
        return indexes.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 0)
                .map(entry -> archived(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(ArchivedSeries::instrument).thenComparing(ArchivedSeries::timeframe))
                .toList();
    }

    private static ArchivedSeries archived(SeriesKey key, ChunkIndex index) {
        long bars = 0;
        for (int i = 0; i < index.size(); i++) {
            bars += index.get(i).bars();
        }
        return new ArchivedSeries(
                key.instrument(),
                key.timeframe(),
                index.get(0).firstNanos(),
                index.get(index.size() - 1).lastNanos(),
                bars);
    }

    @Override
    public void close() {
        synchronized (appending) {
            database.close();
        }
    }

    /** Chunks {@code [from, to)} of an index. */
    private record Range(int from, int to) {

        int size() {
            return to - from;
        }
    }
}
