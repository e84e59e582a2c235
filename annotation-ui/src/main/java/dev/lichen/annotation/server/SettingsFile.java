package dev.lichen.annotation.server;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/** Reads what an installation sets beyond its options: a file of {@code key=value}, in which secrets stay off the terminal. */
final class SettingsFile {

    /** Whether webhooks may call addresses of private networks. */
    static final String PRIVATE_WEBHOOKS = "lichen.webhooks.private-addresses";

    /** The addresses of proxies, as a regular expression; what others say of whom they speak for counts for nothing. */
    static final String PROXIES = "lichen.proxies";

    static final String TOMCATS_PROXIES = "server.tomcat.remoteip.internal-proxies";
    static final String THIS_MACHINE = "127\\.\\d+\\.\\d+\\.\\d+|::1|0:0:0:0:0:0:0:1";

    /** The folders whose files the settings of anybody's job may name, with commas between; the app's own unless set. */
    static final String JOB_FOLDERS = "lichen.jobs.folders";

    /** The provider of single sign-on. */
    static final String ISSUER = "lichen.sign-in.issuer";

    /** What the page of the login calls the provider. */
    static final String PROVIDER = "lichen.sign-in.name";

    /** This app's name at the provider. */
    static final String CLIENT = "lichen.sign-in.client-id";

    /** This app's secret at the provider. */
    static final String CLIENT_SECRET = "lichen.sign-in.client-secret";

    /** Whether people without an account get one. */
    static final String NEW_ACCOUNTS = "lichen.sign-in.new-accounts";

    private static final Set<String> KNOWN =
            Set.of(PRIVATE_WEBHOOKS, PROXIES, JOB_FOLDERS, ISSUER, PROVIDER, CLIENT, CLIENT_SECRET, NEW_ACCOUNTS);

    private SettingsFile() {}

    /**
     * Returns the settings of a file by key.
     *
     * @throws ServerException if it cannot be read, or holds a key that is not known
     */
    static Map<String, Object> read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new ServerException("Cannot read the settings " + file + ": " + e.getMessage(), e);
        }
        Map<String, Object> settings = new TreeMap<>();
        for (String key : properties.stringPropertyNames()) {
            if (!KNOWN.contains(key)) {
                throw new ServerException(
                        "Unknown setting in " + file + ": found " + key + ", expected one of "
                                + KNOWN.stream().sorted().toList(),
                        null);
            }
            settings.put(
                    key.equals(PROXIES) ? TOMCATS_PROXIES : key,
                    properties.getProperty(key).strip());
        }
        return settings;
    }
}
