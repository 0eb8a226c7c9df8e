package io.sextant.voice.hearing;

import io.sextant.domain.time.Clock;
import io.sextant.voice.command.Utterance;
import io.sextant.voice.problem.VoiceException;
import io.sextant.voice.problem.VoiceTrouble;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Hears from press to release. The microphone is open in between and never else. */
public final class PushToTalk {

    private static final System.Logger LOG = System.getLogger(PushToTalk.class.getName());

    /** A key that hangs ends by itself: longer than any command. */
    private static final int PIECES_MAX = 600;

    /** Hears what goes on, on the thread that listens. */
    public interface Listener {

        /** The microphone is open. */
        void opened();

        /** What it sounds like up to now, and how loud it is, from 0 to 1; ten times a second. */
        void live(String text, double level);

        /** What was said, and when the key was pressed. */
        void said(Utterance utterance, long beganNanos);

        void failed(VoiceException trouble);
    }

    private final Executor executor;
    private final Clock clock;
    private final Listener listener;
    private @Nullable Press pressed;

    /** One press of the key. */
    private static final class Press {
        volatile boolean held = true;
    }

    /** @param executor a thread for listening; it is held from press to release */
    public PushToTalk(Executor executor, Clock clock, Listener listener) {
        this.executor = executor;
        this.clock = clock;
        this.listener = listener;
    }

    /** Begins to listen; nothing happens while it listens already, as when a key repeats itself. */
    public synchronized void press(Optional<String> device, Listening listening) {
        if (pressed != null) {
            return;
        }
        Press press = new Press();
        pressed = press;
        long began = clock.nanos();
        executor.execute(() -> listen(press, device, listening, began));
    }

    /** Ends it; what was said comes to the listener. */
    public synchronized void release() {
        if (pressed != null) {
            pressed.held = false;
        }
    }

    private void listen(Press press, Optional<String> device, Listening listening, long began) {
        try {
            try (Microphone microphone = Microphone.open(device)) {
                listener.opened();
                for (int i = 0; i < PIECES_MAX && press.held; i++) {
                    if (!microphone.hear(listening)) {
                        throw new VoiceException(VoiceTrouble.MICROPHONE_GONE);
                    }
                    listener.live(listening.sofar(), microphone.level());
                }
            }
            listener.said(listening.finish(), began);
        } catch (VoiceException trouble) {
            listener.failed(trouble);
        } catch (RuntimeException bug) {
            LOG.log(System.Logger.Level.WARNING, "listening failed", bug);
            listener.failed(new VoiceException(bug, VoiceTrouble.DEAF));
        } finally {
            ended();
        }
    }

    private synchronized void ended() {
        pressed = null;
    }
}
