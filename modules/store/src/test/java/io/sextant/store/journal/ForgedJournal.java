package io.sextant.store.journal;

import io.sextant.domain.journal.RecordKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/** A closed journal whose frames can be taken apart, tampered with, and written back. */
final class ForgedJournal implements AutoCloseable {

    static final long SEGMENT_BYTES = 2_000;

    /** A frame and the segment it stands in. */
    static final class Frame {
        final Path segment;
        final byte[] bytes;

        Frame(Path segment, byte[] bytes) {
            this.segment = segment;
            this.bytes = bytes;
        }

        void makeChecksumAnew() {
            ByteBuffer.wrap(bytes)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(4, RecordFrame.computeChecksum(bytes, 0, new CRC32C()));
        }

        long position() {
            return RecordFrame.position(bytes, 0);
        }

        Frame copy() {
            return new Frame(segment, bytes.clone());
        }
    }

    final Path folder;
    final List<Frame> frames = new ArrayList<>();

    private ForgedJournal(Path folder) {
        this.folder = folder;
    }

    /** Written by the real journal in one or more sessions, and closed. */
    static ForgedJournal written(int... sessions) {
        try {
            ForgedJournal journal = new ForgedJournal(Files.createTempDirectory("sextant-forged"));
            for (int records : sessions) {
                journal.goOn(records);
            }
            journal.load();
            return journal;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a version without a chain left it: one file, no links. */
    static ForgedJournal unchained(int records) {
        try {
            ForgedJournal journal = new ForgedJournal(Files.createTempDirectory("sextant-forged"));
            Path segment = SegmentNames.pathOf(journal.folder, 1);
            for (long position = 1; position <= records; position++) {
                journal.frames.add(new Frame(segment, unchainedFrame(position)));
            }
            journal.store();
            return journal;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] unchainedFrame(long position) {
        byte[] payload = SampleRecords.payload(position);
        int size = (RecordFrame.LINKLESS_HEADER_BYTES + payload.length + 7) & -8;
        ByteBuffer frame = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        frame.putInt(0, RecordFrame.UNCHAINED_MARK);
        frame.putInt(8, payload.length);
        frame.putInt(12, RecordFrame.tag(77, SampleRecords.kind(position).number()));
        frame.putLong(16, position);
        frame.putLong(24, SampleRecords.sequence(position));
        frame.put(RecordFrame.LINKLESS_HEADER_BYTES, payload);
        frame.putInt(4, RecordFrame.computeChecksum(frame.array(), 0, new CRC32C()));
        return frame.array();
    }

    FileJournal open() {
        return FileJournal.open(folder, SampleRecords.options(1 << 14, SEGMENT_BYTES));
    }

    void goOn(int records) {
        try (FileJournal journal = open()) {
            SampleRecords.append(journal, records);
        }
    }

    /** Appends market records and at places a fact while the disk hangs, so that what was appended is written at once. */
    void goOnInOneWrite(int records, int factEvery, long segmentBytes) throws IOException {
        CountDownLatch hangs = new CountDownLatch(1);
        SegmentFile.Opener disk = (path, size) -> new HangingFile(ChannelSegmentFile.open(path, size), hangs);
        JournalOptions options = SampleRecords.options(1 << 20, segmentBytes);
        try (FileJournal journal = FileJournal.open(folder, options, disk)) {
            for (int i = 1; i <= records; i++) {
                byte[] payload = SampleRecords.payload(journal.lastPosition() + 1);
                RecordKind kind = i % factEvery == 0 ? RecordKind.FACT : RecordKind.MARKET;
                journal.append(kind, i, payload, payload.length);
            }
            hangs.countDown();
        }
        load();
    }

    private record HangingFile(SegmentFile real, CountDownLatch hangs) implements SegmentFile {
        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            real.write(bytes, offset, length);
        }

        @Override
        public void force() throws IOException {
            try {
                hangs.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            real.force();
        }

        @Override
        public void close() throws IOException {
            real.close();
        }
    }

    /** Takes the files apart as they are now. */
    void load() throws IOException {
        frames.clear();
        for (Path segment : SegmentNames.list(folder).values()) {
            byte[] content = Files.readAllBytes(segment);
            int at = 0;
            while (at < content.length) {
                int size = RecordFrame.frameBytes(content, at);
                frames.add(new Frame(segment, Arrays.copyOfRange(content, at, at + size)));
                at += size;
            }
        }
    }

    /** Writes the frames back, each into its segment; segments that have none left stay, empty. */
    void store() throws IOException {
        for (Path segment : SegmentNames.list(folder).values()) {
            Files.write(segment, new byte[0]);
        }
        for (Path segment :
                frames.stream().map(frame -> frame.segment).distinct().toList()) {
            List<byte[]> own = frames.stream()
                    .filter(frame -> frame.segment.equals(segment))
                    .map(frame -> frame.bytes)
                    .toList();
            byte[] content =
                    new byte[own.stream().mapToInt(bytes -> bytes.length).sum()];
            int at = 0;
            for (byte[] bytes : own) {
                System.arraycopy(bytes, 0, content, at, bytes.length);
                at += bytes.length;
            }
            Files.write(segment, content);
        }
    }

    void deleteEmptySegments() throws IOException {
        for (Path segment : SegmentNames.list(folder).values()) {
            if (Files.size(segment) == 0) {
                Files.delete(segment);
            }
        }
    }

    /** Makes links and checksums from a frame on anew, as somebody would who knows how they are made. */
    void chainAnewFrom(int index) {
        HashChain chain = HashChain.beginning(RecordFrame.salt(frames.getFirst().bytes, 0));
        frames.subList(0, index).forEach(frame -> chain.pass(frame.bytes, 0));
        for (Frame frame : frames.subList(index, frames.size())) {
            if (RecordFrame.isLinked(frame.bytes, 0)) {
                chain.seal(frame.bytes, 0);
                frame.makeChecksumAnew();
            } else {
                frame.makeChecksumAnew();
                chain.pass(frame.bytes, 0);
            }
        }
    }

    /** Index of the first of the records that share a link with one. */
    int firstOfGroup(int index) {
        int first = index;
        while (first > 0 && RecordFrame.isGrouped(frames.get(first - 1).bytes, 0)) {
            first--;
        }
        return first;
    }

    JournalProof prove(JournalProof.Expected... writtenDown) throws IOException {
        return JournalProof.of(folder, List.of(writtenDown));
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
