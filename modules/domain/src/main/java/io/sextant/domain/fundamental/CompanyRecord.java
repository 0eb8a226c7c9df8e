package io.sextant.domain.fundamental;

import java.util.List;

/** All that was known of a company at a time: of each topic and period what stood then. */
public record CompanyRecord(String symbol, List<CompanyFact> facts) {

    public CompanyRecord {
        facts = List.copyOf(facts);
    }
}
