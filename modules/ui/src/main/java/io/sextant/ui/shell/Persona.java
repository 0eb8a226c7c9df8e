package io.sextant.ui.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** What somebody is at the desk for; each has a sample workspace to begin with. */
public enum Persona {
    DAY_TRADER,
    INVESTOR,
    QUANT,
    OBSERVER;

    /** As files and settings write it, for example {@code day-trader}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Persona> find(String label) {
        return Arrays.stream(values()).filter(one -> one.label().equals(label)).findFirst();
    }

    /** The sample, written as a person's own workspaces are. */
    DeskLayout workspace() {
        try (InputStream file = Objects.requireNonNull(
                Persona.class.getResourceAsStream(label() + WorkspaceText.SUFFIX), "no sample for " + label())) {
            return WorkspaceText.read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (WorkspaceProblem e) {
            throw new IllegalStateException("the sample workspace " + label() + " is damaged", e);
        }
    }
}
