package io.sextant.voice.speaking;

import io.sextant.voice.language.Language;
import io.sextant.voice.problem.VoiceException;
import io.sextant.voice.problem.VoiceTrouble;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The system's own speech as a program: espeak-ng, macOS's say, or Windows' speech. The sentence goes in through standard input and never
 * through an argument, so that no sentence can be taken for one.
 */
public final class SystemVoice implements SpeakingVoice {

    private static final String WINDOWS_SCRIPT = "[Console]::InputEncoding=[Text.Encoding]::UTF8;"
            + "Add-Type -AssemblyName System.Speech;"
            + "$s=New-Object System.Speech.Synthesis.SpeechSynthesizer;"
            + "$s.SelectVoiceByHints('NotSet','NotSet',0,[Globalization.CultureInfo]::new('%s'));"
            + "$s.Speak([Console]::In.ReadToEnd())";

    private final List<String> command;

    SystemVoice(List<String> command) {
        this.command = List.copyOf(command);
    }

    /** Whether the system itself has speech for a language. */
    public static boolean isThere(Language language) {
        return find(language).isPresent();
    }

    static Optional<SystemVoice> find(Language language) {
        return find(language, System.getProperty("os.name"), System.getenv());
    }

    static Optional<SystemVoice> find(Language language, String system, Map<String, String> environment) {
        String os = system.toLowerCase(Locale.ROOT);
        if (os.contains("win")) {
            return program("powershell.exe", environment)
                    .map(path -> new SystemVoice(List.of(
                            path,
                            "-NoProfile",
                            "-NonInteractive",
                            "-Command",
                            WINDOWS_SCRIPT.formatted(language == Language.FRENCH ? "fr-FR" : "en-US"))));
        }
        if (os.contains("mac")) {
            return program("say", environment)
                    .map(path -> new SystemVoice(
                            List.of(path, "-v", language == Language.FRENCH ? "Thomas" : "Samantha", "-f", "-")));
        }
        return program("espeak-ng", environment)
                .or(() -> program("espeak", environment))
                .map(path -> new SystemVoice(List.of(path, "-v", language.code(), "--stdin")));
    }

    /** Not every voice takes the spaces of French typography for spaces. */
    private static String spaced(String sentence) {
        return sentence.replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    private static Optional<String> program(String name, Map<String, String> environment) {
        String path = environment.getOrDefault("PATH", environment.getOrDefault("Path", ""));
        for (String folder : path.split(Pattern.quote(File.pathSeparator))) {
            if (!folder.isBlank() && Files.isExecutable(Path.of(folder, name))) {
                return Optional.of(Path.of(folder, name).toString());
            }
        }
        return Optional.empty();
    }

    @Override
    public void speak(String sentence, Hush hush) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            hush.endsBy(process::destroy);
            try (OutputStream in = process.getOutputStream()) {
                in.write(spaced(sentence).getBytes(StandardCharsets.UTF_8));
            }
            awaited(process);
        } catch (IOException e) {
            // A program that was ended while it still listened is no trouble; one that cannot be started is.
            if (!hush.isAsked()) {
                throw new VoiceException(e, VoiceTrouble.NO_SPEAKER);
            }
        }
    }

    private static void awaited(Process process) {
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }
}
