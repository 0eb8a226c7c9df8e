package io.sextant.voice.assistant;

import io.sextant.voice.language.Language;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** A section of a briefing in the making. */
final class Chapter {

    private final String key;
    private final Templates templates;
    private final Language language;
    private final ZoneId zone;
    private final List<Speaking> paragraphs = new ArrayList<>();
    private final List<Briefing.Curve> curves = new ArrayList<>();

    Chapter(String key, Templates templates, Language language, ZoneId zone) {
        this.key = key;
        this.templates = templates;
        this.language = language;
        this.zone = zone;
    }

    /** A new paragraph. */
    Speaking next() {
        Speaking speaking = new Speaking(templates, language, zone);
        paragraphs.add(speaking);
        return speaking;
    }

    Chapter draw(String name, long[] timesNanos, double[] values) {
        curves.add(new Briefing.Curve(templates.sentence("curve." + name), timesNanos, values));
        return this;
    }

    boolean early() {
        return paragraphs.stream().anyMatch(one -> one.said().early());
    }

    Briefing.Section section() {
        return new Briefing.Section(
                key,
                templates.sentence("section." + key),
                paragraphs.stream()
                        .map(Speaking::said)
                        .filter(said -> !said.pieces().isEmpty())
                        .toList(),
                curves);
    }
}
