package io.sextant.domain.source;

import io.sextant.domain.command.ChangeSetting;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** All sources with how they did last, as the desk's settings tell them. */
public record SourceBook(List<News> news, List<Macro> macro) {

    /**
     * A source of news.
     *
     * @param wantedNanos when a person last asked for it to be read at once; zero for never
     */
    public record News(NewsSource source, Optional<SourceResult> last, long wantedNanos) {}

    /** A source of a macro series. */
    public record Macro(MacroSource source, Optional<SourceResult> last) {}

    private static final String WANTED = "source.wanted.news.";

    public SourceBook {
        news = List.copyOf(news);
        macro = List.copyOf(macro);
    }

    public static SourceBook of(Map<String, String> settings) {
        List<SourceResult> results = read(settings, SourceResult::findIn);
        return new SourceBook(
                read(settings, NewsSource::findIn).stream()
                        .map(source -> new News(
                                source,
                                last(results, SourceResult.Kind.NEWS, source.name()),
                                number(settings.getOrDefault(WANTED + source.name(), ""))))
                        .sorted(Comparator.comparing(one -> one.source().name()))
                        .toList(),
                read(settings, MacroSource::findIn).stream()
                        .map(source -> new Macro(source, last(results, SourceResult.Kind.MACRO, source.name())))
                        .sorted(Comparator.comparing(one -> one.source().name()))
                        .toList());
    }

    /** The command that asks for a source of news to be read now, whatever the clock says. */
    public static ChangeSetting readNow(String name, long nowNanos) {
        return new ChangeSetting(WANTED + name, Long.toString(nowNanos));
    }

    public Optional<News> findNews(String name) {
        return news.stream().filter(one -> one.source().name().equals(name)).findFirst();
    }

    public Optional<Macro> findMacro(String name) {
        return macro.stream().filter(one -> one.source().name().equals(name)).findFirst();
    }

    private static <T> List<T> read(
            Map<String, String> settings, Function<Map.Entry<String, String>, Optional<T>> reader) {
        return settings.entrySet().stream()
                .map(reader)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<SourceResult> last(List<SourceResult> results, SourceResult.Kind kind, String name) {
        return results.stream()
                .filter(result -> result.kind() == kind && result.name().equals(name))
                .findFirst();
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
