/** Markets in files: recording what a feed says, and saying it again. */
@NullMarked
package io.sextant.marketdata.recording;

import org.jspecify.annotations.NullMarked;
