package io.sextant.marketdata.recording;

import java.io.IOException;
import java.nio.file.Path;

/** A file is not a whole recording. The message says which file, where, and what is wrong. */
public final class DamagedRecordingException extends IOException {

    private static final long serialVersionUID = 1;

    DamagedRecordingException(Path file, long atByte, String what) {
        super(file + " cannot be replayed: " + what + " (at byte " + atByte + ")");
    }

    DamagedRecordingException(Path file, long atByte, String what, Throwable cause) {
        super(file + " cannot be replayed: " + what + " (at byte " + atByte + ")", cause);
    }
}
