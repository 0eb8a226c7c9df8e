package io.sextant.voice.command;

import io.sextant.domain.instrument.Equity;
import io.sextant.domain.instrument.Future;
import io.sextant.domain.instrument.Index;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.instrument.Option;
import io.sextant.domain.instrument.SpotPair;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How people call instruments: by symbol, by the coin's or company's name, and by what comes out when a name is heard wrongly. */
public final class SpokenInstruments {

    /** Coins by code. The second names are plurals and what recognisers write. */
    private static final Map<String, List<String>> COINS = coins();

    private SpokenInstruments() {}

    private static Map<String, List<String>> coins() {
        Map<String, List<String>> coins = new LinkedHashMap<>();
        coins.put("BTC", List.of("bitcoin", "bitcoins", "bit coin", "bit coins"));
        coins.put("ETH", List.of("ethereum", "ethereums", "ether", "ethers", "etherium"));
        coins.put("SOL", List.of("solana", "solanas"));
        coins.put("ADA", List.of("cardano", "cardanos"));
        coins.put("XRP", List.of("ripple", "ripples"));
        coins.put("LTC", List.of("litecoin", "litecoins", "light coin", "lite coin"));
        coins.put("DOGE", List.of("dogecoin", "dogecoins", "doge coin", "doge"));
        coins.put("BNB", List.of("binance coin"));
        coins.put("DOT", List.of("polkadot", "polka dot"));
        coins.put("AVAX", List.of("avalanche"));
        coins.put("LINK", List.of("chainlink", "chain link"));
        coins.put("TRX", List.of("tron"));
        coins.put("XLM", List.of("stellar"));
        coins.put("XMR", List.of("monero"));
        coins.put("ATOM", List.of("cosmos"));
        return coins;
    }

    /** The known coins against tether: what a sentence means where no desk is asked. */
    public static Map<InstrumentId, Set<String>> usual() {
        Map<InstrumentId, Set<String>> names = new LinkedHashMap<>();
        COINS.forEach((code, spoken) -> {
            Set<String> each = new LinkedHashSet<>(spoken);
            each.add(code.toLowerCase(Locale.ROOT));
            each.add(code + " USDT");
            names.put(InstrumentId.of(code + "-USDT"), each);
        });
        return names;
    }

    /**
     * Of the instruments of a desk, in its order. A coin's own name goes to the first pair with it, so that a desk over several venues has
     * one plain bitcoin and the others by symbol.
     */
    public static Map<InstrumentId, Set<String>> of(List<? extends Instrument> instruments) {
        Map<InstrumentId, Set<String>> names = new LinkedHashMap<>();
        Set<String> taken = new LinkedHashSet<>();
        for (Instrument each : instruments) {
            Set<String> own = new LinkedHashSet<>();
            own.add(each.id().symbol());
            plain(each).stream()
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .filter(taken::add)
                    .forEach(own::add);
            names.put(each.id(), own);
        }
        return names;
    }

    private static Set<String> plain(Instrument instrument) {
        Set<String> names = new LinkedHashSet<>();
        String name = withoutBrackets(instrument.name());
        switch (instrument) {
            case SpotPair pair -> {
                String code = pair.base().code();
                names.add(code);
                names.addAll(COINS.getOrDefault(code, List.of()));
                int slash = name.indexOf('/');
                names.add(slash < 0 ? name : name.substring(0, slash).strip());
            }
            case Equity share -> {
                String symbol = share.id().symbol();
                int point = symbol.indexOf('.');
                names.add(point < 0 ? symbol : symbol.substring(0, point));
                names.add(name);
            }
            case Future _, Index _, Option _ -> names.add(name);
        }
        return names;
    }

    private static String withoutBrackets(String name) {
        int bracket = name.indexOf('(');
        String plain = bracket < 0 ? name : name.substring(0, bracket);
        int comma = plain.indexOf(',');
        return (comma < 0 ? plain : plain.substring(0, comma)).strip();
    }
}
