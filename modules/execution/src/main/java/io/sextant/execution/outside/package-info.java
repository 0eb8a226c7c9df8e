/** Venues outside this process: what they report, and what they are told when an engine begins. */
@NullMarked
package io.sextant.execution.outside;

import org.jspecify.annotations.NullMarked;
