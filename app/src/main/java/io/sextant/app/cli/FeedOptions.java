package io.sextant.app.cli;

import io.sextant.app.session.LiveChoice;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.exchange.LiveVenue;
import io.sextant.exchange.VenueAddresses;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which live venue, and what of it. */
final class FeedOptions {

    @Option(
            names = "--feed",
            paramLabel = "VENUES",
            description = "A live venue: binance, kraken, bybit or coinbase; run trades it on paper. Several, as in"
                    + " kraken,binance, make one desk over all of them, for orders that are routed.")
    @Nullable String venue;

    @Option(
            names = "--symbols",
            paramLabel = "SYMBOLS",
            split = ",",
            defaultValue = "BTC-USDT",
            description = "With --feed: what to follow, for example BTC-USDT,ETH-USDT (${DEFAULT-VALUE}).")
    List<String> symbols = List.of();

    @Mixin
    AddressOptions at = new AddressOptions();

    Optional<LiveChoice> choice(@Nullable CommandSpec spec) {
        String wanted = venue;
        if (wanted == null) {
            return Optional.empty();
        }
        try {
            List<InstrumentId> ids = symbols.stream()
                    .map(symbol -> InstrumentId.of(symbol.strip().toUpperCase(Locale.ROOT)))
                    .toList();
            List<String> labels = List.of(wanted.toLowerCase(Locale.ROOT).split("[,+]"));
            List<Optional<VenueAddresses>> addresses = at.addresses(labels.size(), spec);
            List<LiveChoice> each = new ArrayList<>();
            for (int i = 0; i < labels.size(); i++) {
                String label = labels.get(i).strip();
                LiveVenue found = LiveVenue.find(label)
                        .orElseThrow(() -> usage(spec, "--feed knows " + LiveVenue.labels() + ", not " + label));
                each.add(new LiveChoice(found, ids, addresses.get(i)));
            }
            return Optional.of(LiveChoice.over(each));
        } catch (IllegalArgumentException e) {
            throw usage(spec, String.valueOf(e.getMessage()));
        }
    }

    private static RuntimeException usage(@Nullable CommandSpec spec, String sentence) {
        return spec == null
                ? new IllegalArgumentException(sentence)
                : new ParameterException(spec.commandLine(), sentence);
    }
}
