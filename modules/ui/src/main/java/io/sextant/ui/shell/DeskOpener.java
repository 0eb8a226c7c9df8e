package io.sextant.ui.shell;

import io.sextant.domain.request.EngineClient;
import io.sextant.ui.i18n.Language;
import java.util.List;

/** Opens desks; handed in by the launcher, which knows stores and markets. */
@FunctionalInterface
public interface DeskOpener {

    /**
     * Opens a desk; may take its time. {@code rebuildDamaged} allows to set a damaged database aside and make it again from the
     * journal. Messages are in {@code language}.
     *
     * @throws DeskDamagedException when that would help
     * @throws Exception with a message for the reader when the desk cannot be opened
     */
    OpenDesk open(DeskChoice choice, boolean rebuildDamaged, Language language) throws Exception;

    /** An engine, and what was found on the way that its reader should know, a sentence each. */
    record OpenDesk(EngineClient engine, List<String> findings) {

        public OpenDesk {
            findings = List.copyOf(findings);
        }
    }
}
