/** Where news and macro series come from: settings of the desk, and how each source did last. */
@NullMarked
package io.sextant.domain.source;

import org.jspecify.annotations.NullMarked;
