package io.sextant.app.assistant;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.Line;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.TargetDataLine;
import javax.sound.sampled.spi.MixerProvider;

/** A microphone for tests, seen by the JDK like any other: it hears recordings once, with pauses, and is unplugged at their end. */
public final class PlayedMicrophone extends MixerProvider {

    static final String NAME = "Played microphone";

    private static final Info INFO = new Info();
    private static final int RATE = 16_000;
    private static volatile byte[] sound = new byte[0];

    private static final class Info extends Mixer.Info {

        Info() {
            super(NAME, "Sextant's tests", "not there", "1");
        }
    }

    /** Each followed by so much silence. */
    static void play(double pauseSeconds, Path... recordings) throws Exception {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Path each : recordings) {
            try (AudioInputStream in = AudioSystem.getAudioInputStream(each.toFile())) {
                in.transferTo(all);
            }
            all.write(new byte[2 * (int) (pauseSeconds * RATE)]);
        }
        sound = all.toByteArray();
    }

    @Override
    public Mixer.Info[] getMixerInfo() {
        return new Mixer.Info[] {INFO};
    }

    @Override
    public Mixer getMixer(Mixer.Info wanted) {
        if (!wanted.equals(INFO)) {
            throw new IllegalArgumentException("not ours: " + wanted);
        }
        return (Mixer) proxy(Mixer.class, (self, method, arguments) -> switch (method.getName()) {
            case "getMixerInfo" -> INFO;
            case "isLineSupported" -> isOurs((Line.Info) arguments[0]);
            case "getLine" -> line();
            case "getTargetLineInfo", "getSourceLineInfo" -> new Line.Info[0];
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    private static boolean isOurs(Line.Info line) {
        return line instanceof DataLine.Info data
                && data.getLineClass() == TargetDataLine.class
                && Arrays.stream(data.getFormats()).anyMatch(PlayedMicrophone::isOurs);
    }

    private static boolean isOurs(AudioFormat format) {
        return format.getSampleRate() == RATE;
    }

    private static Object line() {
        byte[] heard = sound;
        sound = new byte[0];
        int[] at = {0};
        return proxy(TargetDataLine.class, (self, method, arguments) -> switch (method.getName()) {
            case "open" -> isOurs((AudioFormat) arguments[0]) ? Optional.empty() : refused();
            case "read" -> {
                int count = Math.min((int) arguments[2], heard.length - at[0]);
                if (count <= 0) {
                    yield -1;
                }
                System.arraycopy(heard, at[0], arguments[0], 0, count);
                at[0] += count;
                yield count;
            }
            case "start", "stop", "close" -> Optional.empty();
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    private static Object refused() {
        throw new IllegalArgumentException("only " + RATE + " Hz");
    }

    /** What returns nothing may return anything here. */
    private static Object proxy(Class<?> type, InvocationHandler handler) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
            Object answer = handler.invoke(self, method, arguments);
            return method.getReturnType() == void.class ? null : answer;
        });
    }
}
