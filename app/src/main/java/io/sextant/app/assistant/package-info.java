/** The assistant of the window on an engine: conversation, answers, microphone, voice and models, each on a thread of its own. */
@NullMarked
package io.sextant.app.assistant;

import org.jspecify.annotations.NullMarked;
