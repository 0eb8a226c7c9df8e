package io.sextant.app.cli;

import io.sextant.app.session.DataFolder;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.simulator.SimulatedInstruments;
import io.sextant.strategy.StrategyCatalog;
import io.sextant.strategy.kind.StrategyKind;
import io.sextant.voice.command.CommandGrammar;
import io.sextant.voice.command.NamedInstruction;
import io.sextant.voice.command.Reading;
import io.sextant.voice.command.SpokenInstruments;
import io.sextant.voice.command.Utterance;
import io.sextant.voice.command.Vocabulary;
import io.sextant.voice.hearing.Listening;
import io.sextant.voice.hearing.Microphone;
import io.sextant.voice.hearing.SoundFile;
import io.sextant.voice.hearing.VoskRecogniser;
import io.sextant.voice.language.Language;
import io.sextant.voice.model.InstalledModel;
import io.sextant.voice.model.ModelOffer;
import io.sextant.voice.model.ModelShelf;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Speech models, and what a recording or a sentence means. It sends nothing. */
@Command(
        name = "voice",
        mixinStandardHelpOptions = true,
        description =
                "Installs speech models, and tells what a recording or a sentence means. Nothing is ever sent from here.")
final class VoiceCommand extends SextantCommand.Part {

    private static final String LANGUAGES =
            Stream.of(Language.values()).map(Language::code).collect(Collectors.joining(" or "));

    /** A sixteenth of a second: how a microphone would bring it. */
    private static final int PIECE = 1_000;

    @Spec
    @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        throw usage("Say what to do: voice install, list, remove, transcribe or understand");
    }

    @Command(
            name = "install",
            mixinStandardHelpOptions = true,
            description = {
                "Installs the official small model of a language (some 40 MB, checked file by file), or one from disk.",
                "A download that was cut goes on where it was."
            })
    int install(
            @Parameters(paramLabel = "LANGUAGE", description = "en or fr.") String language,
            @Option(names = "--from", paramLabel = "FILE", description = "A zip or a folder on disk instead.") @Nullable Path from,
            @Option(names = "--address", hidden = true, description = "Another address of the official zip.") @Nullable URI address,
            @Option(names = "--json", description = "Print nothing but JSON.") boolean json) {
        ModelOffer official = ModelOffer.of(language(language));
        ModelOffer offer = address == null ? official : official.from(address);
        PrintWriter err = Console.of(spec).err();
        PaceOfDownload pace = new PaceOfDownload(json ? null : err);
        InstalledModel model = from == null ? shelf().download(offer, pace::at) : shelf().install(from, offer);
        if (json) {
            Json.print(Console.of(spec).out(), map(model));
        } else {
            say("Installed " + described(model) + ".");
        }
        return ExitCode.OK;
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists the installed models, and the microphones of this machine.")
    int list(@Option(names = "--json", description = "Print nothing but JSON.") boolean json) {
        List<InstalledModel> models = shelf().list();
        List<String> microphones = Microphone.devices();
        PrintWriter out = Console.of(spec).out();
        if (json) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("models", models.stream().map(VoiceCommand::map).toList());
            answer.put("microphones", microphones);
            Json.print(out, answer);
        } else {
            Table table = new Table("LANGUAGE", "MODEL", "FOLDER");
            models.forEach(model -> table.row(model.language().code(), described(model), model.folder()));
            table.printOr(out, "No model is installed. Everything can be typed; to speak: sextant voice install en");
            out.println(microphones.isEmpty() ? "No microphone." : "Microphones: " + String.join(", ", microphones));
            out.flush();
        }
        return ExitCode.OK;
    }

    @Command(name = "remove", mixinStandardHelpOptions = true, description = "Removes the model of a language.")
    int remove(@Parameters(paramLabel = "LANGUAGE", description = "en or fr.") String language) {
        Language wanted = language(language);
        if (!shelf().remove(wanted)) {
            throw new RefusedByRule("No model of " + wanted.code() + " is installed.");
        }
        say("The model of " + wanted.code() + " is gone.");
        return ExitCode.OK;
    }

    @Command(
            name = "transcribe",
            mixinStandardHelpOptions = true,
            description = {
                "Tells what is said in a recording (WAV, AU or AIFF; any rate and channels) and which command it is.",
                "Speech that is no command has no intent, which is no error."
            })
    int transcribe(
            @Parameters(paramLabel = "FILE", description = "The recording.") Path file,
            @Option(names = "--lang", required = true, paramLabel = "LANGUAGE", description = "en or fr.")
                    String language,
            @Option(
                            names = "--model",
                            paramLabel = "DIR",
                            description = "The folder of a model instead of the installed one.")
                    @Nullable Path model,
            @Option(names = "--json", description = "Print nothing but JSON.") boolean json) {
        Language spoken = language(language);
        short[] sound = SoundFile.read(file);
        CommandGrammar grammar = grammar(spoken);
        Path folder = model == null ? shelf().getModel(spoken).folder() : model;
        try (VoskRecogniser recogniser = VoskRecogniser.open(folder);
                Listening listening = recogniser.listen(grammar.phrases())) {
            for (int from = 0; from < sound.length; from += PIECE) {
                short[] piece = Arrays.copyOfRange(sound, from, Math.min(sound.length, from + PIECE));
                listening.hear(piece, piece.length);
            }
            tell(grammar, listening.finish(), json);
        }
        return ExitCode.OK;
    }

    @Command(
            name = "understand",
            mixinStandardHelpOptions = true,
            description = "Tells which command a typed sentence is, by the same grammar.")
    int understand(
            @Parameters(paramLabel = "SENTENCE", description = "In quotes.") String sentence,
            @Option(names = "--lang", required = true, paramLabel = "LANGUAGE", description = "en or fr.")
                    String language,
            @Option(names = "--json", description = "Print nothing but JSON.") boolean json) {
        tell(grammar(language(language)), Utterance.typed(sentence), json);
        return ExitCode.OK;
    }

    private void tell(CommandGrammar grammar, Utterance utterance, boolean json) {
        Reading reading = grammar.read(utterance, Optional.empty());
        Optional<NamedInstruction> command = reading.findUnderstood().map(NamedInstruction::of);
        double confidence = grammar.confidence(utterance, Optional.empty());
        PrintWriter out = Console.of(spec).out();
        if (json) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("text", utterance.text());
            answer.put("intent", command.map(NamedInstruction::intent).orElse(null));
            answer.put("slots", command.map(NamedInstruction::slots).orElse(Map.of()));
            answer.put("confidence", confidence);
            answer.put("reading", word(reading));
            Json.print(out, answer);
        } else {
            out.println(utterance.text().isEmpty() ? "(nothing)" : utterance.text());
            out.println(command.map(NamedInstruction::toString).orElse(sentence(reading))
                    + String.format(Locale.ENGLISH, "  (confidence %.2f)", confidence));
            out.flush();
        }
    }

    private static String word(Reading reading) {
        return switch (reading) {
            case Reading.Understood _ -> "understood";
            case Reading.Unsure _ -> "unsure";
            case Reading.Several _ -> "several";
            case Reading.NoInstrument _ -> "no-instrument";
            case Reading.UnknownWord _ -> "unknown-word";
            case Reading.NoCommand _ -> "no-command";
        };
    }

    private static String sentence(Reading reading) {
        return switch (reading) {
            case Reading.Understood(var instruction) ->
                NamedInstruction.of(instruction).toString();
            case Reading.Unsure(var instruction, double _) ->
                "not heard clearly enough: " + NamedInstruction.of(instruction) + "?";
            case Reading.Several(var meanings) ->
                "several meanings: "
                        + meanings.stream()
                                .map(each -> NamedInstruction.of(each).toString())
                                .collect(Collectors.joining("; "));
            case Reading.NoInstrument() -> "which instrument is meant is not said";
            case Reading.UnknownWord() -> "an order with a word in it that is not known: refused";
            case Reading.NoCommand() -> "no command";
        };
    }

    /** What can be named without a desk: what every simulated desk has, and the known coins. */
    private static CommandGrammar grammar(Language language) {
        Map<InstrumentId, Set<String>> names = new LinkedHashMap<>(
                SpokenInstruments.of(new SimulatedInstruments(0).catalog().all()));
        SpokenInstruments.usual().forEach((id, spoken) -> {
            Set<String> all = new LinkedHashSet<>(names.getOrDefault(id, Set.of()));
            all.addAll(spoken);
            names.put(id, all);
        });
        List<String> strategies = new ArrayList<>();
        StrategyCatalog.all().stream().map(StrategyKind::name).forEach(strategies::add);
        return new CommandGrammar(language, Vocabulary.of(language, names).withStrategies(strategies));
    }

    private ModelShelf shelf() {
        Path data = dataFolder();
        return new ModelShelf(data == null ? DataFolder.usual() : data);
    }

    private Language language(String code) {
        return Language.find(code.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> usage("the languages are " + LANGUAGES + ", not " + code));
    }

    private static String described(InstalledModel model) {
        return model.name() + (model.official() ? " (official, checked)" : " (not an official one)");
    }

    private static Map<String, Object> map(InstalledModel model) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("language", model.language().code());
        map.put("name", model.name());
        map.put("official", model.official());
        map.put("folder", model.folder().toString());
        return map;
    }

    private void say(String sentence) {
        PrintWriter out = Console.of(spec).out();
        out.println(sentence);
        out.flush();
    }

    private ParameterException usage(String message) {
        CommandSpec known = spec;
        if (known == null) {
            throw new IllegalStateException(message);
        }
        return new ParameterException(known.commandLine(), message);
    }

    /** A line for every tenth of a download. */
    private static final class PaceOfDownload {

        private final @Nullable PrintWriter to;
        private long told = -1;

        PaceOfDownload(@Nullable PrintWriter to) {
            this.to = to;
        }

        void at(long bytes, long total) {
            long tenth = total > 0 ? bytes * 10 / total : bytes / 5_000_000;
            if (to != null && tenth > told) {
                told = tenth;
                to.println(total > 0 ? bytes * 100 / total + "% of " + total + " bytes" : bytes + " bytes");
                to.flush();
            }
        }
    }
}
