package io.sextant.ui.shell;

/** Makes one panel for one window. */
@FunctionalInterface
public interface PanelFactory {

    Panel create(DeskContext context);
}
