package io.sextant.store.journal;

import io.sextant.store.problem.StoreProblem.JournalFailed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.zip.CRC32C;

/**
 * The journal's own thread. Whatever lies in the ring when it looks is one group: sealed, written, forced to the disk once,
 * and then published. While a force runs the next group gathers, so the groups grow with the load by themselves.
 *
 * <p>After the first error nothing is written again: a disk that failed to force once may have dropped the pages, and a second
 * force that succeeds would say nothing about them (Rebello et al., "Can Applications Recover from fsync Failures?", 2020).
 */
final class JournalWriter implements Runnable {

    private static final System.Logger LOG = System.getLogger(JournalWriter.class.getName());

    /** With nothing to do it naps this long once before it asks to be woken, so that a busy loop never pays for a wake-up. */
    private static final long LINGER_NANOS = 50_000;

    private static final long IDLE_NANOS = 100_000_000;

    private final Path folder;
    private final JournalOptions options;
    private final SegmentFile.Opener opener;
    private final RecordRing ring;
    private final NavigableMap<Long, Segment> segments;
    private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();
    private final CRC32C crc = new CRC32C();
    private final Thread thread;

    private Segment segment;
    private SegmentFile file;
    private long fileBytes;
    private long writtenPosition;
    private volatile long durablePosition;
    private volatile Optional<JournalFailed> failure = Optional.empty();
    private volatile boolean idle;
    private volatile boolean closing;

    /** {@code segments} is shared with readers and must be safe for them. */
    JournalWriter(
            Path folder,
            JournalOptions options,
            SegmentFile.Opener opener,
            RecordRing ring,
            NavigableMap<Long, Segment> segments,
            long lastPosition,
            long lastSegmentBytes)
            throws IOException {
        this.folder = folder;
        this.options = options;
        this.opener = opener;
        this.ring = ring;
        this.segments = segments;
        writtenPosition = lastPosition;
        durablePosition = lastPosition;
        if (segments.isEmpty()) {
            segments.put(lastPosition + 1, new Segment(SegmentNames.pathOf(folder, lastPosition + 1)));
        }
        segment = segments.lastEntry().getValue();
        file = opener.open(segment.path(), lastSegmentBytes);
        fileBytes = lastSegmentBytes;
        thread = Thread.ofPlatform().name("journal").daemon(true).unstarted(this);
    }

    void start() {
        thread.start();
    }

    @Override
    public void run() {
        try {
            boolean lingered = false;
            while (true) {
                boolean last = closing;
                if (writeGroup()) {
                    lingered = false;
                } else if (last) {
                    break;
                } else if (!lingered) {
                    options.pause().parkNanos(LINGER_NANOS);
                    lingered = true;
                } else {
                    waitForRecords();
                }
            }
        } catch (IOException | RuntimeException | Error e) {
            fail(e);
        }
    }

    private void waitForRecords() {
        idle = true;
        if (ring.head() == ring.tail() && !closing) {
            options.pause().parkNanos(IDLE_NANOS);
        }
        idle = false;
    }

    /** Called by the loop after it has appended. */
    void wakeIfIdle() {
        if (idle) {
            LockSupport.unpark(thread);
        }
    }

    private boolean writeGroup() throws IOException {
        long from = ring.tail();
        long end = ring.head();
        if (from == end) {
            return false;
        }
        while (from < end) {
            from += writeStretch(from, end);
            ring.release(from);
        }
        file.force();
        durablePosition = writtenPosition;
        tellListeners();
        return true;
    }

    /** Seals and writes what lies in one piece between {@code from} and {@code end} and fits the segment; returns its bytes. */
    private long writeStretch(long from, long end) throws IOException {
        byte[] bytes = ring.bytes();
        int start = ring.indexOf(from);
        int limit = (int) Math.min(bytes.length, start + (end - from));
        int at = start;
        while (at < limit && RecordFrame.mark(bytes, at) != RecordFrame.PADDING_MARK) {
            int frame = RecordFrame.frameBytes(RecordFrame.length(bytes, at));
            long sizeAfter = fileBytes + (at - start) + frame;
            if (sizeAfter > options.segmentBytes() && sizeAfter > frame) {
                if (at > start) {
                    break;
                }
                roll(RecordFrame.position(bytes, at));
            }
            RecordFrame.seal(bytes, at, crc);
            writtenPosition = RecordFrame.position(bytes, at);
            segment.passed(writtenPosition, fileBytes + (at - start));
            at += frame;
        }
        if (at == start) {
            return (long) bytes.length - start;
        }
        file.write(bytes, start, at - start);
        int written = at - start;
        fileBytes += written;
        return written;
    }

    private void roll(long firstPosition) throws IOException {
        file.force();
        file.close();
        segment = new Segment(SegmentNames.pathOf(folder, firstPosition));
        file = opener.open(segment.path(), 0);
        fileBytes = 0;
        segments.put(firstPosition, segment);
    }

    private void fail(Throwable cause) {
        String detail = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        JournalFailed problem = new JournalFailed(folder, durablePosition, detail);
        failure = Optional.of(problem);
        LOG.log(System.Logger.Level.ERROR, problem.sentence(), cause);
        tellListeners();
    }

    private void tellListeners() {
        long position = durablePosition;
        for (LongConsumer listener : listeners) {
            try {
                listener.accept(position);
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "a listener of the journal failed; the journal goes on", e);
            }
        }
    }

    void addListener(LongConsumer listener) {
        listeners.add(listener);
    }

    long durablePosition() {
        return durablePosition;
    }

    Optional<JournalFailed> failure() {
        return failure;
    }

    /** Writes what is left, waits for the thread to end and closes the file. */
    void close() throws IOException, InterruptedException {
        closing = true;
        LockSupport.unpark(thread);
        thread.join();
        file.close();
    }
}
