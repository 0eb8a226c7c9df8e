package io.sextant.ui.panel.riskmonitor;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.portfolio.WeightMethod;
import io.sextant.domain.risk.RiskShock;
import io.sextant.domain.risk.Supposition;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A scenario that a person keeps. */
record NamedCase(String name, Supposition supposed) {

    static final int KEPT_MAX = 12;

    private static final int SHOCK_FIELDS = 4;
    private static final int OLDER_FIELDS = 7;
    private static final int FIELDS = 8;

    /** As one setting: {@code name|move|factor|share|weather|mix|BTC-USD=0.5,…|rates;…}, names as in an address. */
    static String written(List<NamedCase> all) {
        return all.stream().map(NamedCase::written).collect(Collectors.joining(";"));
    }

    private String written() {
        RiskShock shock = supposed.shock();
        String shares = supposed.shares().entrySet().stream()
                .map(share -> escaped(share.getKey().symbol()) + "=" + share.getValue())
                .sorted()
                .collect(Collectors.joining(","));
        return String.join(
                "|",
                escaped(name),
                Double.toString(shock.priceMove()),
                Double.toString(shock.volatilityFactor()),
                Double.toString(shock.correlationToOne()),
                supposed.weather().name(),
                supposed.findMix().map(WeightMethod::name).orElse(""),
                shares,
                Integer.toString(supposed.rateBasisPoints()));
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What can be read of it; the rest is left out. Shocks alone were once all that was kept. */
    static List<NamedCase> read(String text) {
        List<NamedCase> read = new ArrayList<>();
        for (String part : text.split(";")) {
            String[] fields = part.split("\\|", -1);
            boolean whole = fields.length == FIELDS || fields.length == OLDER_FIELDS;
            if ((whole || fields.length == SHOCK_FIELDS) && !fields[0].isBlank() && read.size() < KEPT_MAX) {
                try {
                    read.add(new NamedCase(URLDecoder.decode(fields[0], StandardCharsets.UTF_8), supposed(fields)));
                } catch (IllegalArgumentException unreadable) {
                    // A setting that somebody else wrote.
                }
            }
        }
        return read;
    }

    private static Supposition supposed(String[] fields) {
        Supposition shocked = Supposition.of(new RiskShock(
                Double.parseDouble(fields[1]), Double.parseDouble(fields[2]), Double.parseDouble(fields[3])));
        if (fields.length == SHOCK_FIELDS) {
            return shocked;
        }
        Supposition weathered = shocked.with(Supposition.Weather.valueOf(fields[4]));
        return (fields[5].isEmpty() ? weathered : weathered.with(WeightMethod.valueOf(fields[5])))
                .with(shares(fields[6]))
                .withRates(fields.length == FIELDS ? Integer.parseInt(fields[7]) : 0);
    }

    private static Map<InstrumentId, Double> shares(String text) {
        Map<InstrumentId, Double> shares = new LinkedHashMap<>();
        for (String one : text.isEmpty() ? new String[0] : text.split(",")) {
            int equals = one.lastIndexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("no share in " + one);
            }
            shares.put(
                    InstrumentId.of(URLDecoder.decode(one.substring(0, equals), StandardCharsets.UTF_8)),
                    Double.valueOf(one.substring(equals + 1)));
        }
        return shares;
    }
}
