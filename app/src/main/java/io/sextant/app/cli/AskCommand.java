package io.sextant.app.cli;

import io.sextant.domain.market.Timeframe;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Query;
import io.sextant.domain.time.Clock;
import io.sextant.domain.time.SystemClock;
import io.sextant.voice.assistant.Assistant;
import io.sextant.voice.assistant.Fact;
import io.sextant.voice.assistant.Said;
import io.sextant.voice.command.NamedInstruction;
import io.sextant.voice.command.SpokenInstruments;
import io.sextant.voice.command.Vocabulary;
import io.sextant.voice.language.Language;
import java.io.PrintWriter;
import java.time.Duration;
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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Answers a question in plain words. */
@Command(
        name = "ask",
        mixinStandardHelpOptions = true,
        description = {
            "Answers a question in English or French from what the desk knows: prices, forecasts and what they were worth, positions,"
                    + " profit, risk, crises, trades, what changed. Every figure is a fact with its source. What is no question is"
                    + " repeated as a draft and not done.",
            ""
        })
final class AskCommand extends SextantCommand.Part {

    private static final long LOOK_MILLIS = 250;
    private static final int PATIENCE_SECONDS = 20;

    @Spec
    @Nullable CommandSpec spec;

    @Parameters(paramLabel = "QUESTION", description = "In one pair of quotes.")
    String question = "";

    @Option(names = "--lang", paramLabel = "LANGUAGE", description = "en or fr (en).")
    String lang = "en";

    @Option(
            names = "--timeframe",
            paramLabel = "TIME",
            description = "Of the bars whose forecasts and regimes are told (1h).")
    String timeframe = "1h";

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
    public Integer call() throws InterruptedException {
        Language language =
                Language.find(lang).orElseThrow(() -> misunderstood("A language is en or fr, not '" + lang + "'."));
        Timeframe bars = timeframe();
        Said said = desk.<Said, InterruptedException>opened(
                dataFolder(), session -> answer(session.client(), language, bars));
        PrintWriter out = Console.of(spec).out();
        if (json) {
            Json.print(out, answer(said));
        } else {
            out.println(said.text());
            out.flush();
        }
        return ExitCode.OK;
    }

    private Timeframe timeframe() {
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
    private Said answer(EngineClient engine, Language language, Timeframe bars) throws InterruptedException {
        Vocabulary vocabulary = Vocabulary.of(
                language,
                SpokenInstruments.of(engine.ask(new Query.Instruments())
                        .toCompletableFuture()
                        .join()));
        Assistant assistant = new Assistant(engine, language, vocabulary, bars, ZoneId.systemDefault());
        Clock clock = new SystemClock();
        long until = clock.nanos() + patience.toNanos();
        Said said = assistant.answer(question);
        while (said.early() && clock.nanos() < until) {
            Thread.sleep(LOOK_MILLIS);
            said = assistant.answer(question);
        }
        return said;
    }

    private static Map<String, Object> answer(Said said) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("answer", said.text());
        List<Map<String, Object>> facts =
                said.facts().stream().map(AskCommand::map).toList();
        answer.put("facts", facts);
        said.command().ifPresent(command -> {
            NamedInstruction named = NamedInstruction.of(command);
            Map<String, Object> draft = new LinkedHashMap<>();
            draft.put("intent", named.intent());
            draft.put("slots", named.slots());
            answer.put("draft", draft);
        });
        return answer;
    }

    static Map<String, Object> map(Fact fact) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("name", fact.name());
        told.put("value", fact.value());
        told.put("source", fact.source());
        return told;
    }
}
