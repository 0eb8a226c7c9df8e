/** Pages with headings, sentences, tables and pictures, written for a browser and for paper by ourselves. */
@NullMarked
package io.sextant.app.sheet;

import org.jspecify.annotations.NullMarked;
