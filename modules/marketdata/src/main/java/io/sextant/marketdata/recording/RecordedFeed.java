package io.sextant.marketdata.recording;

import io.sextant.domain.codec.MarketCodec;
import io.sextant.domain.codec.UnreadableRecordException;
import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.journal.StateBytes;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.Side;
import io.sextant.marketdata.Feed;
import io.sextant.marketdata.MarketSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A recorded market, told again. Opening reads the file once from end to end and refuses it when anything is not as it was written.
 * All that happened at one time is one step. After the last one comes a step that says that the replay is over. Nothing is
 * allocated for trades, quotes and levels. A disk that fails during a replay ends in {@link UncheckedIOException}.
 */
public final class RecordedFeed implements Feed {

    private static final int HASH_CHARACTERS = 12;

    /** Stands for the tag of an event when there is none left. */
    private static final int OVER = -1;

    private final Path file;
    private final BlockReader blocks;
    private final InstrumentCatalog instruments;
    private final RecordingSummary summary;
    private final long[] lastTicks;

    private byte[] content;
    private int at;
    private int end;
    private int tag;
    private long nextNanos;
    private int instrument;
    private boolean saidOver;

    private RecordedFeed(Path file, BlockReader blocks, InstrumentCatalog instruments, RecordingSummary summary)
            throws IOException {
        this.file = file;
        this.blocks = blocks;
        this.instruments = instruments;
        this.summary = summary;
        lastTicks = new long[instruments.size()];
        content = blocks.content();
        blocks.rewind();
        blocks.next();
        lookAhead();
    }

    /** Refuses with {@link DamagedRecordingException} what is not a whole recording. */
    public static RecordedFeed open(Path file) throws IOException {
        BlockReader blocks = BlockReader.open(file);
        try {
            blocks.next();
            if (blocks.kind() != Format.HEAD) {
                throw blocks.damage(blocks.blockAt(), "it does not begin with a head");
            }
            StateReader head = StateBytes.reader(blocks.content(), 0, blocks.length());
            int version = head.getInt();
            if (version != Format.VERSION) {
                throw blocks.damage(
                        blocks.blockAt(),
                        "it is written in format " + version + ", and this version reads format " + Format.VERSION);
            }
            String source = head.getString();
            InstrumentCatalog instruments = MarketCodec.readInstruments(head);
            RecordingSummary summary = check(blocks, source);
            return new RecordedFeed(file, blocks, instruments, summary);
        } catch (IOException e) {
            blocks.close();
            throw e;
        } catch (UnreadableRecordException e) {
            blocks.close();
            throw new DamagedRecordingException(file, 0, "its head cannot be read", e);
        }
    }

    /** Goes through all blocks to the end; each is checked as it is read. */
    private static RecordingSummary check(BlockReader blocks, String source) throws IOException {
        MessageDigest sha = BlockWriter.sha256();
        while (blocks.kind() != Format.END) {
            sha.update(blocks.content(), 0, blocks.length());
            blocks.next();
        }
        if (!blocks.isAtEndOfFile()) {
            throw blocks.damage(blocks.blockAt(), "something follows its end");
        }
        StateReader last = StateBytes.reader(blocks.content(), 0, blocks.length());
        long events = last.getLong();
        long firstNanos = last.getLong();
        long lastNanos = last.getLong();
        byte[] hash = sha.digest();
        for (byte expected : hash) {
            if (last.getLong() != expected) {
                throw blocks.damage(blocks.blockAt(), "its content has changed since it was written");
            }
        }
        return new RecordingSummary(
                source, events, firstNanos, lastNanos, HexFormat.of().formatHex(hash));
    }

    public RecordingSummary summary() {
        return summary;
    }

    @Override
    public String name() {
        return "replay of " + file.getFileName() + " (" + summary.source() + ", sha256 "
                + summary.contentHash().substring(0, HASH_CHARACTERS) + ")";
    }

    @Override
    public InstrumentCatalog instruments() {
        return instruments;
    }

    @Override
    public boolean isReproducible() {
        return true;
    }

    @Override
    public long nextNanos() {
        return saidOver ? NOTHING_DUE : nextNanos;
    }

    @Override
    public void step(MarketSink sink) {
        if (tag == OVER) {
            saidOver = true;
            sink.onStatus(FeedStatus.ENDED, "the recording is over");
            return;
        }
        long now = nextNanos;
        do {
            tell(sink, now);
            lookAhead();
        } while (tag != OVER && nextNanos == now);
    }

    private void tell(MarketSink sink, long now) {
        Side side = (tag & Format.BUY_BIT) != 0 ? Side.BUY : Side.SELL;
        switch (tag & Format.KIND_MASK) {
            case Format.TRADE -> {
                long ticks = price();
                sink.onTrade(instrument, now, ticks, number(), side);
            }
            case Format.QUOTE -> {
                long bidTicks = price();
                long bidLots = number();
                long askTicks = bidTicks + number();
                sink.onQuote(instrument, now, bidTicks, bidLots, askTicks, number());
            }
            case Format.LEVEL -> {
                long ticks = price();
                sink.onLevel(instrument, now, side, ticks, number());
            }
            case Format.HEADLINE -> sink.onHeadline(MarketCodec.readHeadline(text()));
            case Format.STATUS -> {
                StateReader text = text();
                sink.onStatus(FeedStatus.valueOf(text.getString()), text.getString());
            }
            default -> throw new IllegalStateException(file + " holds an event of an unknown kind, tag " + tag);
        }
    }

    private long price() {
        long ticks = lastTicks[instrument] + number();
        lastTicks[instrument] = ticks;
        return ticks;
    }

    private StateReader text() {
        int length = (int) number();
        StateReader text = StateBytes.reader(content, at, length);
        at += length;
        return text;
    }

    /** Reads as much of the next event as says when it is due. */
    private void lookAhead() {
        if (at == end && !beginNextBlock()) {
            tag = OVER;
            nextNanos = summary.lastNanos();
            return;
        }
        tag = (int) number();
        if ((tag & Format.SAME_TIME_BIT) == 0) {
            nextNanos += number();
        }
        if ((tag & Format.SAME_INSTRUMENT_BIT) == 0) {
            instrument = (int) number();
        }
    }

    private boolean beginNextBlock() {
        try {
            blocks.next();
        } catch (IOException e) {
            throw new UncheckedIOException("the replay of " + file + " cannot go on", e);
        }
        if (blocks.kind() == Format.END) {
            return false;
        }
        content = blocks.content();
        at = 0;
        end = blocks.length();
        nextNanos = number();
        instrument = 0;
        Arrays.fill(lastTicks, 0);
        return true;
    }

    /** Base 128 after zigzag, as {@link StateBytes} writes it. */
    private long number() {
        long first = content[at++];
        if (first >= 0) {
            return (first >>> 1) ^ -(first & 1);
        }
        long value = first & 0x7F;
        for (int shift = 7; shift < Long.SIZE; shift += 7) {
            byte next = content[at++];
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                break;
            }
        }
        return (value >>> 1) ^ -(value & 1);
    }

    @Override
    public void save(StateWriter out) {
        out.putBoolean(saidOver);
        out.putInt(tag);
        out.putLong(nextNanos);
        if (tag != OVER) {
            out.putLong(blocks.blockAt());
            out.putInt(blocks.previousChecksum());
            out.putInt(at);
            out.putInt(instrument);
            out.putLongs(lastTicks, lastTicks.length);
        }
    }

    @Override
    public void load(StateReader in) {
        saidOver = in.getBoolean();
        tag = in.getInt();
        nextNanos = in.getLong();
        if (tag == OVER) {
            at = end;
            return;
        }
        try {
            blocks.reread(in.getLong(), in.getInt());
        } catch (IOException e) {
            throw new UncheckedIOException("the replay of " + file + " cannot go on", e);
        }
        content = blocks.content();
        end = blocks.length();
        at = in.getInt();
        instrument = in.getInt();
        System.arraycopy(in.getLongs(), 0, lastTicks, 0, lastTicks.length);
    }

    @Override
    public void close() {
        try {
            blocks.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the recording " + file + " cannot be closed", e);
        }
    }
}
