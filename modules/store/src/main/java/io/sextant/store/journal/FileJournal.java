package io.sextant.store.journal;

import io.sextant.domain.journal.Journal;
import io.sextant.domain.journal.JournalOpening;
import io.sextant.domain.journal.RecordKind;
import io.sextant.domain.time.Pause;
import io.sextant.store.disk.FolderLock;
import io.sextant.store.journal.JournalOptions.Cutting;
import io.sextant.store.journal.SegmentReader.Step;
import io.sextant.store.problem.StoreException;
import io.sextant.store.problem.StoreProblem;
import io.sextant.store.problem.StoreProblem.FolderUnusable;
import io.sextant.store.problem.StoreProblem.JournalFailed;
import io.sextant.store.problem.StoreProblem.JournalUnreadable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.function.LongConsumer;

/**
 * A journal in segment files of one folder, which it holds locked. {@link #append} and {@link #flush} belong to one thread,
 * the engine's; all else may be called from any.
 */
public final class FileJournal implements Journal {

    private static final System.Logger LOG = System.getLogger(FileJournal.class.getName());
    private static final long FULL_RING_NANOS = 20_000;
    private static final long FLUSH_NANOS = 20_000;

    private final Path folder;
    private final FolderLock lock;
    private final Pause pause;
    private final RecordRing ring;
    private final JournalWriter writer;
    private final NavigableMap<Long, Segment> segments;
    private final JournalOpening opening;
    private final Optional<JournalDamage> damage;
    private final int salt;
    private volatile long lastPosition;
    private volatile boolean closed;

    private FileJournal(Path folder, JournalOptions options, SegmentFile.Opener opener, FolderLock lock)
            throws IOException {
        this.folder = folder;
        this.lock = lock;
        pause = options.pause();
        ChainAnchors anchors = ChainAnchors.read(folder);
        JournalScan scan = JournalScan.of(folder, anchors.headPosition(), options.cutting());
        Optional<JournalDamage> kept =
                scan.damage().filter(one -> !options.cutting().cuts(one.kind()));
        if (kept.isPresent()) {
            String wrong = kept.get().whatIsWrong();
            throw new StoreException(
                    options.cutting() == Cutting.NOTHING
                            ? new StoreProblem.JournalDamaged(folder, wrong)
                            : new StoreProblem.JournalLost(folder, wrong));
        }
        segments = new ConcurrentSkipListMap<>(scan.segments());
        damage = scan.damage();
        damage.ifPresent(cut -> LOG.log(System.Logger.Level.WARNING, cut.sentence()));
        opening = new JournalOpening(
                scan.lastPosition(),
                scan.bytes(),
                damage.map(JournalDamage::cutBytes).orElse(0L),
                damage.map(JournalDamage::sentence).orElse(""));
        salt = scan.findSalt().orElseGet(() -> options.salts().nextInt() & RecordFrame.SALT_MASK);
        lastPosition = scan.lastPosition();
        AnchoredChain chain = AnchoredChain.after(folder, scan, anchors, salt, options.cutting() == Cutting.NOTHING);
        ring = new RecordRing(options.ringBytes());
        writer = new JournalWriter(
                folder, options, opener, ring, segments, chain, scan.lastPosition(), scan.lastSegmentBytes());
        writer.start();
    }

    /**
     * Opens the journal of a folder, or a new one. A damaged end is cut off and kept beside it; {@link #opening()} says so.
     *
     * @throws StoreException when another process has it, or the folder cannot be used
     */
    public static FileJournal open(Path folder, JournalOptions options) {
        return open(folder, options, ChannelSegmentFile::open);
    }

    static FileJournal open(Path folder, JournalOptions options, SegmentFile.Opener opener) {
        FolderLock lock = FolderLock.take(folder);
        try {
            return new FileJournal(folder, options, opener, lock);
        } catch (IOException e) {
            lock.close();
            throw unusable(folder, e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    @Override
    public long append(RecordKind kind, long sequence, byte[] payload, int length) {
        if (length < 0 || length > payload.length || length > ring.maxPayloadBytes()) {
            throw new IllegalArgumentException(
                    "a record holds 0 to " + ring.maxPayloadBytes() + " bytes, was " + length);
        }
        failIfUnusable();
        long position = lastPosition + 1;
        int tag = RecordFrame.tag(salt, kind.number());
        while (!ring.tryAppend(tag, position, sequence, payload, length)) {
            writer.wakeIfIdle();
            pause.parkNanos(FULL_RING_NANOS);
            failIfUnusable();
        }
        lastPosition = position;
        writer.wakeIfIdle();
        return position;
    }

    @Override
    public long lastPosition() {
        return lastPosition;
    }

    @Override
    public long durablePosition() {
        return writer.durablePosition();
    }

    @Override
    public void onDurable(LongConsumer listener) {
        writer.addListener(listener);
    }

    @Override
    public Optional<String> failure() {
        return writer.failure().map(JournalFailed::sentence);
    }

    @Override
    public void flush() {
        long wanted = lastPosition;
        while (writer.durablePosition() < wanted) {
            failIfUnusable();
            pause.parkNanos(FLUSH_NANOS);
        }
    }

    @Override
    public void read(long afterPosition, RecordReader reader) {
        long until = writer.durablePosition();
        long next = Math.max(afterPosition, 0) + 1;
        while (next <= until) {
            Segment segment = segments.floorEntry(next).getValue();
            next = readSegment(segment, next, until, reader);
        }
    }

    /** Hands over the records of one segment from {@code next} to {@code until}; returns the position that follows them. */
    private long readSegment(Segment segment, long next, long until, RecordReader reader) {
        long wanted = next;
        try (SegmentReader frames = new SegmentReader(segment.path(), segment.offsetAtOrBefore(next))) {
            while (wanted <= until) {
                Step step = frames.next();
                if (step == Step.END && wanted > next) {
                    return wanted;
                }
                if (step != Step.WHOLE) {
                    throw unreadable(
                            segment.path(), wanted, step == Step.END ? "the file is too short" : frames.fault());
                }
                if (frames.position() == wanted) {
                    reader.onRecord(
                            wanted,
                            RecordKind.of(frames.kind()),
                            frames.sequence(),
                            frames.bytes(),
                            frames.payloadOffset(),
                            frames.payloadLength());
                    wanted++;
                }
            }
            return wanted;
        } catch (IOException e) {
            throw new StoreException(new JournalUnreadable(segment.path(), wanted, String.valueOf(e.getMessage())), e);
        }
    }

    /**
     * The checksum of one record, by which somebody who remembers position and checksum can tell whether this is still the
     * journal they read. Empty when there is no such durable record.
     */
    public Optional<Integer> findChecksum(long position) {
        return findFrame(position, SegmentReader::checksum);
    }

    /** What {@code reader} makes of one record. Empty when there is no such durable record. */
    public <T> Optional<T> findRecord(long position, OneRecordReader<T> reader) {
        return findFrame(
                position,
                frame -> reader.onRecord(
                        position,
                        RecordKind.of(frame.kind()),
                        frame.sequence(),
                        frame.bytes(),
                        frame.payloadOffset(),
                        frame.payloadLength()));
    }

    /** Receives one record; the array means nothing after the call. */
    @FunctionalInterface
    public interface OneRecordReader<T> {
        T onRecord(long position, RecordKind kind, long sequence, byte[] payload, int offset, int length);
    }

    private <T> Optional<T> findFrame(long position, Function<SegmentReader, T> reader) {
        if (position < 1 || position > writer.durablePosition()) {
            return Optional.empty();
        }
        Segment segment = segments.floorEntry(position).getValue();
        try (SegmentReader frames = new SegmentReader(segment.path(), segment.offsetAtOrBefore(position))) {
            while (frames.next() == Step.WHOLE) {
                if (frames.position() == position) {
                    return Optional.of(reader.apply(frames));
                }
            }
            throw unreadable(segment.path(), position, frames.fault());
        } catch (IOException e) {
            throw new StoreException(
                    new JournalUnreadable(segment.path(), position, String.valueOf(e.getMessage())), e);
        }
    }

    @Override
    public JournalOpening opening() {
        return opening;
    }

    /** What opening had to cut off, in full. */
    public Optional<JournalDamage> damage() {
        return damage;
    }

    /** Makes everything appended durable where the disk still can, and gives the folder free. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            writer.close();
        } catch (IOException e) {
            throw unusable(folder, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.close();
        }
    }

    private void failIfUnusable() {
        if (closed) {
            throw new IllegalStateException("the journal in " + folder + " is closed");
        }
        Optional<JournalFailed> failure = writer.failure();
        if (failure.isPresent()) {
            throw new StoreException(failure.get());
        }
    }

    private static StoreException unreadable(Path segment, long position, String detail) {
        return new StoreException(new JournalUnreadable(segment, position, detail));
    }

    private static StoreException unusable(Path folder, IOException cause) {
        return new StoreException(new FolderUnusable(folder, String.valueOf(cause.getMessage())), cause);
    }
}
