package io.sextant.voice.hearing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.function.IntToDoubleFunction;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** Writes sound to files for tests. */
final class Wav {

    private Wav() {}

    /** Each channel the same, as 16 bit. */
    static void write(Path file, int rate, int channels, int frames, IntToDoubleFunction sample) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(frames * channels * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < frames; i++) {
            for (int channel = 0; channel < channels; channel++) {
                bytes.putShort((short) Math.round(sample.applyAsDouble(i) * 32_767));
            }
        }
        write(file, new AudioFormat(rate, 16, channels, true, false), bytes.array(), frames);
    }

    static void write(Path file, AudioFormat format, byte[] bytes, int frames) throws IOException {
        AudioSystem.write(
                new AudioInputStream(new ByteArrayInputStream(bytes), format, frames),
                AudioFileFormat.Type.WAVE,
                file.toFile());
    }
}
