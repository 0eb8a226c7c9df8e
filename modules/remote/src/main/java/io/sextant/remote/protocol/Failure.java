package io.sextant.remote.protocol;

/** Why nothing came of what a client said. */
public enum Failure {
    /** It could not be read; the sentence says where. */
    UNREADABLE,
    /** The role does not allow it. */
    NOT_ALLOWED,
    /** More than the limit allows. */
    TOO_MUCH,
    /** The engine was asked and could not. */
    ENGINE,
    CANCELLED,
    /** There is no such thing at this engine; to ask again is of no use. */
    REFUSED,
    /** Nobody knows of a command under this key. */
    NEVER_HEARD
}
