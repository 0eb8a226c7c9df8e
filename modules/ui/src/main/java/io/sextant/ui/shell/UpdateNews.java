package io.sextant.ui.shell;

import java.time.Instant;
import java.util.Optional;

/**
 * Whether newer versions are asked for, where, and what was heard last.
 *
 * @param address empty where neither the build nor the reader named a place to ask
 * @param newest the newest version as it was told last; {@code newer} says that it is not this one
 * @param page where a person reads about it
 * @param trouble why the last question was not answered; empty when it was
 */
public record UpdateNews(
        boolean asks,
        Optional<String> address,
        Optional<Instant> askedAt,
        Optional<String> newest,
        boolean newer,
        Optional<String> page,
        String trouble) {}
