/** The blotter: working orders, the life of every order, and fills. */
@NullMarked
package io.sextant.ui.panel.blotter;

import org.jspecify.annotations.NullMarked;
