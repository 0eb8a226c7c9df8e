package io.sextant.ui.link;

import io.sextant.domain.request.Subscription;

/** The line to an engine on another machine, seen from the window. From any thread. */
public interface EngineLink {

    LinkStatus status();

    /** Hears, on any thread, that the state of the line changed. */
    Subscription watch(Runnable changed);
}
