package io.sextant.voice.ownmodel;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/**
 * Where a person's own language model is. Facts and its key travel encrypted, or stay on this machine.
 *
 * @param address of its chat completions
 * @param model its name there
 */
public record ModelPlace(URI address, String model) {

    private static final String PATH = "/chat/completions";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int LONGEST = 300;

    /**
     * Empty where the address is none, would send in the clear to another machine, or holds a name and password; or the model has no name.
     *
     * @param address the server's, with or without {@code /v1}
     */
    public static Optional<ModelPlace> find(String address, String model) {
        String name = model.strip();
        if (name.isEmpty() || name.length() > LONGEST || address.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            String plain = address.strip().replaceAll("/+$", "");
            URI uri =
                    new URI(plain.endsWith(PATH) ? plain : plain.endsWith("/v1") ? plain + PATH : plain + "/v1" + PATH);
            boolean here = uri.getHost() != null && THIS_MACHINE.contains(uri.getHost());
            String scheme = String.valueOf(uri.getScheme());
            boolean safe = scheme.equals("https") || (scheme.equals("http") && here);
            return safe
                            && uri.getHost() != null
                            && uri.getUserInfo() == null
                            && uri.getQuery() == null
                            && uri.getFragment() == null
                    ? Optional.of(new ModelPlace(uri, name))
                    : Optional.empty();
        } catch (URISyntaxException notOne) {
            return Optional.empty();
        }
    }
}
