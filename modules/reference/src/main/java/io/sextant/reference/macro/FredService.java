package io.sextant.reference.macro;

import io.sextant.domain.source.Observation;
import io.sextant.marketdata.macro.MacroCsv;
import io.sextant.marketdata.macro.MacroSeries;
import io.sextant.reference.web.WebDocuments;
import io.sextant.reference.web.WebException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A service shaped like FRED's {@code series/observations}, asked for every revision ({@code output_type=1} over all of real time),
 * so that each figure comes with the day it was published.
 */
public final class FredService {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String ALL_VINTAGES =
            "&realtime_start=1776-07-04&realtime_end=9999-12-31&output_type=1&file_type=json";

    private final URI base;
    private final String key;
    private final WebDocuments web;

    /** {@code base} ends before {@code series/observations}. */
    public FredService(URI base, String key, WebDocuments web) {
        this.base = base;
        this.key = key;
        this.web = web;
    }

    /** The series with its revisions; empty when it has not changed since last time. */
    public Optional<MacroSeries> fetch(String id) throws IOException, InterruptedException {
        URI address = base.resolve("series/observations?series_id=" + URLEncoder.encode(id, StandardCharsets.UTF_8)
                + "&api_key=" + URLEncoder.encode(key, StandardCharsets.UTF_8) + ALL_VINTAGES);
        Optional<byte[]> document = web.fetch(address, Map.of());
        return document.isPresent() ? Optional.of(read(id, document.get())) : Optional.empty();
    }

    private MacroSeries read(String id, byte[] document) throws WebException {
        JsonNode observations;
        try {
            observations = MAPPER.readTree(document).path("observations");
        } catch (JacksonException e) {
            throw new WebException(base.getHost() + " sent JSON that cannot be read");
        }
        if (!observations.isArray()) {
            throw new WebException(base.getHost() + " sent no observations of " + id);
        }
        List<Observation> read = new ArrayList<>();
        for (JsonNode one : observations) {
            String value = one.path("value").asString("");
            if (value.equals(".")) {
                continue;
            }
            try {
                read.add(new Observation(
                        LocalDate.parse(one.path("date").asString("")),
                        MacroCsv.knownNanos(
                                LocalDate.parse(one.path("realtime_start").asString(""))),
                        Double.parseDouble(value)));
            } catch (DateTimeException | IllegalArgumentException e) {
                throw new WebException(
                        base.getHost() + " sent an observation of " + id + " that is none: " + e.getMessage());
            }
        }
        return new MacroSeries(id, read);
    }
}
