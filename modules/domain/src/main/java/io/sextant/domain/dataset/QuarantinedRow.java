package io.sextant.domain.dataset;

/** A row that cannot be true, as it stands in the file. {@code line} counts from 1, records of JSON are counted as lines. */
public record QuarantinedRow(String file, long line, QuarantineReason reason, String text) {}
