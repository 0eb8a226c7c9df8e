/** The guide is held against the program: its links, pictures, commands and generated pages. */
@NullMarked
package io.sextant.app.guide;

import org.jspecify.annotations.NullMarked;
