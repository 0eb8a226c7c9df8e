package io.sextant.app.cli;

import io.sextant.app.session.LiveChoice;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.exchange.LiveVenue;
import io.sextant.exchange.VenueAddresses;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which live venue, and what of it. */
final class FeedOptions {

    @Option(
            names = "--feed",
            paramLabel = "VENUE",
            description = "A live venue: binance, kraken, bybit or coinbase; run trades it on paper.")
    @Nullable String venue;

    @Option(
            names = "--symbols",
            paramLabel = "SYMBOLS",
            split = ",",
            defaultValue = "BTC-USDT",
            description = "With --feed: what to follow, for example BTC-USDT,ETH-USDT (${DEFAULT-VALUE}).")
    List<String> symbols = List.of();

    @Option(names = "--feed-requests-at", hidden = true, description = "Another address for the venue's requests.")
    @Nullable String requestsAt;

    @Option(names = "--feed-streams-at", hidden = true, description = "Another address for the venue's streams.")
    @Nullable String streamsAt;

    Optional<LiveChoice> choice(@Nullable CommandSpec spec) {
        String wanted = venue;
        if (wanted == null) {
            return Optional.empty();
        }
        LiveVenue found = LiveVenue.find(wanted.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> usage(spec, "--feed knows " + LiveVenue.labels() + ", not " + wanted));
        try {
            List<InstrumentId> ids = symbols.stream()
                    .map(symbol -> InstrumentId.of(symbol.strip().toUpperCase(Locale.ROOT)))
                    .toList();
            return Optional.of(new LiveChoice(found, ids, addresses(spec)));
        } catch (IllegalArgumentException e) {
            throw usage(spec, String.valueOf(e.getMessage()));
        }
    }

    private Optional<VenueAddresses> addresses(@Nullable CommandSpec spec) {
        String requests = requestsAt;
        String streams = streamsAt;
        if (requests == null && streams == null) {
            return Optional.empty();
        }
        if (requests == null || streams == null) {
            throw usage(spec, "--feed-requests-at and --feed-streams-at go together");
        }
        return Optional.of(new VenueAddresses(requests, streams));
    }

    private static RuntimeException usage(@Nullable CommandSpec spec, String sentence) {
        return spec == null
                ? new IllegalArgumentException(sentence)
                : new ParameterException(spec.commandLine(), sentence);
    }
}
