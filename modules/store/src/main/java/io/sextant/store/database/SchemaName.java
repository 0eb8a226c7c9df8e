package io.sextant.store.database;

import io.sextant.store.problem.StoreProblem.DatabaseDamaged.Content;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * What a part of a desk is called on a server: lower case letters, digits and underscores, which need no quotes in anybody's
 * statement. A desk whose name has others gets a piece of its name's hash, so that no two desks share a schema.
 */
final class SchemaName {

    /** Of an identifier in PostgreSQL. */
    private static final int LONGEST = 63;

    private static final int HASH_BYTES = 4;
    private static final int LONGEST_DESK = 32;

    private SchemaName() {}

    static String of(String desk, Content content) {
        String plain = desk.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_");
        String told = plain.equals(desk) && desk.length() <= LONGEST_DESK
                ? plain
                : plain.substring(0, Math.min(plain.length(), LONGEST_DESK)) + '_' + hash(desk);
        return content.label() + '_' + told;
    }

    /** The name with an ending, cut before that where both are too long. */
    static String fitting(String schema, String ending) {
        return schema.substring(0, Math.min(schema.length(), LONGEST - ending.length())) + ending;
    }

    private static String hash(String desk) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(desk.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
