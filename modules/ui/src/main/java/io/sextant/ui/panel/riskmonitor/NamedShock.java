package io.sextant.ui.panel.riskmonitor;

import io.sextant.domain.risk.RiskShock;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A scenario that a person keeps. */
record NamedShock(String name, RiskShock shock) {

    static final int KEPT_MAX = 12;

    /** As one setting: {@code name|move|factor|share;…}, names as in an address. */
    static String written(List<NamedShock> all) {
        List<String> parts = new ArrayList<>();
        for (NamedShock each : all) {
            parts.add(URLEncoder.encode(each.name(), StandardCharsets.UTF_8) + "|"
                    + each.shock().priceMove() + "|" + each.shock().volatilityFactor() + "|"
                    + each.shock().correlationToOne());
        }
        return String.join(";", parts);
    }

    /** What can be read of it; the rest is left out. */
    static List<NamedShock> read(String text) {
        List<NamedShock> read = new ArrayList<>();
        for (String part : text.split(";")) {
            String[] fields = part.split("\\|", -1);
            if (fields.length == 4 && !fields[0].isBlank() && read.size() < KEPT_MAX) {
                try {
                    read.add(new NamedShock(
                            URLDecoder.decode(fields[0], StandardCharsets.UTF_8),
                            new RiskShock(
                                    Double.parseDouble(fields[1]),
                                    Double.parseDouble(fields[2]),
                                    Double.parseDouble(fields[3]))));
                } catch (IllegalArgumentException unreadable) {
                    // A setting that somebody else wrote.
                }
            }
        }
        return read;
    }
}
