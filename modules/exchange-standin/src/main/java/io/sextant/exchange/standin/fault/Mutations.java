package io.sextant.exchange.standin.fault;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns good JSON into JSON that a venue should not send, and one day does. */
public final class Mutations {

    private static final Pattern LAST_NUMBER = Pattern.compile("(?s)(.*[:\\[,])(\"[0-9.]+\"|[0-9.]+)(.*)");

    private Mutations() {}

    /** One number becomes an object. */
    public static String withWrongType(String json) {
        Matcher found = LAST_NUMBER.matcher(json);
        return found.matches() ? found.group(1) + "{\"unexpected\":true}" + found.group(3) : "[" + json + "]";
    }

    /** A field that no reader was told of. */
    public static String withUnknownField(String json) {
        int at = json.indexOf('{');
        if (at < 0) {
            return json;
        }
        boolean empty = json.charAt(at + 1) == '}';
        return json.substring(0, at + 1) + "\"addedYesterday\":{\"x\":[1,\"2\"]}" + (empty ? "" : ",")
                + json.substring(at + 1);
    }
}
