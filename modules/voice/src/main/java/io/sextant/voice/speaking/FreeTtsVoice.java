package io.sextant.voice.speaking;

import com.sun.speech.freetts.Voice;
import com.sun.speech.freetts.VoiceManager;
import io.sextant.voice.problem.VoiceException;
import io.sextant.voice.problem.VoiceTrouble;
import org.jspecify.annotations.Nullable;

/** FreeTTS's English voice. Its lexicon is read when the first sentence is spoken. */
final class FreeTtsVoice implements SpeakingVoice {

    private static final String DIRECTORY = "com.sun.speech.freetts.en.us.cmu_us_kal.KevinVoiceDirectory";

    private @Nullable Voice voice;

    @Override
    public void speak(String sentence, Hush hush) {
        speak(sentence, hush, new LinePlayer());
    }

    /** Into a player of one's own. */
    synchronized void speak(String sentence, Hush hush, LinePlayer player) {
        hush.endsBy(player::cancel);
        if (hush.isAsked()) {
            return;
        }
        Voice ours = voice();
        ours.setAudioPlayer(player);
        try {
            ours.speak(sentence);
            player.drain();
        } finally {
            player.close();
        }
        player.requireNoTrouble();
    }

    private Voice voice() {
        Voice known = voice;
        if (known == null) {
            System.setProperty("freetts.voices", DIRECTORY);
            known = VoiceManager.getInstance().getVoice("kevin16");
            if (known == null) {
                throw new VoiceException(VoiceTrouble.NO_SPEAKER);
            }
            known.allocate();
            voice = known;
        }
        return known;
    }
}
