package io.sextant.domain.schedule;

import java.util.List;

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
            default -> throw new IllegalArgumentException("'" + parts[0] + "' is no work that can be scheduled");
        };
    }
}
