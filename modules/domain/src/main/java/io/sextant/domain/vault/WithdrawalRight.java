package io.sextant.domain.vault;

/** Whether a key could move money out of the account, as its venue told. A key that could is never kept. */
public enum WithdrawalRight {
    /** The venue said that the key cannot. */
    NONE,
    /** The venue said that the key can. */
    GRANTED,
    /** The venue does not tell, or was not asked. */
    NOT_TOLD
}
