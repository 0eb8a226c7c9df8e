package io.sextant.store.journal;

import io.sextant.domain.journal.RecordKind;
import io.sextant.store.problem.StoreProblem.JournalFailed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

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

    /**
     * Market records that share a link at most. A broken link is told of all of them together, and what is paid once a link
     * is little beside so many.
     */
    static final int GROUP_RECORDS = 128;

    private static final int MARKET = RecordKind.MARKET.number();

    private final Path folder;
    private final JournalOptions options;
    private final SegmentFile.Opener opener;
    private final RecordRing ring;
    private final NavigableMap<Long, Segment> segments;
    private final AnchoredChain chain;
    private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();
    private final SealedFrames sealed;
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
            AnchoredChain chain,
            long lastPosition,
            long lastSegmentBytes)
            throws IOException {
        this.folder = folder;
        this.options = options;
        this.opener = opener;
        this.ring = ring;
        this.segments = segments;
        this.chain = chain;
        sealed = new SealedFrames(chain.chain(), ring.maxPayloadBytes());
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
        chain.open(writtenPosition + 1);
        while (from < end) {
            from += takeStretch(from, end);
            ring.release(from);
        }
        writeSealed();
        file.force();
        chain.durable(writtenPosition);
        durablePosition = writtenPosition;
        tellListeners();
        return true;
    }

    /** Seals what lies in one piece between {@code from} and {@code end}, as far as the buffer holds it; returns its bytes. */
    private long takeStretch(long from, long end) throws IOException {
        byte[] bytes = ring.bytes();
        int start = ring.indexOf(from);
        int limit = (int) Math.min(bytes.length, start + (end - from));
        int at = start;
        while (at < limit && RecordFrame.mark(bytes, at) != RecordFrame.PADDING_MARK) {
            int frame = RecordFrame.frameBytes(bytes, at);
            if (!sealed.hasRoomFor(frame)) {
                writeSealed();
            }
            if (isFullWith(frame)) {
                roll(RecordFrame.position(bytes, at));
            }
            segment.passed(RecordFrame.position(bytes, at), fileBytes + sealed.size());
            if (staysOpen(bytes, at, from + (at - start) + frame, end)) {
                sealed.takeOpen(bytes, at);
            } else {
                sealed.takeLinked(bytes, at);
            }
            writtenPosition = RecordFrame.position(bytes, at);
            at += frame;
        }
        return at < limit && at == start ? (long) bytes.length - start : at - start;
    }

    /** Whether the segment has no room for this many bytes more. A record that is larger than a segment has one to itself. */
    private boolean isFullWith(int more) {
        long size = fileBytes + sealed.size();
        return size > 0 && size + more > options.segmentBytes();
    }

    /** A market record is bound by a later link if another one follows it at once in this group of writes and in this segment. */
    private boolean staysOpen(byte[] bytes, int at, long nextFrom, long end) {
        if (nextFrom >= end || RecordFrame.kind(bytes, at) != MARKET || sealed.openRecords() + 1 >= GROUP_RECORDS) {
            return false;
        }
        int next = ring.indexOf(nextFrom);
        if (RecordFrame.mark(bytes, next) == RecordFrame.PADDING_MARK) {
            next = 0;
        }
        return RecordFrame.kind(bytes, next) == MARKET
                && !isFullWith(RecordFrame.frameBytes(bytes, at) + RecordFrame.frameBytes(bytes, next));
    }

    private void writeSealed() throws IOException {
        fileBytes += sealed.writeTo(file);
    }

    private void roll(long firstPosition) throws IOException {
        writeSealed();
        file.force();
        file.close();
        chain.segmentEnds(writtenPosition);
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
        try {
            file.close();
        } finally {
            chain.close();
        }
    }
}
