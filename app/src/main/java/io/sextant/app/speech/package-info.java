/** The one voice of this process, for answers and alerts. */
@NullMarked
package io.sextant.app.speech;

import org.jspecify.annotations.NullMarked;
