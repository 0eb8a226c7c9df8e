package io.sextant.domain.order;

/** Which parent an order belongs to, by its number, and what it is there; zero for an order on its own. */
public record OrderLink(long parent, OrderLeg leg) {

    /** An order on its own. */
    public static final OrderLink NONE = new OrderLink(0, OrderLeg.SINGLE);

    public OrderLink {
        if (parent < 0 || (parent == 0) != (leg == OrderLeg.SINGLE)) {
            throw new IllegalArgumentException("a leg belongs to a parent, and a single order to none");
        }
    }

    public boolean hasParent() {
        return parent != 0;
    }
}
