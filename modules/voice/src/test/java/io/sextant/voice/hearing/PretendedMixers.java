package io.sextant.voice.hearing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Optional;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.Line;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.TargetDataLine;
import javax.sound.sampled.spi.MixerProvider;

/**
 * Devices for tests, seen by the JDK like any others: a microphone that is busy, one that only knows 48 kHz and hears a tone, and one that hears a
 * recording and is unplugged at its end.
 */
public final class PretendedMixers extends MixerProvider {

    static final String BUSY = "Pretended busy microphone";
    static final String TONE = "Pretended microphone at 48 kHz";

    static final String RECORDING = "Pretended microphone with a recording";

    private static final Info[] INFOS = {new Info(BUSY), new Info(TONE), new Info(RECORDING)};
    private static short[] recording = new short[0];

    /** What the next {@link #RECORDING} that is opened hears, at 16 kHz. */
    static void record(short[] samples) {
        recording = samples.clone();
    }

    private static final class Info extends Mixer.Info {

        Info(String name) {
            super(name, "Sextant's tests", "not there", "1");
        }
    }

    @Override
    public Mixer.Info[] getMixerInfo() {
        return INFOS.clone();
    }

    @Override
    public Mixer getMixer(Mixer.Info wanted) {
        Info info = Arrays.stream(INFOS)
                .filter(each -> each.equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not ours: " + wanted));
        return (Mixer) proxy(Mixer.class, (self, method, arguments) -> switch (method.getName()) {
            case "getMixerInfo" -> info;
            case "isLineSupported" -> knows(info, (Line.Info) arguments[0]);
            case "getLine" -> line(info);
            case "getTargetLineInfo", "getSourceLineInfo" -> new Line.Info[0];
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    private static boolean knows(Info info, Line.Info line) {
        return line instanceof DataLine.Info data
                && data.getLineClass() == TargetDataLine.class
                && Arrays.stream(data.getFormats())
                        .anyMatch(format -> info.getName().equals(BUSY) || format.getSampleRate() == rate(info));
    }

    private static int rate(Info info) {
        return info.getName().equals(RECORDING) ? Speech.SAMPLES_A_SECOND : 48_000;
    }

    private static Object line(Info info) {
        long[] at = {0};
        short[] heard = recording;
        return proxy(TargetDataLine.class, (self, method, arguments) -> switch (method.getName()) {
            case "open" -> {
                if (info.getName().equals(BUSY)) {
                    throw new LineUnavailableException("somebody else has it");
                }
                if (((AudioFormat) arguments[0]).getSampleRate() != rate(info)) {
                    throw new IllegalArgumentException("only " + rate(info) + " Hz");
                }
                yield Optional.empty();
            }
            case "read" -> {
                byte[] bytes = (byte[]) arguments[0];
                if (info.getName().equals(RECORDING) && at[0] >= heard.length) {
                    yield -1;
                }
                for (int i = 0; i + 1 < (int) arguments[2]; i += 2) {
                    short sample = info.getName().equals(RECORDING)
                            ? at[0] < heard.length ? heard[(int) at[0]++] : 0
                            : (short) (16_384 * Math.sin(2 * Math.PI * 1_000 * at[0]++ / 48_000));
                    bytes[i] = (byte) sample;
                    bytes[i + 1] = (byte) (sample >> 8);
                }
                yield arguments[2];
            }
            case "start", "stop", "close" -> null;
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    /** What returns nothing may return anything here. */
    private static Object proxy(Class<?> type, InvocationHandler handler) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
            Object answer = handler.invoke(self, method, arguments);
            return method.getReturnType() == void.class ? null : answer;
        });
    }
}
