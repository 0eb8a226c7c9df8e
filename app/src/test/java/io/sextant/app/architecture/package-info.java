/** The walls of the house, held by tests: every sentence under "Held by tests" in docs/architecture.md is a rule here. */
@NullMarked
package io.sextant.app.architecture;

import org.jspecify.annotations.NullMarked;
