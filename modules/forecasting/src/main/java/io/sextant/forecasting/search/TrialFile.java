package io.sextant.forecasting.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Trials in a text file, a line each behind a line that says what is searched: number, loss, and the point in hexadecimal digits, which
 * come back to the last bit. A last line that is not whole was cut off by a crash and is tried again.
 */
public final class TrialFile implements TrialLog {

    private static final String END = ";";

    private final Path file;
    private final SearchSpace space;
    private final String heading;

    /**
     * @param what says what is searched over what: a file of another search is refused
     * @throws IllegalArgumentException where the file belongs to another search
     */
    public TrialFile(Path file, SearchSpace space, String what) {
        this.file = file;
        this.space = space;
        heading = "# " + what.replace('\n', ' ') + " | " + space.dimensions();
        if (Files.exists(file)) {
            List<String> lines = lines();
            if (!lines.isEmpty() && !lines.getFirst().equals(heading)) {
                throw new IllegalArgumentException(file + " belongs to another search: " + lines.getFirst());
            }
        }
    }

    @Override
    public List<Trial> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        List<Trial> trials = new ArrayList<>();
        for (String line : lines()) {
            if (line.startsWith("#") || !line.endsWith(END)) {
                continue;
            }
            String[] parts = line.substring(0, line.length() - END.length()).split(" ");
            double[] point = Arrays.stream(parts, 2, parts.length)
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            trials.add(
                    new Trial(Integer.parseInt(parts[0]), point, space.valuesAt(point), Double.parseDouble(parts[1])));
        }
        return trials;
    }

    @Override
    public void add(Trial trial) {
        String line = trial.number() + " " + exact(trial.loss()) + " "
                + Arrays.stream(trial.point()).mapToObj(TrialFile::exact).collect(Collectors.joining(" ")) + END + "\n";
        try {
            if (!Files.exists(file)) {
                Files.writeString(file, heading + "\n", StandardOpenOption.CREATE_NEW);
            } else if (!endsWithLine()) {
                line = "\n" + line;
            }
            Files.writeString(file, line, StandardCharsets.UTF_8, StandardOpenOption.APPEND, StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean endsWithLine() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        return bytes.length == 0 || bytes[bytes.length - 1] == '\n';
    }

    private static String exact(double value) {
        return Double.isFinite(value) ? Double.toHexString(value) : Double.toString(value);
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
