package dev.lichen.annotation.job;

import dev.lichen.annotation.store.Database;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;

/**
 * Knows whose the names of runs are, and with them the files in the folder of runs: a name stays its project's when its job
 * is deleted, so that nobody comes by what is left of it, and no two runs write the same file.
 */
public final class RunNames {

    private final Database database;

    /** Creates it over the database that keeps the names. */
    public RunNames(Database database) {
        this.database = database;
    }

    /** Returns all names that were ever taken. */
    Set<String> all() {
        return new TreeSet<>(taken().keySet());
    }

    /** Returns whether a file or folder that lies right in the folder of runs is a project's. */
    boolean isOf(UUID project, String file) {
        return taken().entrySet().stream()
                .anyMatch(name -> project.equals(name.getValue())
                        && TrainingFolder.names(name.getKey()).contains(file));
    }

    /**
     * Demands that a project may take a name: it is the project's, or nobody's and nothing lies there.
     *
     * @throws JobException if it is neither
     */
    void requireFree(@Nullable UUID project, String name, Path runs) {
        Map<String, @Nullable UUID> taken = taken();
        Set<String> files = TrainingFolder.names(name);
        boolean free = taken.containsKey(name)
                ? Objects.equals(project, taken.get(name))
                : !TrainingFolder.holds(runs, name)
                        && taken.keySet().stream()
                                .allMatch(other -> Collections.disjoint(files, TrainingFolder.names(other)));
        if (!free) {
            throw exists(name);
        }
    }

    /** Gives a name to a project for good; once it was free, and no other project took it since. */
    void take(@Nullable UUID project, String name) {
        if (taken().containsKey(name)) {
            return;
        }
        try {
            database.inTransaction(() -> database.jdbc()
                    .sql("insert into run_name (name, project_id) values (:name, :project)")
                    .param("name", name)
                    .param("project", project)
                    .update());
        } catch (DuplicateKeyException e) {
            throw exists(name);
        }
    }

    private static JobException exists(String name) {
        return new JobException("The run " + name + " exists: expected another name");
    }

    private Map<String, @Nullable UUID> taken() {
        Map<String, @Nullable UUID> taken = new HashMap<>();
        database.jdbc().sql("select name, project_id from run_name").query(row -> {
            taken.put(row.getString("name"), row.getObject("project_id", UUID.class));
        });
        return taken;
    }
}
