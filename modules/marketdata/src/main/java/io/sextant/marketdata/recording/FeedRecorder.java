package io.sextant.marketdata.recording;

import io.sextant.domain.codec.MarketCodec;
import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.journal.StateBytes;
import io.sextant.domain.market.Headline;
import io.sextant.domain.market.Side;
import io.sextant.marketdata.Feed;
import io.sextant.marketdata.MarketSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes down all that a feed says. The file takes its name when it is closed; until then it has {@link #UNFINISHED} after
 * it, so a recording that was cut short is never taken for a whole one. A report that is older than the one before is written
 * at that one's time: what a replay keeps is the order. A disk that fails ends in {@link UncheckedIOException}.
 */
public final class FeedRecorder implements MarketSink, AutoCloseable {

    public static final String UNFINISHED = ".unfinished";

    private final Path file;
    private final Path unfinished;
    private final BlockWriter blocks;
    private final StateBytes block = new StateBytes();
    private final StateBytes scratch = new StateBytes();
    private final long[] lastTicks;

    private long lastNanos;
    private int lastInstrument;
    private long events;
    private long firstNanos;
    private @Nullable FeedStatus earlyStatus;
    private String earlyDetail = "";
    private boolean isClosed;

    private FeedRecorder(Path file, Path unfinished, BlockWriter blocks, InstrumentCatalog instruments) {
        this.file = file;
        this.unfinished = unfinished;
        this.blocks = blocks;
        lastTicks = new long[instruments.size()];
    }

    /** {@code source} is the name of what is recorded, for people. An old file of that name is replaced in the end. */
    public static FeedRecorder create(Path file, InstrumentCatalog instruments, String source) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
        FileChannel channel = FileChannel.open(
                unfinished, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        BlockWriter blocks = new BlockWriter(channel);
        StateBytes head = new StateBytes();
        head.putInt(Format.VERSION);
        head.putString(source);
        MarketCodec.write(head, instruments);
        blocks.write(Format.HEAD, head.array(), head.size());
        return new FeedRecorder(file, unfinished, blocks, instruments);
    }

    /** Records what a feed says before {@code untilNanos}. */
    public void record(Feed feed, long untilNanos) {
        while (feed.nextNanos() < untilNanos) {
            feed.step(this);
        }
    }

    public long events() {
        return events;
    }

    @Override
    public void onTrade(int instrument, long timeNanos, long priceTicks, long lots, Side aggressor) {
        begin(Format.TRADE | (aggressor == Side.BUY ? Format.BUY_BIT : 0), timeNanos, instrument);
        price(instrument, priceTicks);
        block.putLong(lots);
        end();
    }

    @Override
    public void onQuote(int instrument, long timeNanos, long bidTicks, long bidLots, long askTicks, long askLots) {
        begin(Format.QUOTE, timeNanos, instrument);
        price(instrument, bidTicks);
        block.putLong(bidLots);
        block.putLong(askTicks - bidTicks);
        block.putLong(askLots);
        end();
    }

    @Override
    public void onLevel(int instrument, long timeNanos, Side side, long priceTicks, long lots) {
        begin(Format.LEVEL | (side == Side.BUY ? Format.BUY_BIT : 0), timeNanos, instrument);
        price(instrument, priceTicks);
        block.putLong(lots);
        end();
    }

    @Override
    public void onHeadline(Headline headline) {
        begin(Format.HEADLINE, headline.timeNanos(), lastInstrument);
        scratch.clear();
        MarketCodec.write(scratch, headline);
        putScratch();
        end();
    }

    /** Has no time of its own: it is told again at the time of what came before, or of the first report when nothing did. */
    @Override
    public void onStatus(FeedStatus status, String detail) {
        if (events == 0) {
            earlyStatus = status;
            earlyDetail = detail;
        } else {
            status(status, detail, lastNanos);
        }
    }

    private void status(FeedStatus status, String detail, long timeNanos) {
        begin(Format.STATUS, timeNanos, lastInstrument);
        scratch.clear();
        scratch.putString(status.name());
        scratch.putString(detail);
        putScratch();
        end();
    }

    private void begin(int tag, long timeNanos, int instrument) {
        FeedStatus early = earlyStatus;
        if (early != null) {
            earlyStatus = null;
            status(early, earlyDetail, timeNanos);
        }
        long now = events == 0 ? timeNanos : Math.max(timeNanos, lastNanos);
        if (block.size() == 0) {
            Arrays.fill(lastTicks, 0);
            lastInstrument = 0;
            block.putLong(now);
            lastNanos = now;
        }
        if (events == 0) {
            firstNanos = now;
        }
        boolean sameTime = now == lastNanos;
        boolean sameInstrument = instrument == lastInstrument;
        block.putLong(tag | (sameTime ? Format.SAME_TIME_BIT : 0) | (sameInstrument ? Format.SAME_INSTRUMENT_BIT : 0));
        if (!sameTime) {
            block.putLong(now - lastNanos);
        }
        if (!sameInstrument) {
            block.putLong(instrument);
        }
        lastNanos = now;
        lastInstrument = instrument;
        events++;
    }

    private void price(int instrument, long ticks) {
        block.putLong(ticks - lastTicks[instrument]);
        lastTicks[instrument] = ticks;
    }

    private void putScratch() {
        block.putLong(scratch.size());
        block.putAll(scratch);
    }

    private void end() {
        if (block.size() >= Format.BLOCK_BYTES) {
            flushBlock();
        }
    }

    private void flushBlock() {
        try {
            blocks.write(Format.EVENTS, block.array(), block.size());
            block.clear();
        } catch (IOException e) {
            throw new UncheckedIOException("the recording " + unfinished + " cannot be written", e);
        }
    }

    /** Finishes the file and gives it its name; safe on disk afterwards. */
    @Override
    public void close() throws IOException {
        if (isClosed) {
            return;
        }
        isClosed = true;
        try (blocks) {
            if (block.size() > 0) {
                blocks.write(Format.EVENTS, block.array(), block.size());
            }
            StateBytes end = new StateBytes();
            end.putLong(events);
            end.putLong(firstNanos);
            end.putLong(lastNanos);
            byte[] hash = blocks.contentHash();
            for (byte one : hash) {
                end.putLong(one);
            }
            blocks.write(Format.END, end.array(), end.size());
            blocks.force();
        }
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
