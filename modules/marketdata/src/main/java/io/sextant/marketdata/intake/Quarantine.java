package io.sextant.marketdata.intake;

import io.sextant.domain.dataset.QuarantinedRow;

/** Where rows go that cannot be true. */
public interface Quarantine extends AutoCloseable {

    void setAside(QuarantinedRow row);

    /** Where they are, for a person; empty while there are none. */
    String place();

    @Override
    void close();

    /** Keeps none, for a look that stores nothing; the report still has the first of each file. */
    static Quarantine none() {
        return new Quarantine() {

            @Override
            public void setAside(QuarantinedRow row) {
                // A dry run leaves nothing behind.
            }

            @Override
            public String place() {
                return "";
            }

            @Override
            public void close() {
                // Nothing was opened.
            }
        };
    }
}
