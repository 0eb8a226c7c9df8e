package io.sextant.ui.panel.sources;

import io.sextant.domain.source.MacroSource;
import io.sextant.domain.source.MacroSource.Origin;
import io.sextant.domain.source.NewsSource;
import io.sextant.domain.source.SourceBook;
import io.sextant.domain.source.SourceResult;
import io.sextant.domain.source.SourceResult.Kind;
import io.sextant.domain.source.StoredMacro;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One source, or a series that was imported and has none. */
record SourceRow(
        Key key,
        Optional<NewsSource> news,
        Optional<MacroSource> macro,
        Optional<SourceResult> last,
        Optional<StoredMacro> stored) {

    /** What stays the same while the rest changes. */
    record Key(Kind kind, String name) {}

    static List<SourceRow> of(SourceBook book, List<StoredMacro> stored) {
        List<SourceRow> rows = new ArrayList<>();
        for (SourceBook.News one : book.news()) {
            rows.add(new SourceRow(
                    new Key(Kind.NEWS, one.source().name()),
                    Optional.of(one.source()),
                    Optional.empty(),
                    one.last(),
                    Optional.empty()));
        }
        for (SourceBook.Macro one : book.macro()) {
            String name = one.source().name();
            rows.add(new SourceRow(
                    new Key(Kind.MACRO, name),
                    Optional.empty(),
                    Optional.of(one.source()),
                    one.last(),
                    stored.stream().filter(series -> series.name().equals(name)).findFirst()));
        }
        for (StoredMacro series : stored) {
            if (book.findMacro(series.name()).isEmpty()) {
                rows.add(new SourceRow(
                        new Key(Kind.MACRO, series.name()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(series)));
            }
        }
        return rows;
    }

    String name() {
        return key.name();
    }

    boolean hasSource() {
        return news.isPresent() || macro.isPresent();
    }

    /** Its address or file. */
    String place() {
        return news.map(source -> source.address().toString())
                .or(() -> macro.map(source -> switch (source.origin()) {
                    case Origin.Service service -> service.base() + " · " + service.series();
                    case Origin.CsvFile file -> file.path();
                }))
                .orElse("");
    }
}
