package io.sextant.domain.schedule;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import java.util.List;
import java.util.stream.Collectors;

/** What is done. */
public sealed interface ScheduledWork {

    /** One line that {@link #parse} reads. */
    String text();

    /**
     * Reads what arrived in files and folders of the engine's machine into the archive: a file that is as it was when it was
     * imported is passed over, and a bar that is there already is not stored twice.
     */
    record Import(List<String> files) implements ScheduledWork {

        public Import {
            files = List.copyOf(files);
            if (files.isEmpty() || files.stream().anyMatch(file -> file.isBlank() || file.contains("\n"))) {
                throw new IllegalArgumentException("an import has at least one file");
            }
        }

        @Override
        public String text() {
            return "import\t" + String.join("\t", files);
        }
    }

    /** Examines every series of the archive. */
    record Quality() implements ScheduledWork {

        @Override
        public String text() {
            return "quality";
        }
    }

    /** Asks a venue for the bars of the last days that are not stored. */
    record BackFill(String source, List<InstrumentId> instruments, Timeframe timeframe, int days)
            implements ScheduledWork {

        public static final int MOST_DAYS = 3_650;

        public BackFill {
            instruments = List.copyOf(instruments);
            if (!source.matches("[a-z]+")) {
                throw new IllegalArgumentException("'" + source + "' is no name of a venue");
            }
            if (instruments.isEmpty()) {
                throw new IllegalArgumentException("a back-fill is of at least one symbol");
            }
            if (days < 1 || days > MOST_DAYS) {
                throw new IllegalArgumentException("a back-fill looks back 1 to " + MOST_DAYS + " days, not " + days);
            }
        }

        @Override
        public String text() {
            return "backfill\t" + source + "\t" + timeframe.label() + "\t" + days + "\t"
                    + instruments.stream().map(InstrumentId::symbol).collect(Collectors.joining("\t"));
        }
    }

    /** Reads all sources of macro series. */
    record Macro() implements ScheduledWork {

        @Override
        public String text() {
            return "macro";
        }
    }

    /**
     * Reads what {@link #text()} wrote.
     *
     * @throws IllegalArgumentException with a sentence for the writer
     */
    static ScheduledWork parse(String text) {
        String[] parts = text.split("\t", -1);
        return switch (parts[0]) {
            case "import" -> new Import(List.of(parts).subList(1, parts.length));
            case "quality" -> new Quality();
            case "macro" -> new Macro();
            case "backfill" -> backFill(parts, text);
            default -> throw new IllegalArgumentException("'" + parts[0] + "' is no work that can be scheduled");
        };
    }

    private static BackFill backFill(String[] parts, String text) {
        if (parts.length < 5) {
            throw new IllegalArgumentException("'" + text + "' is no back-fill");
        }
        return new BackFill(
                parts[1],
                List.of(parts).subList(4, parts.length).stream()
                        .map(InstrumentId::of)
                        .toList(),
                Timeframe.parse(parts[2]),
                Integer.parseInt(parts[3]));
    }
}
