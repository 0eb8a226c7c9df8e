package io.sextant.ui.shell;

import io.sextant.domain.request.EngineClient;
import io.sextant.domain.session.DeskMending;
import io.sextant.domain.session.LastTime;
import io.sextant.domain.vault.VaultException;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.link.EngineLink;
import io.sextant.ui.link.WindowMemory;
import java.util.List;
import java.util.Optional;

/** Opens desks; handed in by the launcher, which knows stores and markets. */
@FunctionalInterface
public interface DeskOpener {

    /**
     * Opens a desk; may take its time. {@code mending} is what the reader allows to be done to a damaged one. Messages are in {@code language}.
     *
     * @throws DeskDamagedException when some mending would help
     * @throws LiveAgreementException when the reader has to type an account's name first
     * @throws VaultException when the vault has to be unlocked first, or cannot be
     * @throws Exception with a message for the reader when the desk cannot be opened
     */
    OpenDesk open(DeskChoice choice, DeskMending mending, Language language) throws Exception;

    /**
     * An engine, and what was found on the way that its reader should know, a sentence each.
     *
     * @param far what there is beside an engine that runs on another machine; empty where it runs in this process
     * @param lastTime how it was when it ended without being closed; empty when it had been
     */
    record OpenDesk(EngineClient engine, Optional<FarDesk> far, List<String> findings, Optional<LastTime> lastTime) {

        public OpenDesk {
            findings = List.copyOf(findings);
        }

        /** Of which it is not known, or was closed. */
        public OpenDesk(EngineClient engine, Optional<FarDesk> far, List<String> findings) {
            this(engine, far, findings, Optional.empty());
        }

        /** In this process. */
        public OpenDesk(EngineClient engine, List<String> findings) {
            this(engine, Optional.empty(), findings);
        }
    }

    /** The line to an engine on another machine, and where the window keeps what it remembers of it. */
    record FarDesk(EngineLink link, WindowMemory memory) {}
}
