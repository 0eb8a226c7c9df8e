package io.sextant.app.cli;

import io.sextant.exchange.VenueAddresses;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Other addresses for a venue than its own, for trials. */
final class AddressOptions {

    @Option(names = "--feed-requests-at", hidden = true, description = "Another address for the venue's requests.")
    @Nullable String requestsAt;

    @Option(names = "--feed-streams-at", hidden = true, description = "Another address for the venue's streams.")
    @Nullable String streamsAt;

    Optional<VenueAddresses> addresses(@Nullable CommandSpec spec) {
        String requests = requestsAt;
        String streams = streamsAt;
        if (requests == null && streams == null) {
            return Optional.empty();
        }
        if (requests == null || streams == null) {
            String sentence = "--feed-requests-at and --feed-streams-at go together";
            throw spec == null
                    ? new IllegalArgumentException(sentence)
                    : new ParameterException(spec.commandLine(), sentence);
        }
        return Optional.of(new VenueAddresses(requests, streams));
    }
}
