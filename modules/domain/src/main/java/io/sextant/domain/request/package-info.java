/** The one door to an engine, local or remote: submit, ask, start, subscribe. */
@NullMarked
package io.sextant.domain.request;

import org.jspecify.annotations.NullMarked;
