/** The window around the panels: docking, commands, status, and what every panel is given. */
@NullMarked
package io.sextant.ui.shell;

import org.jspecify.annotations.NullMarked;
