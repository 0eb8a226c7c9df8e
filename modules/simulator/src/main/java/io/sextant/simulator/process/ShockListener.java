package io.sextant.simulator.process;

/** Hears of sudden changes of worth in the moment they become known. Sizes are log returns still to come. */
public interface ShockListener {

    ShockListener NONE = new ShockListener() {
        @Override
        public void onGroupShock(Season group, double size) {}

        @Override
        public void onOwnShock(int instrument, double size) {}
    };

    /** Something that touches all of a group; {@code size} is in daily volatilities of each. */
    void onGroupShock(Season group, double size);

    void onOwnShock(int instrument, double size);
}
