package dev.lichen.annotation.server;

import dev.lichen.annotation.account.FirstAdministrator;
import dev.lichen.annotation.job.StageSettings;
import dev.lichen.annotation.store.Database;
import dev.lichen.annotation.store.DatabaseClaim;
import dev.lichen.annotation.store.DatabaseException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.WebServerException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;

/** A running app. */
public final class AnnotationServer implements AutoCloseable {

    /** Where the log goes is decided by whoever starts the app, not by Spring Boot. */
    private static final String LOGGING = "org.springframework.boot.logging.LoggingSystem";

    private final ConfigurableApplicationContext context;
    private final ServerOptions options;

    private AnnotationServer(ConfigurableApplicationContext context, ServerOptions options) {
        this.context = context;
        this.options = options;
    }

    /**
     * Opens the database and serves the pages.
     *
     * @throws dev.lichen.annotation.store.DatabaseException if the database cannot be opened, or another process has it
     * @throws ServerException if the port is taken
     */
    public static AnnotationServer start(ServerOptions options) {
        return start(options, StageSettings.unknown());
    }

    /**
     * Does the same for an app whose jobs have forms.
     *
     * @param stages knows the settings of the commands that jobs run
     */
    public static AnnotationServer start(ServerOptions options, StageSettings stages) {
        logToSlf4j();
        Map<String, Object> properties = properties(options);
        Database database = Database.open(DatabaseFolder.settings(options));
        DatabaseClaim claim = claimed(database);
        SpringApplication application = new SpringApplication(AnnotationApplication.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setDefaultProperties(properties);
        application.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean(ServerOptions.class, () -> options);
            beans.registerBean(Database.class, () -> database);
            beans.registerBean(DatabaseClaim.class, () -> claim);
            beans.registerBean(StageSettings.class, () -> stages);
        });
        try {
            return new AnnotationServer(application.run(), options);
        } catch (WebServerException e) {
            claim.close();
            database.close();
            throw new ServerException(
                    "Cannot listen at " + options.host() + ":" + options.port()
                            + ": found the port in use or the address"
                            + " not this machine's, expected a free port (--port)",
                    e);
        }
    }

    private static DatabaseClaim claimed(Database database) {
        try {
            return DatabaseClaim.of(database);
        } catch (DatabaseException refused) {
            database.close();
            throw refused;
        }
    }

    /** Returns the address of the first page. */
    public URI address() {
        return URI.create("http://" + (options.host().equals("127.0.0.1") ? "localhost" : options.host()) + ":" + port()
                + options.contextPath() + "/");
    }

    /** Returns the port that is listened at. */
    public int port() {
        return Objects.requireNonNull(
                        ((WebServerApplicationContext) context).getWebServer(), "a started app has a server")
                .getPort();
    }

    /** Returns a new address, valid once, that makes the first administrator; nothing once there is one. */
    public Optional<URI> setupAddress() {
        return context.getBean(FirstAdministrator.class)
                .newCode()
                .map(code -> address().resolve("setup?code=" + code));
    }

    /** Returns a part of the app; for tests. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** Waits until the app is closed, by {@link #close} or by the end of the process. */
    public void awaitStop() throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        context.addApplicationListener((ApplicationListener<ContextClosedEvent>) event -> stopped.countDown());
        if (context.isActive()) {
            stopped.await();
        }
    }

    @Override
    public void close() {
        context.close();
    }

    private static void logToSlf4j() {
        System.setProperty(LOGGING, "none");
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install(); // Tomcat logs by the JDK's means
    }

    private static Map<String, Object> properties(ServerOptions options) {
        Map<String, Object> properties = new HashMap<>(usual(options));
        Path file = options.settings();
        properties.putAll(file == null ? Map.of() : SettingsFile.read(file));
        return properties;
    }

    private static Map<String, Object> usual(ServerOptions options) {
        return Map.ofEntries(
                Map.entry("server.address", options.host()),
                Map.entry("server.port", options.port()),
                Map.entry("server.servlet.context-path", options.contextPath()),
                Map.entry("server.forward-headers-strategy", "native"),
                Map.entry(SettingsFile.TOMCATS_PROXIES, SettingsFile.THIS_MACHINE),
                Map.entry("server.shutdown", "graceful"),
                Map.entry("server.tomcat.threads.max", 64),
                Map.entry("server.tomcat.max-swallow-size", "-1"),
                Map.entry(
                        "server.tomcat.use-relative-redirects",
                        "true"), // the prefix is redirected before proxies are known
                Map.entry("server.servlet.session.timeout", "8h"),
                Map.entry("server.servlet.session.tracking-modes", "cookie"),
                Map.entry("server.servlet.session.cookie.http-only", "true"),
                Map.entry("server.servlet.session.cookie.same-site", "lax"),
                Map.entry("server.compression.enabled", "true"),
                Map.entry("server.error.whitelabel.enabled", "false"),
                Map.entry("spring.mvc.problemdetails.enabled", "true"),
                Map.entry("vaadin.productionMode", "true"));
    }
}
