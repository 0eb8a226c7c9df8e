package io.sextant.exchange.standin;

import io.sextant.exchange.standin.fault.FaultyStream;
import io.sextant.exchange.standin.wire.HttpAnswer;
import io.sextant.exchange.standin.wire.HttpRequest;
import java.util.Optional;
import java.util.function.Consumer;

/** The part of an exchange that wants a key: accounts and orders. Asked before the public part. */
@FunctionalInterface
public interface PrivateDesk {

    /** An exchange where nobody has an account. */
    PrivateDesk NONE = request -> Optional.empty();

    /** The answer, or empty when the request is a public one. */
    Optional<HttpAnswer> answer(HttpRequest request);

    /** Takes what is said on an account's stream; empty when the stream is a public one. */
    default Optional<Consumer<String>> connected(HttpRequest request, FaultyStream stream) {
        return Optional.empty();
    }
}
