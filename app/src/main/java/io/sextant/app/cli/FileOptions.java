package io.sextant.app.cli;

import io.sextant.domain.instrument.InstrumentId;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What every command that reads files of prices can be told about them. */
final class FileOptions {

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            converter = ZoneConverter.class,
            description = "Zone of times without an offset, for example America/New_York; UTC if not given.")
    ZoneId zone = ZoneOffset.UTC;

    @Option(names = "--bar-end", description = "The times are ends of bars, even where no heading says so.")
    boolean barEnd;

    @Option(
            names = "--symbol",
            paramLabel = "SYMBOL",
            converter = SymbolConverter.class,
            description =
                    "The symbol, instead of the one that the file's name tells; of a file with several, which one.")
    @Nullable InstrumentId symbol;

    Optional<InstrumentId> symbol() {
        return Optional.ofNullable(symbol);
    }

    static final class ZoneConverter implements ITypeConverter<ZoneId> {

        @Override
        public ZoneId convert(String text) {
            try {
                return ZoneId.of(text);
            } catch (DateTimeException e) {
                throw new TypeConversionException("\"" + text + "\" is no time zone; write America/New_York or UTC");
            }
        }
    }

    static final class SymbolConverter implements ITypeConverter<InstrumentId> {

        @Override
        public InstrumentId convert(String text) {
            try {
                return InstrumentId.of(text.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(
                        "\"" + text + "\" is no symbol; it has letters, digits, points and hyphens, at most 32");
            }
        }
    }
}
