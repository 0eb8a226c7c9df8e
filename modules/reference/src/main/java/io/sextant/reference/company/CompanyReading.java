package io.sextant.reference.company;

import io.sextant.domain.fundamental.CompanyFact;
import java.util.ArrayList;
import java.util.List;

/** What a document says, and what of it is no fact. */
record CompanyReading(List<CompanyFact> facts, List<String> bad) {

    static CompanyReading of(List<CompanyRow> rows) {
        List<CompanyFact> facts = new ArrayList<>();
        List<String> bad = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            try {
                facts.add(rows.get(i).fact());
            } catch (IllegalArgumentException e) {
                bad.add("row " + (i + 1) + ": " + e.getMessage());
            }
        }
        return new CompanyReading(List.copyOf(facts), List.copyOf(bad));
    }
}
