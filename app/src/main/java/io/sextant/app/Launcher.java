package io.sextant.app;

import io.sextant.app.cli.SextantCommand;

/** Where the process begins. Does not extend JavaFX's Application, so that it runs on the class path and without a display. */
public final class Launcher {

    private Launcher() {}

    public static void main(String[] args) {
        Logging.quieten();
        System.exit(SextantCommand.execute(args, System.out, System.err));
    }
}
