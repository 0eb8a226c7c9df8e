package io.sextant.remote.client;

import java.net.URI;

/**
 * Where a server is.
 *
 * @param name what a person calls it
 * @param host a name or an address that its certificate names too
 */
public record ServerAddress(String name, String host, int port) {

    public static final int USUAL_PORT = 8443;

    private static final int HIGHEST_PORT = 65_535;

    public ServerAddress {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A server needs a name.");
        }
        if (!host.matches("[A-Za-z0-9.:-]{1,253}")) {
            throw new IllegalArgumentException("A host is a name or an address, without a port or a path.");
        }
        if (port < 1 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("A port is a number from 1 to 65535.");
        }
    }

    URI at(String scheme, String path) {
        String bracketed = host.contains(":") ? "[" + host + "]" : host;
        return URI.create(scheme + "://" + bracketed + ":" + port + path);
    }
}
