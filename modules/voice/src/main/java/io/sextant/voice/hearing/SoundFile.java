package io.sextant.voice.hearing;

import io.sextant.voice.problem.VoiceException;
import io.sextant.voice.problem.VoiceTrouble;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioFormat.Encoding;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** A recording on disk (WAV, AU or AIFF; any rate, any number of channels) as a recogniser wants it. */
public final class SoundFile {

    /** Longer is no command; it also bounds the memory. */
    public static final int LONGEST_SECONDS = 300;

    private static final int LOWEST_RATE = 4_000;
    private static final int HIGHEST_RATE = 384_000;
    private static final int CHANNELS_MAX = 32;

    private SoundFile() {}

    public static short[] read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new VoiceException(VoiceTrouble.NO_FILE, file.toString());
        }
        try (BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file));
                AudioInputStream found = AudioSystem.getAudioInputStream(in);
                AudioInputStream sound = plain(found)) {
            return read(sound, file);
        } catch (UnsupportedAudioFileException | IllegalArgumentException e) {
            throw new VoiceException(e, VoiceTrouble.NOT_SOUND, file.toString());
        } catch (IOException e) {
            throw new VoiceException(e, VoiceTrouble.NOT_SOUND, file.toString());
        }
    }

    /** Compressed telephone sound is unfolded by the JDK. */
    private static AudioInputStream plain(AudioInputStream found) {
        Encoding encoding = found.getFormat().getEncoding();
        return encoding.equals(Encoding.ULAW) || encoding.equals(Encoding.ALAW)
                ? AudioSystem.getAudioInputStream(Encoding.PCM_SIGNED, found)
                : found;
    }

    private static short[] read(AudioInputStream sound, Path file) throws IOException {
        AudioFormat format = sound.getFormat();
        int rate = Math.round(format.getSampleRate());
        int channels = format.getChannels();
        int bytes = (format.getSampleSizeInBits() + 7) / 8;
        if (rate < LOWEST_RATE || rate > HIGHEST_RATE || channels < 1 || channels > CHANNELS_MAX || bytes < 1) {
            throw new VoiceException(VoiceTrouble.NOT_SOUND, file.toString());
        }
        int frame = channels * bytes;
        long most = (long) LONGEST_SECONDS * rate * frame;
        byte[] data = sound.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, most + frame));
        if (data.length > most) {
            throw new VoiceException(VoiceTrouble.TOO_LONG, file.toString(), Integer.toString(LONGEST_SECONDS));
        }
        float[] mono = new float[data.length / frame];
        ByteBuffer buffer =
                ByteBuffer.wrap(data).order(format.isBigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < mono.length; i++) {
            double sum = 0;
            for (int channel = 0; channel < channels; channel++) {
                sum += sample(buffer, i * frame + channel * bytes, bytes, format.getEncoding(), file);
            }
            mono[i] = (float) (sum / channels);
        }
        return samples(Resampler.resample(mono, rate, Speech.SAMPLES_A_SECOND));
    }

    /** From -1 to 1. */
    private static double sample(ByteBuffer buffer, int at, int bytes, Encoding encoding, Path file) {
        if (encoding.equals(Encoding.PCM_FLOAT)) {
            return switch (bytes) {
                case 4 -> buffer.getFloat(at);
                case 8 -> buffer.getDouble(at);
                default -> throw new VoiceException(VoiceTrouble.NOT_SOUND, file.toString());
            };
        }
        if (encoding.equals(Encoding.PCM_UNSIGNED) && bytes == 1) {
            return ((buffer.get(at) & 0xFF) - 128) / 128.0;
        }
        if (!encoding.equals(Encoding.PCM_SIGNED)) {
            throw new VoiceException(VoiceTrouble.NOT_SOUND, file.toString());
        }
        return switch (bytes) {
            case 1 -> buffer.get(at) / 128.0;
            case 2 -> buffer.getShort(at) / 32_768.0;
            case 3 -> threeBytes(buffer, at) / 8_388_608.0;
            case 4 -> buffer.getInt(at) / 2_147_483_648.0;
            default -> throw new VoiceException(VoiceTrouble.NOT_SOUND, file.toString());
        };
    }

    private static int threeBytes(ByteBuffer buffer, int at) {
        boolean big = buffer.order() == ByteOrder.BIG_ENDIAN;
        int high = buffer.get(big ? at : at + 2);
        return (high << 16) | ((buffer.get(at + 1) & 0xFF) << 8) | (buffer.get(big ? at + 2 : at) & 0xFF);
    }

    static short[] samples(float[] from) {
        short[] samples = new short[from.length];
        for (int i = 0; i < from.length; i++) {
            float value = Float.isFinite(from[i]) ? from[i] : 0;
            samples[i] = (short) Math.clamp(Math.round(value * 32_768.0), Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return samples;
    }
}
