package io.sextant.voice.problem;

/** What can be missing, busy or broken outside. Its sentences are under {@code problem.NAME}. */
public enum VoiceTrouble {
    /** There is no microphone that gives what is needed. */
    NO_MICROPHONE,
    /** There is one, and another program has it. */
    MICROPHONE_BUSY,
    /** It was unplugged, or taken away, while it was listened to. */
    MICROPHONE_GONE,
    /** Listening ended by a bug of ours. */
    DEAF,
    /** There is nothing to play sound with. */
    NO_SPEAKER,
    /** No model of the language is installed. */
    NO_MODEL,
    /** The folder is no model, or a part of it is missing or damaged. */
    BROKEN_MODEL,
    /** A word that is to be waited for, and that the model has never heard of. */
    UNKNOWN_WORD,
    /** The recogniser has no native library for this system. */
    NO_NATIVES,
    /** A file that is no sound, or one in a way that cannot be read. */
    NOT_SOUND,
    TOO_LONG,
    NO_FILE,
    /** A zip with entries that would be written elsewhere, or that is damaged. */
    BAD_ARCHIVE,
    /** What came is not what the checksum says. */
    WRONG_CHECKSUM,
    /** The line was cut more often than is tried; what came is kept for another try. */
    DOWNLOAD_CUT,
    DOWNLOAD_REFUSED,
    /** Nobody answers at the address. */
    DOWNLOAD_UNREACHED,
    /** The disk cannot be written. */
    CANNOT_WRITE
}
