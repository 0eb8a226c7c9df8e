package io.sextant.marketdata.recording;

/** What a recording holds: from where, how much, from when to when (UTC), and the SHA-256 of its content in hexadecimal. */
public record RecordingSummary(String source, long events, long firstNanos, long lastNanos, String contentHash) {}
