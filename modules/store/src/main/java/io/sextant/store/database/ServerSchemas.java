package io.sextant.store.database;

import io.sextant.store.database.StorePlace.OnServer;
import io.sextant.store.problem.StoreException;
import io.sextant.store.problem.StoreProblem.DatabaseDamaged.Content;
import java.util.ArrayList;
import java.util.List;
import org.jooq.exception.DataAccessException;

/** The schemas of one desk on a server as a whole, claimed for this process: whether they are there, and new ones put in their place. */
public final class ServerSchemas implements AutoCloseable {

    private final OnServer place;
    private final PostgresBacking backing;
    private final ServerConnections connections;

    private ServerSchemas(OnServer place) {
        this.place = place;
        backing = new PostgresBacking(place.login(), place.desk(), Content.TABLES);
        connections = backing.connections();
    }

    /** @throws StoreException when another Sextant uses them, or the server does not answer or says no */
    public static ServerSchemas claim(OnServer place) {
        ServerSchemas schemas = new ServerSchemas(place);
        try {
            schemas.connections.open();
            return schemas;
        } catch (DataAccessException e) {
            schemas.close();
            throw DatabaseFaults.atOpening(schemas.backing, e);
        } catch (StoreException e) {
            schemas.close();
            throw e;
        }
    }

    /** Names of the desk's schemas that hold anything. */
    public List<String> filled() {
        return told(() -> {
            List<String> filled = new ArrayList<>();
            for (Content content : Content.values()) {
                String schema = name(place, content);
                if (connections.ask(
                        "select 1 from information_schema.tables where table_schema = '" + schema + "'",
                        rows -> rows.next())) {
                    filled.add(schema);
                }
            }
            return filled;
        });
    }

    /** Removes the schemas of another name of the desk, which no one else uses while this desk is claimed. */
    public void drop(OnServer other) {
        told(() -> {
            for (Content content : Content.values()) {
                connections.run("drop schema if exists \"" + name(other, content) + "\" cascade");
            }
            return true;
        });
    }

    /** Gives the schemas of another name this desk's: all of them or none. Those of this desk must hold nothing. */
    public void takeOver(OnServer other) {
        told(() -> {
            StringBuilder all = new StringBuilder("begin;");
            for (Content content : Content.values()) {
                String schema = name(place, content);
                all.append("drop schema if exists \"").append(schema).append("\" restrict;");
                all.append("alter schema \"").append(name(other, content));
                all.append("\" rename to \"").append(schema).append("\";");
            }
            connections.run(all.append("commit;").toString());
            return true;
        });
    }

    private static String name(OnServer place, Content content) {
        return SchemaName.of(place.desk(), content);
    }

    private interface Work<T> {

        T done();
    }

    private <T> T told(Work<T> work) {
        try {
            return work.done();
        } catch (DataAccessException e) {
            throw DatabaseFaults.atWork(backing, e);
        }
    }

    @Override
    public void close() {
        connections.close();
    }
}
