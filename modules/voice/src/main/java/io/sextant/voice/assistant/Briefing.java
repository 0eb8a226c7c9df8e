package io.sextant.voice.assistant;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a person reads in the morning, or when a week is over.
 *
 * @param written when, and by what rule
 * @param early whether models that it asked for are still learning
 */
public record Briefing(Kind kind, String title, Said written, List<Section> sections, Sources sources, boolean early) {

    /** How a table of the figures' sources is called, and its columns: figure, value, source. */
    public record Sources(String heading, List<String> columns) {

        public Sources {
            columns = List.copyOf(columns);
        }
    }

    /** How far back it looks, by market time. */
    public enum Kind {
        DAILY(1),
        WEEKLY(7);

        private static final long DAY_NANOS = 86_400_000_000_000L;

        private final int days;

        Kind(int days) {
            this.days = days;
        }

        long nanos() {
            return days * DAY_NANOS;
        }
    }

    /**
     * @param key the same in every language
     * @param curves to be drawn in one picture; none where there is nothing to draw
     */
    public record Section(String key, String heading, List<Said> paragraphs, List<Curve> curves) {

        public Section {
            paragraphs = List.copyOf(paragraphs);
            curves = List.copyOf(curves);
        }

        public List<Fact> facts() {
            return paragraphs.stream().flatMap(one -> one.facts().stream()).toList();
        }
    }

    /** Values over market time, equally many of both. */
    public record Curve(String name, long[] timesNanos, double[] values) {}

    public Briefing {
        sections = List.copyOf(sections);
    }

    public List<Fact> facts() {
        return sections.stream().flatMap(one -> one.facts().stream()).toList();
    }

    public String text() {
        return sections.stream()
                .map(section -> section.heading() + "\n"
                        + section.paragraphs().stream().map(Said::text).collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n\n"));
    }
}
