package io.sextant.reference.news;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which instruments a headline names: by symbol (as a word or a cash tag) or by the first word of their name. */
final class NamedInstruments {

    private static final int SHORTEST_WORD = 3;

    private record Named(InstrumentId id, Pattern pattern) {}

    private final List<Named> all;

    NamedInstruments(InstrumentCatalog catalog) {
        all = catalog.all().stream().map(NamedInstruments::named).toList();
    }

    private static Named named(Instrument instrument) {
        List<String> words = new ArrayList<>();
        String symbol = instrument.id().symbol();
        words.add(symbol);
        String base = symbol.split("[-./]", 2)[0];
        if (base.length() >= SHORTEST_WORD) {
            words.add(base);
        }
        String first = instrument.name().split("[\\s/,(]", 2)[0];
        if (first.length() > SHORTEST_WORD) {
            words.add(first);
        }
        String either = String.join(
                "|",
                words.stream()
                        .map(word -> Pattern.quote(word.toLowerCase(Locale.ROOT)))
                        .toList());
        return new Named(instrument.id(), Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + either + ")(?![\\p{L}\\p{N}])"));
    }

    List<InstrumentId> namedIn(String title) {
        String lower = title.toLowerCase(Locale.ROOT);
        return all.stream()
                .filter(named -> named.pattern().matcher(lower).find())
                .map(Named::id)
                .toList();
    }
}
