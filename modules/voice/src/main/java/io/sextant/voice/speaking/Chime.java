package io.sextant.voice.speaking;

import javax.sound.sampled.AudioFormat;

/** Two tones, a fifth apart, that call for attention. */
public final class Chime {

    private static final int RATE = 16_000;
    private static final double LOW_HERTZ = 660;
    private static final double HIGH_HERTZ = 990;
    private static final double TONE_SECONDS = 0.18;
    private static final double LOUDNESS = 0.35;

    private Chime() {}

    /**
     * Rings twice the tones when {@code urgently}. Blocks for less than two seconds.
     *
     * @throws io.sextant.voice.problem.VoiceException where nothing can be played
     */
    public static void ring(boolean urgently) {
        LinePlayer player = new LinePlayer();
        player.setAudioFormat(new AudioFormat(RATE, 16, 1, true, true));
        try {
            for (int i = 0; i < (urgently ? 2 : 1); i++) {
                player.write(tone(LOW_HERTZ));
                player.write(tone(HIGH_HERTZ));
            }
            player.drain();
        } finally {
            player.close();
        }
        player.requireNoTrouble();
    }

    /** Swells and dies away as half a sine, so that it does not click. */
    static byte[] tone(double hertz) {
        int samples = (int) (RATE * TONE_SECONDS);
        byte[] bytes = new byte[2 * samples];
        for (int i = 0; i < samples; i++) {
            double envelope = Math.sin(Math.PI * i / samples);
            int value =
                    (int) Math.round(Short.MAX_VALUE * LOUDNESS * envelope * Math.sin(2 * Math.PI * hertz * i / RATE));
            bytes[2 * i] = (byte) (value >> 8);
            bytes[2 * i + 1] = (byte) value;
        }
        return bytes;
    }
}
