package io.sextant.voice.speaking;

import java.util.Arrays;
import java.util.List;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.Mixer;

/** What this machine has to hear and to speak with. */
public record SoundDevices(boolean microphone, boolean loudspeaker) {

    public static SoundDevices ofThisMachine() {
        List<Mixer> mixers = Arrays.stream(AudioSystem.getMixerInfo())
                .map(AudioSystem::getMixer)
                .toList();
        return new SoundDevices(
                mixers.stream().anyMatch(mixer -> mixer.getTargetLineInfo().length > 0),
                mixers.stream().anyMatch(mixer -> mixer.getSourceLineInfo().length > 0));
    }
}
