package io.sextant.app.cli;

import io.sextant.app.session.LiveChoice;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.exchange.LiveVenue;
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

    @Mixin
    AddressOptions at = new AddressOptions();

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
            return Optional.of(new LiveChoice(found, ids, at.addresses(spec)));
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
