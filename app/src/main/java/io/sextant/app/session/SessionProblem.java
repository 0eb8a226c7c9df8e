package io.sextant.app.session;

import io.sextant.domain.session.DeskMending;
import io.sextant.engine.recovery.ReplayDivergedException;
import io.sextant.store.problem.StoreException;
import io.sextant.store.problem.StoreProblem;
import java.nio.file.Path;

/** A desk cannot be opened: a sentence for a person that says what happened, what is safe, and what to do. */
public sealed class SessionProblem extends RuntimeException permits LiveNotAgreed {

    private static final long serialVersionUID = 1;

    public SessionProblem(String sentence) {
        super(sentence);
    }

    public SessionProblem(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    static SessionProblem diverged(Path folder, ReplayDivergedException cause) {
        return new SessionProblem(
                "The journal in " + folder + " no longer replays: " + cause.getMessage()
                        + " Open it with the version that wrote it, or begin anew: sextant run"
                        + " --begin-anew sets the old desk aside whole.",
                cause);
    }

    /** What would make the desk open; nothing when nobody but its person can help. */
    public DeskMending cure() {
        return switch (getCause()) {
            case ReplayDivergedException diverged -> DeskMending.BEGIN_ANEW;
            case StoreException store
            when store.problem() instanceof StoreProblem.DatabaseDamaged -> DeskMending.REMAKE_TABLES;
            case null, default -> DeskMending.NOTHING;
        };
    }
}
