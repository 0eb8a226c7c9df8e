/** What fills add up to: positions, cost, realised and unrealised profit, the account. */
@NullMarked
package io.sextant.domain.position;

import org.jspecify.annotations.NullMarked;
