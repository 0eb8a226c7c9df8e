package io.sextant.app.cli;

import io.sextant.exchange.VenueAddresses;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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

    /** One for each of so many venues, given in their order with commas between. */
    List<Optional<VenueAddresses>> addresses(int venues, @Nullable CommandSpec spec) {
        Optional<VenueAddresses> all = addresses(spec);
        if (all.isEmpty() || venues == 1) {
            return Collections.nCopies(venues, all);
        }
        String[] requests = all.get().requests().split(",", -1);
        String[] streams = all.get().streams().split(",", -1);
        if (requests.length != venues || streams.length != venues) {
            throw new IllegalArgumentException("an address for each of " + venues + " venues is wanted");
        }
        return IntStream.range(0, venues)
                .mapToObj(i -> Optional.of(new VenueAddresses(requests[i], streams[i])))
                .toList();
    }
}
