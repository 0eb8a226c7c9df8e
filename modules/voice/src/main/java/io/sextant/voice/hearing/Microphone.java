package io.sextant.voice.hearing;

import io.sextant.voice.problem.VoiceException;
import io.sextant.voice.problem.VoiceTrouble;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.TargetDataLine;

/** A microphone that is open. Where there is none, asking for it fails with its own sentence, and so does one that is busy. */
public final class Microphone implements AutoCloseable {

    /** Some devices only know the rates of music; then every third sample is enough, after a filter. */
    private static final int[] RATES = {Speech.SAMPLES_A_SECOND, 48_000, 44_100};

    private final TargetDataLine line;
    private final int rate;
    private final Resampler resampler;
    private final byte[] bytes;
    private volatile double level;

    private Microphone(TargetDataLine line, int rate) {
        this.line = line;
        this.rate = rate;
        this.resampler = new Resampler(rate, Speech.SAMPLES_A_SECOND);
        this.bytes = new byte[rate / 10 * 2];
    }

    /** The names of devices that sound can come from. */
    public static List<String> devices() {
        List<String> names = new ArrayList<>();
        for (Mixer.Info each : AudioSystem.getMixerInfo()) {
            if (knowsSomeRate(AudioSystem.getMixer(each))) {
                names.add(each.getName());
            }
        }
        return names;
    }

    private static boolean knowsSomeRate(Mixer mixer) {
        for (int rate : RATES) {
            if (mixer.isLineSupported(new DataLine.Info(TargetDataLine.class, format(rate)))) {
                return true;
            }
        }
        return false;
    }

    /** Opens the device of that name, or the system's usual one. */
    public static Microphone open(Optional<String> device) {
        boolean found = false;
        Exception last = null;
        for (int rate : RATES) {
            try {
                TargetDataLine line = find(device, format(rate));
                found = true;
                line.open(format(rate));
                line.start();
                return new Microphone(line, rate);
            } catch (LineUnavailableException e) {
                last = e;
                found = true;
            } catch (IllegalArgumentException | SecurityException e) {
                // no such line at this rate; javax.sound has no other way to say so
                last = e;
            }
        }
        VoiceTrouble trouble = found ? VoiceTrouble.MICROPHONE_BUSY : VoiceTrouble.NO_MICROPHONE;
        throw last == null
                ? new VoiceException(trouble, device.orElse(""))
                : new VoiceException(last, trouble, device.orElse(""));
    }

    private static TargetDataLine find(Optional<String> device, AudioFormat format) throws LineUnavailableException {
        if (device.isEmpty()) {
            return AudioSystem.getTargetDataLine(format);
        }
        for (Mixer.Info each : AudioSystem.getMixerInfo()) {
            if (each.getName().equals(device.get())) {
                return AudioSystem.getTargetDataLine(format, each);
            }
        }
        throw new IllegalArgumentException("no device " + device.get());
    }

    private static AudioFormat format(int rate) {
        return new AudioFormat(rate, 16, 1, true, false);
    }

    /** Hears a tenth of a second, waiting for it; false when the microphone was closed or taken away. */
    boolean hear(Ear ear) {
        int read = line.read(bytes, 0, bytes.length);
        if (read <= 0) {
            return false;
        }
        short[] samples = new short[read / 2];
        ByteBuffer.wrap(bytes, 0, read)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer()
                .get(samples);
        level = SoundLevel.of(samples);
        short[] speech = rate == Speech.SAMPLES_A_SECOND ? samples : converted(samples);
        ear.hear(speech, speech.length);
        return true;
    }

    private short[] converted(short[] samples) {
        float[] from = new float[samples.length];
        for (int i = 0; i < samples.length; i++) {
            from[i] = samples[i] / 32_768f;
        }
        return SoundFile.samples(resampler.take(from));
    }

    /** How loud the last tenth of a second was, from 0 to 1. */
    public double level() {
        return level;
    }

    @Override
    public void close() {
        line.stop();
        line.close();
    }
}
