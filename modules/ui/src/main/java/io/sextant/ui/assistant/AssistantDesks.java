package io.sextant.ui.assistant;

import java.util.function.Consumer;

/** Opens an assistant on the desk that is open. */
@FunctionalInterface
public interface AssistantDesks {

    /** Returns at once. {@code news} is called on any thread, in the order in which things happened. */
    AssistantDesk open(AssistantWishes wishes, Consumer<AssistantNews> news);
}
