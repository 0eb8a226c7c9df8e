package io.sextant.voice.speaking;

import io.sextant.voice.problem.VoiceException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
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

    /** What became of a sentence. */
    public enum Spoken {
        /** To its end. */
        WHOLE,
        /** Somebody ended it, or something more urgent did, perhaps before it began. */
        HUSHED,
        /** Too much waited. */
        LEFT_OUT
    }

    private record Sentence(
            SpeakingVoice voice, String text, Urgency urgency, Hush hush, CompletableFuture<Spoken> fate) {}

    private final Executor executor;
    private final Deque<Sentence> alerts = new ArrayDeque<>();
    private final Deque<Sentence> answers = new ArrayDeque<>();
    private @Nullable Sentence spoken;
    private boolean running;

    /** @param executor a thread for speaking; it is held while something is spoken */
    public Speaker(Executor executor) {
        this.executor = executor;
    }

    /** What became of it, told on the thread that speaks, or that ended it; fails with {@link VoiceException} where it cannot be spoken. */
    public CompletionStage<Spoken> say(SpeakingVoice voice, String text, Urgency urgency) {
        Sentence sentence = new Sentence(voice, text, urgency, new Hush(), new CompletableFuture<>());
        Sentence interrupted = null;
        Sentence leftOut = null;
        boolean starts;
        synchronized (this) {
            (urgency == Urgency.ALERT ? alerts : answers).add(sentence);
            if (alerts.size() + answers.size() > WAITING_MAX) {
                leftOut = (answers.isEmpty() ? alerts : answers).remove();
            }
            if (urgency == Urgency.ALERT && spoken != null && spoken.urgency() == Urgency.ANSWER) {
                interrupted = spoken;
            }
            starts = !running;
            running = true;
        }
        if (interrupted != null) {
            interrupted.hush().ask();
        }
        if (leftOut != null) {
            leftOut.fate().complete(Spoken.LEFT_OUT);
        }
        if (starts) {
            executor.execute(this::speakAll);
        }
        return sentence.fate();
    }

    /** Ends what is spoken and forgets what waits. */
    public void hush() {
        hush(true);
    }

    /** Ends and forgets answers; alerts go on. */
    public void hushAnswers() {
        hush(false);
    }

    private void hush(boolean alertsToo) {
        Sentence now;
        List<Sentence> forgotten;
        synchronized (this) {
            forgotten = new ArrayList<>(answers);
            answers.clear();
            if (alertsToo) {
                forgotten.addAll(alerts);
                alerts.clear();
            }
            now = spoken != null && (alertsToo || spoken.urgency() == Urgency.ANSWER) ? spoken : null;
        }
        if (now != null) {
            now.hush().ask();
        }
        forgotten.forEach(each -> each.fate().complete(Spoken.HUSHED));
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
                next.voice().speak(next.text(), next.hush());
                next.fate().complete(next.hush().isAsked() ? Spoken.HUSHED : Spoken.WHOLE);
            } catch (RuntimeException e) {
                next.fate().completeExceptionally(e);
            }
        }
    }
}
