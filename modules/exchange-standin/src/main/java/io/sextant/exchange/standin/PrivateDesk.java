package io.sextant.exchange.standin;

import io.sextant.exchange.standin.wire.HttpAnswer;
import io.sextant.exchange.standin.wire.HttpRequest;
import java.util.Optional;

/** The part of an exchange that wants a key: accounts and orders. Asked before the public part. */
@FunctionalInterface
public interface PrivateDesk {

    /** An exchange where nobody has an account. */
    PrivateDesk NONE = request -> Optional.empty();

    /** The answer, or empty when the request is a public one. */
    Optional<HttpAnswer> answer(HttpRequest request);
}
