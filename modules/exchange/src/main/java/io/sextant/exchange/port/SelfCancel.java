package io.sextant.exchange.port;

/** How a venue takes back by itself what works there when it hears of us no more. */
public enum SelfCancel {
    /** It does not. */
    NONE,
    /** When it was not asked again to wait on. */
    BY_HEARTBEAT,
    /** When the account's stream is lost. */
    BY_STREAM
}
