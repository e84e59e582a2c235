package dev.lichen.cli.stage;

import ai.djl.engine.Engine;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Names the versions of everything that a result depends on. */
public final class Versions {

    private Versions() {}

    /** Returns the program's version, or {@code development} where the classes do not come from its jar. */
    public static String ofProgram() {
        return Objects.requireNonNullElse(Versions.class.getPackage().getImplementationVersion(), "development");
    }

    /** Returns the versions of Lichen, Java, DJL and PyTorch; starts the engine. */
    public static Map<String, String> all() {
        Map<String, String> versions = new TreeMap<>();
        versions.put("lichen", ofProgram());
        versions.put("java", Runtime.version().toString());
        versions.put("djl", Engine.getDjlVersion());
        versions.put("pytorch", Engine.getEngine("PyTorch").getVersion());
        versions.put("platform", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        return versions;
    }
}
