/** How files become part of the archive: imports that can be repeated, watched and stopped, with a quarantine beside them. */
@NullMarked
package io.sextant.marketdata.intake;

import org.jspecify.annotations.NullMarked;
