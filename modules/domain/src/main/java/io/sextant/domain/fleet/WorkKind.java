package io.sextant.domain.fleet;

import java.util.ServiceLoader;

/** Opens works of one kind. Found by {@link ServiceLoader} wherever pieces are run, so that no room needs to know all kinds. */
public interface WorkKind {

    String name();

    Pieces open(byte[] work);

    /** Opens a work of any kind that this process has. */
    static Pieces open(Work work) {
        for (WorkKind each : ServiceLoader.load(WorkKind.class, WorkKind.class.getClassLoader())) {
            if (each.name().equals(work.kind())) {
                return each.open(work.bytes());
            }
        }
        throw new FleetProblem("Here is nothing that runs the pieces of a " + work.kind() + ".");
    }
}
