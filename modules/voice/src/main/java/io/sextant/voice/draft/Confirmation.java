package io.sextant.voice.draft;

/** What a yes did. */
public sealed interface Confirmation {

    /** It confirmed this draft, and no other yes ever will. */
    record Confirmed(Draft draft) implements Confirmation {}

    /** Nothing is to be sent. */
    record NotConfirmed(Reason reason) implements Confirmation {}

    enum Reason {
        /** No draft is open. */
        NOTHING_OPEN,
        /** The yes was for a draft that another has replaced, or that was confirmed or discarded. */
        OTHER_DRAFT,
        /** Nobody could have seen the draft yet. */
        UNSEEN,
        /** The yes was said before the draft was there to be seen. */
        SAID_BEFORE,
        /** Its time was over. */
        LAPSED,
        /** The price went too far. */
        PRICE_MOVED
    }
}
