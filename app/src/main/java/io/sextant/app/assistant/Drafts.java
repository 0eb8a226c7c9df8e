package io.sextant.app.assistant;

import io.sextant.domain.time.Clock;
import io.sextant.ui.assistant.AssistantNews;
import io.sextant.ui.assistant.AssistantNews.Who;
import io.sextant.voice.conversation.Reply;
import io.sextant.voice.draft.Draft;

/** Shows drafts for as long as they wait, and no longer. For the thread on which sentences are heard. */
final class Drafts {

    private static final long LOOK_MILLIS = 500;

    private final AssistantThread talk;
    private final Telling telling;
    private final Clock clock;

    Drafts(AssistantThread talk, Telling telling, Clock clock) {
        this.talk = talk;
        this.telling = telling;
        this.clock = clock;
    }

    void show(Tongue known, Reply.Drafted drafted) {
        Draft draft = drafted.draft();
        if (!isOpen(known, draft.id())) {
            telling.tell(Who.ASSISTANT, known.text().say("draft.overtaken"));
            return;
        }
        telling.tell(Who.ASSISTANT, drafted.text());
        telling.show(new AssistantNews.Drafted(
                draft.id(), drafted.sends(), drafted.effects(), (draft.lapsesNanos() - clock.nanos()) / 1_000_000));
        watch(known, draft.id());
    }

    /** Looks every now and then whether it lapsed or the price left its band, so that nobody sees a draft that is none any more. */
    private void watch(Tongue known, long draft) {
        talk.later(
                LOOK_MILLIS,
                () -> known.conversation()
                        .look(draft)
                        .whenComplete((why, failure) -> talk.run(() -> {
                            if (why != null) {
                                why.ifPresent(reason -> telling.tell(Who.TROUBLE, reason));
                            }
                            if (!endIfGone(known, draft)) {
                                watch(known, draft);
                            }
                        })));
    }

    boolean endIfGone(Tongue known, long draft) {
        boolean gone = !isOpen(known, draft);
        if (gone) {
            telling.show(new AssistantNews.DraftEnded(draft));
        }
        return gone;
    }

    /** Says what became of it, which need not be what was wished: it may have been sent already. */
    void discard(Tongue known, long draft) {
        boolean discarded = known.conversation().discard(draft);
        endIfGone(known, draft);
        telling.tell(Who.ASSISTANT, known.text().say(discarded ? "draft.discarded" : "draft.gone"));
    }

    /** Another language is spoken from now on: nothing of this conversation waits any more. */
    void end(Tongue known) {
        known.conversation().findDraft().ifPresent(draft -> telling.show(new AssistantNews.DraftEnded(draft.id())));
        known.conversation().end();
    }

    private static boolean isOpen(Tongue known, long draft) {
        return known.conversation()
                .findDraft()
                .filter(open -> open.id() == draft)
                .isPresent();
    }
}
