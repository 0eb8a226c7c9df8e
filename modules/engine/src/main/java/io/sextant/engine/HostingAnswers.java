package io.sextant.engine;

import io.sextant.domain.hosting.HostingBoard;

/** Who runs hosted strategies, and so knows what they think. */
public interface HostingAnswers {

    /** The core's board with what the strategies think, want and would have done. */
    HostingBoard board(HostingBoard books);
}
