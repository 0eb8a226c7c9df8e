package io.sextant.execution.order;

/** A line of slots through their own links: no slot is in two lines. */
final class OrderList {

    private final OrderSlot[] slots;
    private int first = OrderSlot.NONE;
    private int last = OrderSlot.NONE;
    private int size;

    OrderList(OrderSlot[] slots) {
        this.slots = slots;
    }

    int size() {
        return size;
    }

    int first() {
        return first;
    }

    void addLast(OrderSlot slot) {
        slot.previous = last;
        slot.next = OrderSlot.NONE;
        if (last == OrderSlot.NONE) {
            first = slot.index;
        } else {
            slots[last].next = slot.index;
        }
        last = slot.index;
        size++;
    }

    void remove(OrderSlot slot) {
        if (slot.previous == OrderSlot.NONE) {
            first = slot.next;
        } else {
            slots[slot.previous].next = slot.next;
        }
        if (slot.next == OrderSlot.NONE) {
            last = slot.previous;
        } else {
            slots[slot.next].previous = slot.previous;
        }
        slot.previous = OrderSlot.NONE;
        slot.next = OrderSlot.NONE;
        size--;
    }

    void clear() {
        first = OrderSlot.NONE;
        last = OrderSlot.NONE;
        size = 0;
    }
}
