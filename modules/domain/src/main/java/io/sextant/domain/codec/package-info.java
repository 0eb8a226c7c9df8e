/**
 * How commands, facts and session terms are written to a journal or a wire: a format version, then a tag, then the fields in
 * order. Numbers given to a type or constant never change and are never used again.
 */
@NullMarked
package io.sextant.domain.codec;

import org.jspecify.annotations.NullMarked;
