package io.sextant.voice.speaking;

import io.sextant.voice.problem.VoiceException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Speaks sentences one after the other, alerts before answers: an alert ends the answer that is being spoken, never another alert. Every
 * sentence is written somewhere too, so one that is left out is not lost.
 */
public final class Speaker {

    /** More than that is left out, the oldest answers first: nobody listens to a minute of old news. */
    static final int WAITING_MAX = 20;

    /** How soon something is to be heard. */
    public enum Urgency {
        ALERT,
        ANSWER
    }

    private record Sentence(String text, Urgency urgency, Hush hush) {}

    private final SpeakingVoice voice;
    private final Executor executor;
    private final Consumer<VoiceException> troubles;
    private final Deque<Sentence> alerts = new ArrayDeque<>();
    private final Deque<Sentence> answers = new ArrayDeque<>();
    private @Nullable Sentence spoken;
    private boolean running;

    /**
     * @param executor a thread for speaking; it is held while something is spoken
     * @param troubles hears, once a sentence, why it was not spoken
     */
    public Speaker(SpeakingVoice voice, Executor executor, Consumer<VoiceException> troubles) {
        this.voice = voice;
        this.executor = executor;
        this.troubles = troubles;
    }

    public void say(String text, Urgency urgency) {
        Hush interrupted = null;
        boolean starts;
        synchronized (this) {
            Deque<Sentence> queue = urgency == Urgency.ALERT ? alerts : answers;
            queue.add(new Sentence(text, urgency, new Hush()));
            if (alerts.size() + answers.size() > WAITING_MAX) {
                (answers.isEmpty() ? alerts : answers).remove();
            }
            if (urgency == Urgency.ALERT && spoken != null && spoken.urgency() == Urgency.ANSWER) {
                interrupted = spoken.hush();
            }
            starts = !running;
            running = true;
        }
        if (interrupted != null) {
            interrupted.ask();
        }
        if (starts) {
            executor.execute(this::speakAll);
        }
    }

    /** Ends what is spoken and forgets what waits. */
    public void hush() {
        Sentence now;
        synchronized (this) {
            alerts.clear();
            answers.clear();
            now = spoken;
        }
        if (now != null) {
            now.hush().ask();
        }
    }

    private void speakAll() {
        while (true) {
            Sentence next;
            synchronized (this) {
                next = alerts.isEmpty() ? answers.poll() : alerts.poll();
                spoken = next;
                if (next == null) {
                    running = false;
                    return;
                }
            }
            try {
                voice.speak(next.text(), next.hush());
            } catch (VoiceException e) {
                troubles.accept(e);
            }
        }
    }
}
