package io.sextant.voice.model;

import io.sextant.voice.language.Language;
import java.nio.file.Path;

/** A model that can be used. {@code official}: every file is what the publisher's checksums say. */
public record InstalledModel(Language language, String name, Path folder, boolean official) {}
