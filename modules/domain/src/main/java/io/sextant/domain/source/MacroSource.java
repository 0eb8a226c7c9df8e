package io.sextant.domain.source;

import io.sextant.domain.command.ChangeSetting;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Period;
import java.util.Map;
import java.util.Optional;

/**
 * Where the figures of a macro series come from. A setting of the desk like {@link NewsSource}.
 *
 * @param name what the series is called here
 */
public record MacroSource(String name, Origin origin) {

    /** How to get at it. */
    public sealed interface Origin {

        /** One line a field. */
        String text();

        /** A service shaped like FRED's: {@code base} ends before {@code series/observations}. It tells every revision. */
        record Service(URI base, String series, KeyPlace key) implements Origin {

            public Service {
                WebAddress.checked(base, Optional.of(key));
                if (!series.matches("[A-Za-z0-9_.:-]{1,100}")) {
                    throw new IllegalArgumentException("a series is called by letters and digits, such as CPIAUCSL");
                }
                if (!base.getPath().endsWith("/")) {
                    base = URI.create(base + "/");
                }
            }

            @Override
            public String text() {
                return "service\n" + base + "\n" + series + "\n" + key.text();
            }
        }

        /**
         * A CSV file of dates and values on the engine's machine.
         *
         * @param releaseLag how long after the first day of its period a figure comes out, for files that do not say
         */
        record CsvFile(String path, Optional<Period> releaseLag) implements Origin {

            public CsvFile {
                if (path.isBlank() || path.contains("\n")) {
                    throw new IllegalArgumentException("a file has a path");
                }
                if (releaseLag.filter(Period::isNegative).isPresent()) {
                    throw new IllegalArgumentException("no figure comes out before its period begins");
                }
            }

            @Override
            public String text() {
                return "csv\n" + path + "\n" + releaseLag.map(Period::toString).orElse("");
            }
        }
    }

    /** Where FRED itself answers. */
    public static final URI FRED = URI.create("https://api.stlouisfed.org/fred/");

    private static final String SETTING = "source.macro.";

    public MacroSource {
        SourceName.check(name);
    }

    /** The command that remembers it. */
    public ChangeSetting toSetting() {
        return new ChangeSetting(SETTING + name, origin.text());
    }

    /** The command that forgets it; the figures stay. */
    public static ChangeSetting removal(String name) {
        return new ChangeSetting(SETTING + name, "");
    }

    /** Reads one setting; empty when it is no macro source, or one that a newer version wrote. */
    public static Optional<MacroSource> findIn(Map.Entry<String, String> setting) {
        String[] lines = setting.getValue().split("\n", -1);
        if (!setting.getKey().startsWith(SETTING)) {
            return Optional.empty();
        }
        try {
            String name = setting.getKey().substring(SETTING.length());
            if (lines[0].equals("service") && lines.length == 4) {
                return Optional.of(new MacroSource(
                        name, new Origin.Service(WebAddress.parse(lines[1]), lines[2], KeyPlace.parse(lines[3]))));
            }
            if (lines[0].equals("csv") && lines.length == 3) {
                Optional<Period> lag = lines[2].isEmpty() ? Optional.empty() : Optional.of(Period.parse(lines[2]));
                return Optional.of(new MacroSource(name, new Origin.CsvFile(lines[1], lag)));
            }
            return Optional.empty();
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
