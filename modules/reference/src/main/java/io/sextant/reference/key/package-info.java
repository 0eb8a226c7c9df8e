/** Keys of web services, read where a source says they lie and handed on to nobody but that service. */
@NullMarked
package io.sextant.reference.key;

import org.jspecify.annotations.NullMarked;
