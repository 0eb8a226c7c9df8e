package io.sextant.app.cli;

import io.sextant.domain.source.SourceResult;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the commands about sources share: changing a desk, and how results are written. */
final class SourceDesk {

    private SourceDesk() {}

    static String time(long nanos) {
        return Instant.ofEpochSecond(0, nanos).toString();
    }

    static String said(Optional<SourceResult> last) {
        return last.map(result -> switch (result.outcome()) {
                    case READ -> result.text();
                    case FAILED -> "FAILED: " + result.text();
                })
                .orElse("");
    }

    static Map<String, Object> map(Optional<SourceResult> last) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("last", last.map(result -> time(result.atNanos())).orElse(""));
        map.put("outcome", last.map(result -> result.outcome().name()).orElse(""));
        map.put("result", last.map(SourceResult::text).orElse(""));
        return map;
    }
}
