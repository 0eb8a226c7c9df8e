package io.sextant.marketdata.file;

import io.sextant.domain.dataset.QuarantinedRow;
import io.sextant.domain.market.BarSeries;
import io.sextant.marketdata.bar.BarLength;
import io.sextant.marketdata.bar.BarRule;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;

/** Reads files of candles, trades or values, whatever their layout. */
public final class PriceFiles {

    /** So much of a text is looked at to tell its layout. */
    private static final int SAMPLE_BYTES = 1 << 18;

    private static final int SAMPLE_LINES = 2_000;

    private PriceFiles() {}

    /** Reads a file to its end; what is not understood is told to the taker. A file that cannot be read is a problem. */
    public static void read(Path file, Reading reading, PriceFileTaker taker) {
        FileContents.read(file, taker::bytes, (name, text) -> {
            try {
                readText(name, text, reading, taker);
            } catch (FileProblem e) {
                taker.problem(name, name + " was not understood: " + e.getMessage() + ".");
            } catch (ZipException e) {
                taker.problem(name, name + " is damaged: " + e.getMessage() + ".");
            }
        });
    }

    private static void readText(String name, InputStream text, Reading reading, PriceFileTaker taker)
            throws IOException {
        byte[] start = text.readNBytes(SAMPLE_BYTES);
        if (isJson(start)) {
            InputStream whole = new SequenceInputStream(new ByteArrayInputStream(start), text);
            InputStream rows = new JsonRows(whole);
            readRows(name, rows.readNBytes(SAMPLE_BYTES), rows, reading, taker);
        } else {
            readRows(name, start, text, reading, taker);
        }
    }

    private static boolean isJson(byte[] start) {
        for (byte b : start) {
            if (b > ' ') {
                return b == '{' || b == '[';
            }
        }
        return false;
    }

    private static void readRows(String name, byte[] start, InputStream rest, Reading reading, PriceFileTaker taker)
            throws IOException {
        requireText(start);
        byte[] sample = wholeLines(start);
        Layout layout = LayoutDetector.detect(sampleOf(sample));
        Optional<BarLength> length = length(name, sample, layout, reading);
        boolean hasVolume =
                layout.kind() == Layout.Kind.TRADES || layout.parts().stream().anyMatch(part -> part.volume() >= 0);
        boolean trades = layout.kind() == Layout.Kind.TRADES;
        taker.begin(new PriceFileTaker.Understood(name, layout.describe(), trades, length, hasVolume));
        new TableReader(name, layout, reading, length, taker).read(new Lines(rest, start, start.length));
    }

    private static void requireText(byte[] start) {
        for (byte b : start) {
            if (b == 0) {
                throw new FileProblem("it is no text in UTF-8 or ASCII");
            }
        }
    }

    /** Without the last line, of which the sample may hold only a part. */
    private static byte[] wholeLines(byte[] start) {
        if (start.length < SAMPLE_BYTES) {
            return start;
        }
        int end = start.length;
        while (end > 0 && start[end - 1] != '\n') {
            end--;
        }
        return Arrays.copyOf(start, end);
    }

    private static Sample sampleOf(byte[] bytes) throws IOException {
        Lines lines = new Lines(new ByteArrayInputStream(bytes));
        List<byte[]> texts = new ArrayList<>();
        List<Long> numbers = new ArrayList<>();
        while (texts.size() < SAMPLE_LINES && lines.next()) {
            if (!lines.isBlank()) {
                texts.add(Arrays.copyOfRange(lines.bytes(), lines.start(), lines.end()));
                numbers.add(lines.number());
            }
        }
        return Sample.of(texts, numbers);
    }

    private static Optional<BarLength> length(String name, byte[] sample, Layout layout, Reading reading)
            throws IOException {
        if (layout.kind() == Layout.Kind.TRADES) {
            return reading.trades() instanceof BarRule.Time(var length) ? Optional.of(length) : Optional.empty();
        }
        if (reading.length().isPresent()) {
            return reading.length();
        }
        List<BarSeries> series = new ArrayList<>();
        Lines lines = new Lines(new ByteArrayInputStream(sample));
        new TableReader(name, layout, reading, Optional.empty(), new Silent(series)).read(lines);
        Optional<BarLength> length = LengthGuess.of(series, name);
        if (length.isEmpty()) {
            throw new FileProblem("its times do not tell how long a bar is; say it with --timeframe");
        }
        return length;
    }

    /** Collects the series of a sample. */
    private record Silent(List<BarSeries> series) implements PriceFileTaker {

        @Override
        public void begin(Understood text) {
            series.clear();
        }

        @Override
        public void bars(String symbol, BarSeries stretch) {
            series.add(stretch);
        }

        @Override
        public void quarantined(QuarantinedRow row) {
            // The rows of a sample are read again.
        }

        @Override
        public void progress(long rows) {
            // The rows of a sample are not counted.
        }

        @Override
        public void bytes(long more) {
            // A sample has been read already.
        }

        @Override
        public void end(long rows, long quarantinedRows) {
            // Nothing to tidy.
        }

        @Override
        public void problem(String name, String sentence) {
            throw new IllegalStateException(sentence);
        }
    }
}
