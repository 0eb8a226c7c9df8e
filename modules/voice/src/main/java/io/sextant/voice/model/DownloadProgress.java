package io.sextant.voice.model;

/** Hears how far a download is. */
@FunctionalInterface
public interface DownloadProgress {

    /** @param totalBytes below zero where the server does not say */
    void at(long bytes, long totalBytes);
}
