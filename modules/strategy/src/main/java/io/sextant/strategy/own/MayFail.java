package io.sextant.strategy.own;

import java.util.Optional;

/** A strategy whose code may throw: then that run of it ends, and what came of it until then is not what the strategy does. */
public interface MayFail {

    /** How the first run that ended so failed, when and where in the code. */
    Optional<String> findFailure();
}
