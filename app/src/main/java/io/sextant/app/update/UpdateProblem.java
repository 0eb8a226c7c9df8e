package io.sextant.app.update;

import java.io.IOException;

/** Why a question about newer versions is not asked or was not answered, in a sentence without its full stop. */
public final class UpdateProblem extends IOException {

    private static final long serialVersionUID = 1;

    UpdateProblem(String message) {
        super(message);
    }
}
