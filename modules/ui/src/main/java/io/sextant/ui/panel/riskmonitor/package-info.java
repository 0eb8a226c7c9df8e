/** The risk monitor: how bad it can get for the desk as it stands, who contributes, what crises would do, and what came true. */
@NullMarked
package io.sextant.ui.panel.riskmonitor;

import org.jspecify.annotations.NullMarked;
