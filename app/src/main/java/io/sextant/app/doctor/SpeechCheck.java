package io.sextant.app.doctor;

import io.sextant.voice.hearing.VoskRecogniser;
import io.sextant.voice.language.Language;
import io.sextant.voice.problem.VoiceException;
import io.sextant.voice.speaking.SoundDevices;
import io.sextant.voice.speaking.SystemVoice;
import java.util.List;
import java.util.Locale;

/** Can somebody be heard and answered? */
final class SpeechCheck {

    private SpeechCheck() {}

    static List<Finding> examine() {
        return List.of(recogniser(), sound(), voice());
    }

    private static Finding recogniser() {
        try {
            VoskRecogniser.requireLibrary();
            return Finding.well("Vosk", "can be used; sextant voice install en fetches a speech model");
        } catch (VoiceException e) {
            return Finding.watch(
                    "Vosk",
                    String.valueOf(e.getMessage()),
                    "Sentences can be typed instead; recognition runs on 64-bit Linux, macOS and Windows.");
        }
    }

    private static Finding sound() {
        SoundDevices devices = SoundDevices.ofThisMachine();
        boolean hears = devices.microphone();
        boolean plays = devices.loudspeaker();
        if (hears && plays) {
            return Finding.well("Sound", "a microphone and a loudspeaker are there");
        }
        return Finding.watch(
                "Sound",
                "no " + (hears ? "loudspeaker" : plays ? "microphone" : "sound device"),
                "Plug one in, or let this user at it (Linux: the group audio); everything can be typed and read instead.");
    }

    private static Finding voice() {
        boolean french = SystemVoice.isThere(Language.FRENCH);
        if (french) {
            return Finding.well("Voice", "the system speaks French; English is built in");
        }
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return Finding.watch(
                "Voice",
                "the system has no speech for French; English is built in",
                system.contains("linux")
                        ? "sudo apt-get install espeak-ng"
                        : "Install a French voice in the system's settings.");
    }
}
