package io.sextant.store.database;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.flywaydb.core.api.CoreMigrationType;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.executor.MigrationExecutor;
import org.flywaydb.core.api.resolver.MigrationResolver;
import org.flywaydb.core.api.resolver.ResolvedMigration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.core.extensibility.MigrationType;
import org.flywaydb.core.internal.jdbc.Results;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The one set of migration scripts, said in PostgreSQL's words by jOOQ, whose parser makes the tables' classes from the same
 * scripts. What is remembered of a script is the checksum of its own text, not of the translation, which may change with jOOQ.
 */
final class TranslatedScripts implements MigrationResolver {

    private static final Pattern FILE_NAME = Pattern.compile("V(\\d+)__(\\w+)\\.sql");

    @Override
    public Collection<ResolvedMigration> resolveMigrations(Context context) {
        List<ResolvedMigration> scripts = new ArrayList<>();
        for (LoadableResource resource : context.resourceProvider.getResources("V", new String[] {".sql"})) {
            scripts.add(Script.of(resource));
        }
        return scripts;
    }

    private record Script(
            MigrationVersion version, String description, String name, String physical, String text, int checksum)
            implements ResolvedMigration, MigrationExecutor {

        static Script of(LoadableResource resource) {
            Matcher name = FILE_NAME.matcher(resource.getFilename());
            if (!name.matches()) {
                throw new IllegalStateException(resource.getFilename() + " is not named like V1__what.sql");
            }
            String text = read(resource);
            CRC32 checksum = new CRC32();
            checksum.update(text.getBytes(StandardCharsets.UTF_8));
            return new Script(
                    MigrationVersion.fromVersion(name.group(1)),
                    name.group(2).replace('_', ' '),
                    resource.getFilename(),
                    resource.getAbsolutePathOnDisk(),
                    text,
                    (int) checksum.getValue());
        }

        private static String read(LoadableResource resource) {
            try (Reader reader = resource.read()) {
                return reader.readAllAsString().replace("\r\n", "\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public List<Results> execute(org.flywaydb.core.api.executor.Context context) throws SQLException {
            Connection connection = context.getConnection();
            try (Statement statement = connection.createStatement()) {
                for (Query query : parse()) {
                    statement.execute(query.getSQL());
                }
            }
            return List.of();
        }

        private Query[] parse() {
            DSLContext postgres = DSL.using(
                    SQLDialect.POSTGRES,
                    new Settings().withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_UNQUOTED));
            return postgres.parser().parse(text).queries();
        }

        @Override
        public boolean canExecuteInTransaction() {
            return true;
        }

        @Override
        public boolean shouldExecute() {
            return true;
        }

        @Override
        public MigrationVersion getVersion() {
            return version;
        }

        @Override
        public String getDescription() {
            return description;
        }

        @Override
        public String getScript() {
            return name;
        }

        @Override
        public Integer getChecksum() {
            return checksum;
        }

        @Override
        public MigrationType getType() {
            return CoreMigrationType.SQL;
        }

        @Override
        public String getPhysicalLocation() {
            return physical;
        }

        @Override
        public MigrationExecutor getExecutor() {
            return this;
        }

        @Override
        public boolean checksumMatches(@Nullable Integer other) {
            return other != null && other == checksum;
        }

        @Override
        public boolean checksumMatchesWithoutBeingIdentical(@Nullable Integer other) {
            return false;
        }
    }
}
