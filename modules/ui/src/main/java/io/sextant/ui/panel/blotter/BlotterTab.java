package io.sextant.ui.panel.blotter;

/** The lists of the blotter. */
enum BlotterTab {
    WORKING,
    HISTORY,
    FILLS
}
