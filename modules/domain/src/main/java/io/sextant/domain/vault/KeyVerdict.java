package io.sextant.domain.vault;

/** What a venue said of a key. */
public sealed interface KeyVerdict {

    /** The venue knows the key. */
    record Valid(boolean mayTrade, WithdrawalRight withdrawal) implements KeyVerdict {}

    /** The venue does not take the key; the reason is the venue's own and holds nothing of the key. */
    record NotAccepted(String reason) implements KeyVerdict {}

    /** The venue could not be asked, or nobody here knows how to ask it. */
    record NotAsked(String reason) implements KeyVerdict {}
}
