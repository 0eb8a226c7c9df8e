package io.sextant.reference.company;

import io.sextant.reference.web.WebException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A document of facts: an array of objects, by itself or as {@code facts}, whose fields are the columns of the table. */
final class CompanyJson {

    private static final JsonMapper MAPPER = new JsonMapper();

    private CompanyJson() {}

    /** {@code from} says whose document it is. */
    static CompanyReading read(String from, byte[] document) throws WebException {
        JsonNode tree;
        try {
            tree = MAPPER.readTree(document);
        } catch (JacksonException e) {
            throw new WebException(from + " holds JSON that cannot be read");
        }
        JsonNode facts = tree.isArray() ? tree : tree.path("facts");
        if (!facts.isArray()) {
            throw new WebException(from + " holds no facts");
        }
        List<CompanyRow> rows = new ArrayList<>();
        for (JsonNode one : facts) {
            rows.add(new CompanyRow(
                    text(one, "symbol"),
                    text(one, "item"),
                    text(one, "label"),
                    text(one, "period"),
                    text(one, "months"),
                    text(one, "published"),
                    text(one, "value")));
        }
        return CompanyReading.of(rows);
    }

    private static String text(JsonNode of, String field) {
        return of.path(field).asString("");
    }
}
