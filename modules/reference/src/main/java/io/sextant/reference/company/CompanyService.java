package io.sextant.reference.company;

import io.sextant.reference.web.WebDocuments;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** A service that answers {@code fundamentals?symbol=} with {@link CompanyJson}'s document; the key goes in a header. */
final class CompanyService {

    private static final String KEY_HEADER = "X-Api-Key";

    private final URI base;
    private final String key;
    private final WebDocuments web;

    /** {@code base} ends before {@code fundamentals}. */
    CompanyService(URI base, String key, WebDocuments web) {
        this.base = base;
        this.key = key;
        this.web = web;
    }

    /** Everything that is said of a company; empty when it has not changed since last time. */
    Optional<CompanyReading> fetch(String symbol) throws IOException, InterruptedException {
        URI address = base.resolve("fundamentals?symbol=" + URLEncoder.encode(symbol, StandardCharsets.UTF_8));
        Optional<byte[]> document = web.fetch(address, Map.of(KEY_HEADER, key));
        return document.isPresent()
                ? Optional.of(CompanyJson.read(String.valueOf(base.getHost()), document.get()))
                : Optional.empty();
    }
}
