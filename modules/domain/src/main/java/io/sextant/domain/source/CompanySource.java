package io.sextant.domain.source;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Where facts of companies come from. */
public sealed interface CompanySource {

    /** For a person. */
    String name();

    /** A CSV or JSON file on the engine's machine. */
    record OfFile(String path) implements CompanySource {

        public OfFile {
            if (path.isBlank()) {
                throw new IllegalArgumentException("a file has a path");
            }
        }

        @Override
        public String name() {
            return path;
        }
    }

    /** A service that answers {@code base} + {@code fundamentals?symbol=} with the same JSON as a file. */
    record OfService(URI base, KeyPlace key, List<String> symbols) implements CompanySource {

        public OfService {
            WebAddress.checked(base, Optional.of(key));
            symbols = List.copyOf(symbols);
            if (symbols.isEmpty()) {
                throw new IllegalArgumentException("a service is asked for at least one symbol");
            }
            if (!base.getPath().endsWith("/")) {
                base = URI.create(base + "/");
            }
        }

        @Override
        public String name() {
            return String.valueOf(base.getHost());
        }
    }
}
