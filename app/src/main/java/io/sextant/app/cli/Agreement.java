package io.sextant.app.cli;

import java.io.PrintWriter;

/** Asks for a yes at the terminal, or on standard input where that is none. */
final class Agreement {

    private Agreement() {}

    /** Anything but yes is a no, and so is the end of the input. */
    static boolean given(PrintWriter out, String question) {
        out.print(question + " [yes/no] ");
        out.flush();
        return SecretInput.line().strip().equalsIgnoreCase("yes");
    }
}
