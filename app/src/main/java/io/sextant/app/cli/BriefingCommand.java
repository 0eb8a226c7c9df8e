package io.sextant.app.cli;

import io.sextant.app.briefing.BriefingPage;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.time.Clock;
import io.sextant.domain.time.SystemClock;
import io.sextant.marketdata.file.WholeFile;
import io.sextant.voice.assistant.Briefer;
import io.sextant.voice.assistant.Briefing;
import io.sextant.voice.language.Language;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The morning's briefing and the week's report. */
@Command(
        name = "briefing",
        mixinStandardHelpOptions = true,
        description = {
            "Tells what happened in a day or a week, what is held and risked, what is forecast and what that was worth, what runs,"
                    + " what is scheduled, and how the data are: in English or French, as text, HTML, PDF or JSON. Every figure is a"
                    + " fact with its source.",
            ""
        })
final class BriefingCommand extends SextantCommand.Part {

    private static final long LOOK_MILLIS = 250;
    private static final int PATIENCE_SECONDS = 20;

    @Spec
    @Nullable CommandSpec spec;

    @Option(names = "--weekly", description = "Of the last seven days, beside holding.")
    boolean weekly;

    @Option(names = "--lang", paramLabel = "LANGUAGE", description = "en or fr (en).")
    String lang = "en";

    @Option(
            names = "--timeframe",
            paramLabel = "TIME",
            description = "Of the bars whose forecasts and regimes are told (1h).")
    String timeframe = "1h";

    @Option(names = "--html", paramLabel = "FILE.html", description = "Where to write it, for a browser.")
    @Nullable Path html;

    @Option(names = "--pdf", paramLabel = "FILE.pdf", description = "The same on paper.")
    @Nullable Path pdf;

    @Option(
            names = "--patience",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How long to wait for models that are still learning (20s).")
    Duration patience = Duration.ofSeconds(PATIENCE_SECONDS);

    @Mixin
    DeskToChange desk = new DeskToChange();

    @Option(names = "--json", description = "Print nothing but JSON.")
    boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Language language =
                Language.find(lang).orElseThrow(() -> misunderstood("A language is en or fr, not '" + lang + "'."));
        Timeframe bars = bars();
        Briefing briefing = desk.<Briefing, InterruptedException>opened(
                dataFolder(), session -> write(session.client(), language, bars));
        BriefingPage page = new BriefingPage(briefing, language);
        if (html != null) {
            String text = page.html();
            WholeFile.write(html, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        }
        if (pdf != null) {
            byte[] bytes = page.pdf();
            WholeFile.write(pdf, out -> out.write(bytes));
        }
        PrintWriter out = Console.of(spec).out();
        if (json) {
            Json.print(out, map(briefing));
        } else {
            out.println(briefing.title() + "\n" + briefing.written().text() + "\n\n" + briefing.text());
            out.flush();
        }
        return ExitCode.OK;
    }

    private Timeframe bars() {
        try {
            return Timeframe.parse(timeframe);
        } catch (IllegalArgumentException unknown) {
            throw misunderstood(String.valueOf(unknown.getMessage()));
        }
    }

    private ParameterException misunderstood(String sentence) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), sentence);
    }

    /** Again while models learn, because the first to ask is who makes them begin. */
    private Briefing write(EngineClient engine, Language language, Timeframe bars) throws InterruptedException {
        Briefer briefer = new Briefer(engine, language, bars, ZoneId.systemDefault());
        Briefing.Kind kind = weekly ? Briefing.Kind.WEEKLY : Briefing.Kind.DAILY;
        Clock clock = new SystemClock();
        long until = clock.nanos() + patience.toNanos();
        Briefing briefing = briefer.write(kind, Instant.ofEpochSecond(0, clock.nanos()));
        while (briefing.early() && clock.nanos() < until) {
            Thread.sleep(LOOK_MILLIS);
            briefing = briefer.write(kind, Instant.ofEpochSecond(0, clock.nanos()));
        }
        return briefing;
    }

    private static Map<String, Object> map(Briefing briefing) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("title", briefing.title());
        map.put("written", briefing.written().text());
        map.put(
                "sections",
                briefing.sections().stream().map(BriefingCommand::map).toList());
        return map;
    }

    private static Map<String, Object> map(Briefing.Section section) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("section", section.key());
        map.put("heading", section.heading());
        map.put("text", section.paragraphs().stream().map(each -> each.text()).toList());
        List<Map<String, Object>> facts =
                section.facts().stream().map(AskCommand::map).toList();
        map.put("facts", facts);
        return map;
    }
}
