package io.sextant.voice.speaking;

import com.sun.speech.freetts.audio.AudioPlayer;
import io.sextant.voice.problem.VoiceException;
import io.sextant.voice.problem.VoiceTrouble;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import org.jspecify.annotations.Nullable;

/** Plays what FreeTTS makes, piece by piece, so that it can be stopped between two pieces. */
class LinePlayer implements AudioPlayer {

    private static final int PIECE = 3_200;

    private AudioFormat format = new AudioFormat(16_000, 16, 1, true, true);
    private @Nullable SourceDataLine line;
    private @Nullable VoiceException trouble;
    private volatile boolean cancelled;

    /** FreeTTS swallows what a player throws, so it is kept. */
    void requireNoTrouble() {
        if (trouble != null) {
            throw trouble;
        }
    }

    @Override
    public void setAudioFormat(AudioFormat newFormat) {
        format = newFormat;
    }

    @Override
    public AudioFormat getAudioFormat() {
        return format;
    }

    @Override
    public void begin(int size) {}

    @Override
    public boolean write(byte[] bytes) {
        return write(bytes, 0, bytes.length);
    }

    @Override
    public boolean write(byte[] bytes, int from, int size) {
        for (int at = from; at < from + size && !cancelled; at += PIECE) {
            if (!play(bytes, at, Math.min(PIECE, from + size - at))) {
                return false;
            }
        }
        return !cancelled;
    }

    /** False where it cannot be played. */
    boolean play(byte[] bytes, int from, int size) {
        try {
            SourceDataLine open = line;
            if (open == null) {
                open = AudioSystem.getSourceDataLine(format);
                open.open(format);
                open.start();
                line = open;
            }
            open.write(bytes, from, size);
            return true;
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
            trouble = new VoiceException(e, VoiceTrouble.NO_SPEAKER);
            cancelled = true;
            return false;
        }
    }

    @Override
    public boolean end() {
        return !cancelled;
    }

    @Override
    public boolean drain() {
        if (line != null && !cancelled) {
            line.drain();
        }
        return !cancelled;
    }

    @Override
    public void cancel() {
        cancelled = true;
        SourceDataLine open = line;
        if (open != null) {
            open.stop();
            open.flush();
        }
    }

    @Override
    public void close() {
        if (line != null) {
            line.close();
            line = null;
        }
    }

    @Override
    public void pause() {}

    @Override
    public void resume() {}

    @Override
    public void reset() {}

    @Override
    public void startFirstSampleTimer() {}

    @Override
    public long getTime() {
        return -1;
    }

    @Override
    public void resetTime() {}

    @Override
    public void showMetrics() {}

    @Override
    public float getVolume() {
        return 1;
    }

    @Override
    public void setVolume(float volume) {}
}
