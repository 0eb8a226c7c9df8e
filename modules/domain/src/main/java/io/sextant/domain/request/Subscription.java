package io.sextant.domain.request;

/** Ends deliveries when closed; closing twice does no harm. */
public interface Subscription extends AutoCloseable {

    /** False once closed here, or ended by the engine because the listener fell behind. */
    boolean isOpen();

    @Override
    void close();
}
