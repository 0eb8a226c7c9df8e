package io.sextant.remote.wire;

import java.util.HashMap;
import java.util.Map;

/** A sealed family: its members by the names that they have on the wire, which are their own. */
final class Family {

    private static final ClassValue<Family> FAMILIES = new ClassValue<>() {
        @Override
        protected Family computeValue(Class<?> root) {
            return new Family(root);
        }
    };

    private final Class<?> root;
    private final Map<String, Class<?>> members = new HashMap<>();

    private Family(Class<?> root) {
        this.root = root;
        gather(root);
    }

    static Family of(Class<?> root) {
        return FAMILIES.get(root);
    }

    private void gather(Class<?> type) {
        for (Class<?> member : type.getPermittedSubclasses()) {
            if (member.isSealed()) {
                gather(member);
            } else if (members.put(member.getSimpleName(), member) != null) {
                throw new IllegalStateException(root + " has two members called " + member.getSimpleName());
            }
        }
    }

    Class<?> member(String name) {
        Class<?> member = members.get(name);
        if (member == null) {
            throw new UnreadableWireException("there is no " + root.getSimpleName() + " called " + name);
        }
        return member;
    }
}
