package io.sextant.app.cli;

import io.sextant.app.session.DeskFolder;
import io.sextant.app.session.OfflineDesk;
import io.sextant.domain.source.KeyPlace;
import io.sextant.domain.source.NewsSource;
import io.sextant.domain.source.NewsSource.Form;
import io.sextant.domain.source.SourceBook;
import io.sextant.domain.source.SourceResult;
import io.sextant.domain.source.SourceResult.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Where a desk's headlines come from: seen and changed here while it is closed, read by the clock while it is open. */
@Command(
        name = "news",
        mixinStandardHelpOptions = true,
        description = "Shows, changes and reads the sources of headlines: RSS, Atom, or a JSON news service.")
final class NewsCommand extends SextantCommand.Part {

    @Spec
    @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(), "Say what to do: news sources, add, remove or fetch");
    }

    @Command(
            name = "sources",
            mixinStandardHelpOptions = true,
            description = "Lists the sources and how they did last.")
    int sources(
            @Mixin DeskChoice desk, @Option(names = "--json", description = "Print nothing but JSON.") boolean json) {
        print(desk.in(dataFolder()), json);
        return ExitCode.OK;
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Adds a source, or changes the one of that name.")
    int add(
            @Mixin DeskToChange desk,
            @Parameters(paramLabel = "NAME") String name,
            @Parameters(paramLabel = "ADDRESS", description = "https://... without any key in it.") String address,
            @Option(
                            names = "--kind",
                            defaultValue = "rss",
                            paramLabel = "KIND",
                            description = "rss, atom or json (${DEFAULT-VALUE}).")
                    String kind,
            @Option(
                            names = "--key",
                            defaultValue = "",
                            paramLabel = "PLACE",
                            description =
                                    "Where its key is: env:VARIABLE, or file:PATH of a file that only you can read.")
                    String key,
            @Option(
                            names = "--every",
                            defaultValue = "" + NewsSource.USUAL_MINUTES,
                            paramLabel = "MINUTES",
                            description = "How often it is read (${DEFAULT-VALUE}).")
                    int minutes,
            @Option(names = "--json", description = "Print nothing but JSON.") boolean json) {
        try {
            desk.change(
                    dataFolder(),
                    NewsSource.of(name, form(kind), address, key, minutes).toSetting());
        } catch (IllegalArgumentException e) {
            throw notUnderstood(String.valueOf(e.getMessage()));
        }
        print(desk.in(dataFolder()), json);
        return ExitCode.OK;
    }

    @Command(name = "remove", mixinStandardHelpOptions = true, description = "Forgets a source; its headlines stay.")
    int remove(
            @Mixin DeskToChange desk,
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--json", description = "Print nothing but JSON.") boolean json) {
        requireKnown(desk.in(dataFolder()), name);
        desk.change(dataFolder(), NewsSource.removal(name));
        print(desk.in(dataFolder()), json);
        return ExitCode.OK;
    }

    @Command(
            name = "fetch",
            mixinStandardHelpOptions = true,
            description = "Opens the desk, reads its sources once, and tells it what is new.")
    int fetch(
            @Mixin DeskToChange desk,
            @Parameters(paramLabel = "NAME", arity = "0..1", description = "One source; all if not given.") @Nullable String name,
            @Option(names = "--json", description = "Print nothing but JSON.") boolean json)
            throws Exception {
        if (name != null) {
            requireKnown(desk.in(dataFolder()), name);
        }
        List<SourceResult> results =
                desk.opened(dataFolder(), session -> session.news().readNow(Optional.ofNullable(name)));
        print(desk.in(dataFolder()), json);
        return results.stream().anyMatch(result -> result.outcome() == Outcome.FAILED) ? ExitCode.FAILED : ExitCode.OK;
    }

    private static Form form(String kind) {
        return switch (kind.toLowerCase(Locale.ROOT)) {
            case "rss", "atom" -> Form.FEED;
            case "json" -> Form.JSON;
            default -> throw new IllegalArgumentException("--kind is rss, atom or json, not '" + kind + "'");
        };
    }

    private void requireKnown(DeskFolder desk, String name) {
        if (OfflineDesk.sources(desk).findNews(name).isEmpty()) {
            throw notUnderstood("There is no news source called '" + name + "'");
        }
    }

    private ParameterException notUnderstood(String sentence) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), sentence);
    }

    private void print(DeskFolder desk, boolean json) {
        List<SourceBook.News> all = OfflineDesk.sources(desk).news();
        var out = Console.of(spec).out();
        if (json) {
            Json.print(out, Map.of("sources", all.stream().map(NewsCommand::map).toList()));
            return;
        }
        Table table = new Table("SOURCE", "KIND", "ADDRESS", "KEY", "MINUTES", "LAST", "RESULT");
        for (SourceBook.News one : all) {
            NewsSource source = one.source();
            table.row(
                    source.name(),
                    source.form().name().toLowerCase(Locale.ROOT),
                    source.address(),
                    source.key().map(KeyPlace::text).orElse(""),
                    source.everyMinutes(),
                    one.last().map(result -> SourceDesk.time(result.atNanos())).orElse("never"),
                    SourceDesk.said(one.last()));
        }
        table.printOr(out, "There are no news sources. Add one with sextant news add NAME https://...");
        out.flush();
    }

    private static Map<String, Object> map(SourceBook.News one) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", one.source().name());
        map.put("kind", one.source().form().name().toLowerCase(Locale.ROOT));
        map.put("address", one.source().address().toString());
        map.put("key", one.source().key().map(KeyPlace::text).orElse(""));
        map.put("everyMinutes", one.source().everyMinutes());
        map.putAll(SourceDesk.map(one.last()));
        return map;
    }
}
