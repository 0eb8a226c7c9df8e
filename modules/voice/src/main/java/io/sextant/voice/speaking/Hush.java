package io.sextant.voice.speaking;

import org.jspecify.annotations.Nullable;

/** Ends one sentence, from any thread: also when it is asked for before the sentence has begun. */
public final class Hush {

    private boolean asked;
    private @Nullable Runnable ending;

    /** What ends the sentence; done at once if it was asked for already. */
    public void endsBy(Runnable how) {
        synchronized (this) {
            if (!asked) {
                ending = how;
                return;
            }
        }
        how.run();
    }

    public void ask() {
        Runnable now;
        synchronized (this) {
            asked = true;
            now = ending;
            ending = null;
        }
        if (now != null) {
            now.run();
        }
    }

    public synchronized boolean isAsked() {
        return asked;
    }
}
