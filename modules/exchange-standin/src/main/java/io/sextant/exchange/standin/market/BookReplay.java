package io.sextant.exchange.standin.market;

import java.util.Optional;

/** Walks through the books that a market had, one update after the other. */
public final class BookReplay {

    private final MarketTruth truth;
    private BookState book = BookState.empty();
    private int next;

    public BookReplay(MarketTruth truth) {
        this.truth = truth;
    }

    /** The book as it stands here; changes with the walk. */
    public BookState book() {
        return book;
    }

    /** The update that comes next, if it has happened. */
    public Optional<MarketUpdate> peek() {
        return truth.findUpdate(next);
    }

    /** Goes on by one update; false when none has happened since. */
    public boolean advance() {
        Optional<MarketUpdate> update = peek();
        update.ifPresent(this::apply);
        next += update.isPresent() ? 1 : 0;
        return update.isPresent();
    }

    private void apply(MarketUpdate update) {
        book.apply(update.changes());
        book = new BookState(update.lastId(), book.bids(), book.asks());
    }

    /** Goes on as long as the next update's last id is not above this one. */
    public void advanceTo(long lastId) {
        while (peek().filter(update -> update.lastId() <= lastId).isPresent()) {
            advance();
        }
    }
}
