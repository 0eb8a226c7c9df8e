package io.sextant.exchange;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.exchange.binance.BinanceConnector;
import io.sextant.exchange.bybit.BybitConnector;
import io.sextant.exchange.coinbase.CoinbaseConnector;
import io.sextant.exchange.kraken.KrakenConnector;
import io.sextant.exchange.port.VenueConnector;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The venues whose market can be followed. */
public enum LiveVenue {
    BINANCE,
    KRAKEN,
    BYBIT,
    COINBASE;

    /** As people write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its proper name. */
    public String title() {
        return label().substring(0, 1).toUpperCase(Locale.ROOT) + label().substring(1);
    }

    /** What most people want to see of it first. */
    public List<InstrumentId> usualSymbols() {
        return switch (this) {
            case BINANCE, BYBIT -> List.of(InstrumentId.of("BTC-USDT"), InstrumentId.of("ETH-USDT"));
            case KRAKEN, COINBASE -> List.of(InstrumentId.of("BTC-USD"), InstrumentId.of("ETH-USD"));
        };
    }

    public static Optional<LiveVenue> find(String label) {
        return Arrays.stream(values())
                .filter(venue -> venue.label().equals(label))
                .findFirst();
    }

    /** All labels, for people. */
    public static String labels() {
        return Arrays.stream(values()).map(LiveVenue::label).collect(Collectors.joining(", "));
    }

    /** Where the venue usually is. */
    public VenueAddresses usualAddresses() {
        return switch (this) {
            case BINANCE -> new VenueAddresses(BinanceConnector.REQUESTS, BinanceConnector.STREAMS);
            case KRAKEN -> new VenueAddresses(KrakenConnector.REQUESTS, KrakenConnector.STREAMS);
            case BYBIT -> new VenueAddresses(BybitConnector.REQUESTS, "");
            case COINBASE -> new VenueAddresses(CoinbaseConnector.REQUESTS, CoinbaseConnector.STREAMS);
        };
    }

    /** Reaches the venue where it usually is, or at addresses of its own. */
    public VenueConnector connector(Optional<VenueAddresses> elsewhere) {
        VenueAddresses at = elsewhere.orElseGet(this::usualAddresses);
        return switch (this) {
            case BINANCE -> new BinanceConnector(at.requests(), at.streams());
            case KRAKEN -> new KrakenConnector(at.requests(), at.streams());
            case BYBIT -> new BybitConnector(at.requests());
            case COINBASE -> new CoinbaseConnector(at.requests(), at.streams());
        };
    }
}
