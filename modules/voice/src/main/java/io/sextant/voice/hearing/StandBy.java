package io.sextant.voice.hearing;

import io.sextant.domain.time.Clock;
import io.sextant.voice.command.Utterance;
import io.sextant.voice.problem.VoiceException;
import io.sextant.voice.problem.VoiceTrouble;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the microphone open until a phrase is said, hears one sentence after it, and waits for the phrase again. A sentence in one breath with the
 * phrase counts too: its sound is kept in memory for as long as it could be needed, and nowhere else.
 */
public final class StandBy {

    private static final System.Logger LOG = System.getLogger(StandBy.class.getName());

    private static final int PIECES_A_SECOND = 10;
    /** A sentence is over when nothing was added to it for so long: longer than one draws breath between its words. */
    private static final int QUIET_PIECES = 12;
    /** Who says nothing for so long after the phrase did not mean it. */
    private static final int SILENT_PIECES = 5 * PIECES_A_SECOND;
    /** Longer than any command. */
    private static final int SENTENCE_PIECES_MAX = 15 * PIECES_A_SECOND;

    private static final int KEPT_SAMPLES = 15 * Speech.SAMPLES_A_SECOND;

    /** Hears what goes on, on the thread that listens; {@code opened} is the phrase, after which a sentence is awaited. */
    public interface Listener extends PushToTalk.Listener {

        /** The microphone is open for the phrase, and how loud it is, from 0 to 1; ten times a second. */
        void waiting(double level);

        /** The phrase was said and then nothing. */
        void silent();

        /** The microphone is closed; a sentence that was being heard is dropped. */
        void rested();
    }

    private final Executor executor;
    private final Clock clock;
    private final Listener listener;
    private @Nullable Standing current;
    private volatile boolean told;

    /** @param executor a thread for listening; it is held until {@link #rest} */
    public StandBy(Executor executor, Clock clock, Listener listener) {
        this.executor = executor;
        this.clock = clock;
        this.listener = listener;
    }

    /** Begins to wait for the phrase; nothing happens while it waits already. */
    public synchronized void begin(Optional<String> device, WakeListening wake, Listening listening) {
        if (current != null) {
            return;
        }
        Standing standing = new Standing(wake, listening);
        current = standing;
        executor.execute(() -> stand(standing, device));
    }

    /** Ends it within a tenth of a second; trouble is news again afterwards. */
    public synchronized void rest() {
        told = false;
        if (current != null) {
            current.wanted = false;
            current = null;
        }
    }

    private void stand(Standing standing, Optional<String> device) {
        boolean opened = false;
        try (Microphone microphone = Microphone.open(device)) {
            while (standing.wanted) {
                if (!microphone.hear(standing)) {
                    throw new VoiceException(VoiceTrouble.MICROPHONE_GONE);
                }
                opened = true;
                told = false;
            }
        } catch (VoiceException trouble) {
            failed(standing, trouble);
        } catch (RuntimeException bug) {
            LOG.log(System.Logger.Level.WARNING, "waiting for a phrase failed", bug);
            failed(standing, new VoiceException(bug, VoiceTrouble.DEAF));
        } finally {
            standing.drop();
            ended(standing);
            if (opened) {
                listener.rested();
            }
        }
    }

    /** Once, however often it is tried again; not what comes of closing the microphone. */
    private void failed(Standing standing, VoiceException trouble) {
        if (standing.wanted && !told) {
            told = true;
            listener.failed(trouble);
        }
    }

    private synchronized void ended(Standing standing) {
        if (current == standing) {
            current = null;
        }
    }

    /** From opening the microphone to closing it. */
    private final class Standing implements Ear {

        private final WakeListening wake;
        private final Listening listening;
        private final SoundTail tail = new SoundTail(KEPT_SAMPLES);
        private volatile boolean wanted = true;
        private double level;
        private boolean awake;
        private long began;
        private int pieces;
        private int quiet;
        private String sofar = "";

        Standing(WakeListening wake, Listening listening) {
            this.wake = wake;
            this.listening = listening;
        }

        @Override
        public void hear(short[] samples, int count) {
            level = SoundLevel.of(samples);
            if (awake) {
                listening.hear(samples, count);
                follow();
                return;
            }
            tail.take(samples, count);
            OptionalInt after = wake.hear(samples, count);
            if (after.isPresent()) {
                wakeUp(after.getAsInt());
            } else {
                listener.waiting(level);
            }
        }

        private void wakeUp(int after) {
            short[] already = tail.last(after);
            tail.forget();
            awake = true;
            pieces = 0;
            quiet = 0;
            sofar = "";
            // A yes only counts for what was in sight before it was begun.
            began = clock.nanos() - already.length * 1_000_000_000L / Speech.SAMPLES_A_SECOND;
            listener.opened();
            listening.hear(already, already.length);
            follow();
        }

        private void follow() {
            String now = listening.sofar();
            pieces++;
            quiet = now.equals(sofar) ? quiet + 1 : 0;
            sofar = now;
            listener.live(now, level);
            boolean nothing = now.isEmpty();
            if (nothing ? pieces >= SILENT_PIECES : quiet >= QUIET_PIECES || pieces >= SENTENCE_PIECES_MAX) {
                Utterance said = listening.finish();
                awake = false;
                if (said.text().isEmpty()) {
                    listener.silent();
                } else {
                    listener.said(said, began);
                }
            }
        }

        /** What was begun belongs to no later sentence. */
        private void drop() {
            if (awake) {
                awake = false;
                listening.finish();
            }
        }
    }
}
