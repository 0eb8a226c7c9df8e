package io.sextant.app.failure;

import java.util.Optional;

/** The version as the jar's manifest tells it. */
public final class ProgramVersion {

    private ProgramVersion() {}

    public static String number() {
        return Optional.ofNullable(ProgramVersion.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
