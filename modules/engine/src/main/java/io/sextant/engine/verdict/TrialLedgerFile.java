package io.sextant.engine.verdict;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The ledger in a text file that is only appended to, by any number of processes. A line names bars ({@code D}, their number and sketch)
 * or tells a trial on them ({@code T}); each ends in a hash over itself and the line before, so a line that was changed or taken out in
 * the middle shows. A last line that is not whole was cut off by a crash and is written over.
 */
public final class TrialLedgerFile implements TrialLedger {

    /** Where it stands in a data folder. */
    public static final String NAME = "strategy-trials.log";

    private static final String TAB = "\t";
    private static final int HASH_BYTES = 8;
    private static final int DATA_FIELDS = 4;
    private static final int TRIAL_FIELDS = 6;

    /** A file's lock keeps other processes out; threads of this one are kept out by this. */
    private static final Object IN_THIS_PROCESS = new Object();

    private final Path file;

    public TrialLedgerFile(Path file) {
        this.file = file;
    }

    private static final class Contents {

        private final List<Tried> trials = new ArrayList<>();
        private final Map<DataSketch, String> numbers = new HashMap<>();
        private final Map<String, DataSketch> sketches = new HashMap<>();
        private String last = "";
        private long wholeBytes;
        private boolean whole = true;
    }

    @Override
    public void add(List<Tried> trials) {
        synchronized (IN_THIS_PROCESS) {
            append(trials);
        }
    }

    private void append(List<Tried> trials) {
        try (FileChannel channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            Contents now = read(channel);
            StringBuilder text = new StringBuilder();
            for (Tried each : TrialLedger.news(now.trials, trials)) {
                String number = now.numbers.get(each.data());
                if (number == null) {
                    number = Integer.toString(now.numbers.size() + 1);
                    now.numbers.put(each.data(), number);
                    append(text, now, String.join(TAB, "D", number, each.data().text()));
                }
                append(
                        text,
                        now,
                        String.join(TAB, "T", number, each.strategy(), each.settings(), exact(each.sharpeAYear())));
            }
            if (held.isValid() && !text.isEmpty()) {
                channel.truncate(now.wholeBytes);
                channel.position(now.wholeBytes);
                ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Tried> on(DataSketch data) {
        return read().trials.stream().filter(each -> each.data().overlaps(data)).toList();
    }

    @Override
    public boolean isWhole() {
        return read().whole;
    }

    private Contents read() {
        if (!file.toFile().exists()) {
            return new Contents();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return read(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Contents read(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        channel.position(0);
        int read = 0;
        while (bytes.hasRemaining() && read >= 0) {
            read = channel.read(bytes);
        }
        String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
        Contents contents = new Contents();
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            take(contents, text.substring(from, end));
            from = end + 1;
        }
        contents.wholeBytes = text.substring(0, from).getBytes(StandardCharsets.UTF_8).length;
        return contents;
    }

    /** A line that was tampered with still counts for what it says, where it says something. */
    private static void take(Contents contents, String line) {
        int cut = line.lastIndexOf(TAB);
        String body = cut < 0 ? line : line.substring(0, cut);
        String hash = line.substring(cut + 1);
        contents.whole &= hash.equals(hash(contents.last, body));
        contents.last = hash;
        String[] parts = line.split(TAB, -1);
        try {
            if (parts.length == DATA_FIELDS && parts[0].equals("D")) {
                DataSketch sketch = DataSketch.parse(parts[2]);
                contents.numbers.put(sketch, parts[1]);
                contents.sketches.put(parts[1], sketch);
            } else if (parts.length == TRIAL_FIELDS && parts[0].equals("T")) {
                DataSketch sketch = contents.sketches.get(parts[1]);
                if (sketch != null) {
                    contents.trials.add(new Tried(parts[2], parts[3], sketch, Double.parseDouble(parts[4])));
                }
            }
        } catch (IllegalArgumentException unreadable) {
            contents.whole = false;
        }
    }

    private static void append(StringBuilder text, Contents now, String body) {
        String plain = body.replace('\n', ' ');
        now.last = hash(now.last, plain);
        text.append(plain).append(TAB).append(now.last).append('\n');
    }

    private static String exact(double value) {
        return Double.isFinite(value) ? Double.toHexString(value) : Double.toString(value);
    }

    private static String hash(String before, String body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] all = digest.digest((before + TAB + body).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(all, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
