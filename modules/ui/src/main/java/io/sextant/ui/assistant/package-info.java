/** What the Assistant panel needs of whoever understands, drafts, answers, listens and speaks; the launcher brings it. */
@NullMarked
package io.sextant.ui.assistant;

import org.jspecify.annotations.NullMarked;
