package io.sextant.app.update;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the document at the address says: {@code {"sextant-updates": 1, "version": "1.2.0", "page": "https://…"}}; more is let pass. */
record NewestVersion(String number, Optional<String> page) {

    private static final String MARK = "sextant-updates";
    private static final Pattern NUMBER = Pattern.compile("\\d{1,5}(\\.\\d{1,5}){0,3}");
    private static final Pattern OWN = Pattern.compile("(" + NUMBER.pattern() + ")(-SNAPSHOT)?");
    private static final int LONGEST_PAGE = 300;

    static NewestVersion read(byte[] document) throws UpdateProblem {
        JsonNode told;
        try {
            told = JsonMapper.builder().build().readTree(new String(document, StandardCharsets.UTF_8));
        } catch (JacksonException e) {
            throw new UpdateProblem("the answer is not JSON");
        }
        if (told.path(MARK).asInt(0) < 1) {
            throw new UpdateProblem("the answer does not speak of versions of Sextant");
        }
        String number = told.path("version").asString("");
        if (!NUMBER.matcher(number).matches()) {
            throw new UpdateProblem("the answer names no version");
        }
        return new NewestVersion(
                number, Optional.of(told.path("page").asString("")).filter(NewestVersion::canBeShown));
    }

    /** A version that is built here and not released yet comes before the release of the same number; of one without a number nothing is known. */
    boolean isNewerThan(String own) {
        var parts = OWN.matcher(own);
        if (!parts.matches()) {
            return false;
        }
        int order = Arrays.compare(numbers(number), numbers(parts.group(1)));
        return order > 0 || (order == 0 && own.endsWith("-SNAPSHOT"));
    }

    /** 1.2 is 1.2.0.0. */
    private static int[] numbers(String text) {
        int[] numbers = new int[4];
        String[] parts = text.split("\\.");
        for (int i = 0; i < parts.length; i++) {
            numbers[i] = Integer.parseInt(parts[i]);
        }
        return numbers;
    }

    private static boolean canBeShown(String page) {
        if (page.length() > LONGEST_PAGE || !page.chars().allMatch(letter -> letter > ' ' && letter < 127)) {
            return false;
        }
        try {
            URI address = URI.create(page);
            return String.valueOf(address.getScheme()).equals("https")
                    && address.getHost() != null
                    && address.getUserInfo() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
