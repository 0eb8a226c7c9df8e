package io.sextant.ui.panel.sources;

import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.source.KeyPlace;
import io.sextant.domain.source.MacroSource;
import io.sextant.domain.source.MacroSource.Origin;
import io.sextant.domain.source.NewsSource;
import io.sextant.domain.source.NewsSource.Form;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Period;
import java.util.Optional;
import java.util.function.Supplier;

/** A source as it is typed, and which field is wrong. */
record SourceDraft(Type type, String name, String place, String series, String key, String rhythm) {

    /** What can be added. */
    enum Type {
        FEED,
        JSON,
        SERVICE,
        FILE
    }

    /** The fields of the form. */
    enum Field {
        NAME,
        PLACE,
        SERIES,
        KEY,
        RHYTHM
    }

    private static final String ANY_ADDRESS = "https://localhost/";

    static SourceDraft empty(Type type) {
        return switch (type) {
            case FEED, JSON -> new SourceDraft(type, "", "", "", "", Integer.toString(NewsSource.USUAL_MINUTES));
            case SERVICE -> new SourceDraft(type, "", MacroSource.FRED.toString(), "", "", "");
            case FILE -> new SourceDraft(type, "", "", "", "", "");
        };
    }

    static Optional<SourceDraft> of(SourceRow row) {
        return row.news()
                .map(source -> new SourceDraft(
                        source.form() == Form.FEED ? Type.FEED : Type.JSON,
                        source.name(),
                        source.address().toString(),
                        "",
                        source.key().map(KeyPlace::text).orElse(""),
                        Integer.toString(source.everyMinutes())))
                .or(() -> row.macro().map(source -> switch (source.origin()) {
                    case Origin.Service(URI base, String series, KeyPlace key) ->
                        new SourceDraft(Type.SERVICE, source.name(), base.toString(), series, key.text(), "");
                    case Origin.CsvFile(String path, Optional<Period> lag) ->
                        new SourceDraft(
                                Type.FILE,
                                source.name(),
                                path,
                                "",
                                "",
                                lag.map(Period::toString).orElse(""));
                }));
    }

    boolean has(Field field) {
        return switch (field) {
            case NAME, PLACE -> true;
            case SERIES -> type == Type.SERVICE;
            case KEY -> type == Type.JSON || type == Type.SERVICE;
            case RHYTHM -> type != Type.SERVICE;
        };
    }

    /** The first field that is wrong. Rules are those of the source itself; a key is wrong too where it would travel in the open. */
    Optional<Field> wrong() {
        if (!holds(() -> NewsSource.of(name, Form.FEED, ANY_ADDRESS, "", 1))) {
            return Optional.of(Field.NAME);
        }
        if (type == Type.FILE ? place.isBlank() : !holds(() -> NewsSource.of("x", Form.FEED, place, "", 1))) {
            return Optional.of(Field.PLACE);
        }
        if (has(Field.KEY) && (type == Type.SERVICE || !key.isBlank()) && !holds(() -> KeyPlace.parse(key.strip()))) {
            return Optional.of(Field.KEY);
        }
        if (has(Field.KEY) && !holds(() -> NewsSource.of("x", Form.JSON, place, key, 1))) {
            return Optional.of(Field.PLACE);
        }
        if (holds(this::setting)) {
            return Optional.empty();
        }
        return Optional.of(type == Type.SERVICE ? Field.SERIES : Field.RHYTHM);
    }

    /** The command that remembers it; throws while a field is wrong. */
    ChangeSetting setting() {
        return switch (type) {
            case FEED ->
                NewsSource.of(name, Form.FEED, place, "", Integer.parseInt(rhythm.strip()))
                        .toSetting();
            case JSON ->
                NewsSource.of(name, Form.JSON, place, key, Integer.parseInt(rhythm.strip()))
                        .toSetting();
            case SERVICE ->
                new MacroSource(
                                name.strip(),
                                new Origin.Service(
                                        URI.create(place.strip()), series.strip(), KeyPlace.parse(key.strip())))
                        .toSetting();
            case FILE ->
                new MacroSource(
                                name.strip(),
                                new Origin.CsvFile(
                                        place.strip(),
                                        rhythm.isBlank()
                                                ? Optional.empty()
                                                : Optional.of(Period.parse(rhythm.strip()))))
                        .toSetting();
        };
    }

    private static boolean holds(Supplier<?> made) {
        try {
            return made.get() != null;
        } catch (IllegalArgumentException | DateTimeException e) {
            return false;
        }
    }
}
