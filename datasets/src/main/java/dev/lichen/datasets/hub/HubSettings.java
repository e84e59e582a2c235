package dev.lichen.datasets.hub;

import dev.lichen.FileAccessException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says which hub is asked, and as whom.
 *
 * @param endpoint the address that the hub's paths follow, without a slash at its end
 * @param token proves who asks; null asks as anybody
 * @param offline whether nothing may be fetched
 */
public record HubSettings(URI endpoint, @Nullable String token, boolean offline) {

    private static final String DEFAULT_ENDPOINT = "https://huggingface.co";
    private static final Set<String> TRUE = Set.of("1", "ON", "YES", "TRUE");

    /**
     * Reads the variables that Hugging Face's tools read: {@code HF_ENDPOINT}, {@code HF_TOKEN} or the file at
     * {@code HF_TOKEN_PATH}, which is {@code token} in {@code HF_HOME}, and {@code HF_HUB_OFFLINE}.
     *
     * @param environment the variables
     * @param home the user's folder
     * @throws HubException if the endpoint is no address
     */
    public static HubSettings of(Map<String, String> environment, Path home) {
        String endpoint = value(environment, "HF_ENDPOINT", DEFAULT_ENDPOINT).replaceAll("/+$", "");
        if (!endpoint.matches("https?://[^\\s/]+\\S*")) {
            throw new HubException(
                    "Bad HF_ENDPOINT: found \"" + endpoint + "\", expected an address like " + DEFAULT_ENDPOINT);
        }
        boolean offline =
                TRUE.contains(value(environment, "HF_HUB_OFFLINE", "0").toUpperCase(Locale.ROOT));
        return new HubSettings(URI.create(endpoint), token(environment, home), offline);
    }

    private static @Nullable String token(Map<String, String> environment, Path home) {
        String given = value(environment, "HF_TOKEN", value(environment, "HUGGING_FACE_HUB_TOKEN", ""));
        if (!given.isEmpty()) {
            return given;
        }
        String cache =
                value(environment, "XDG_CACHE_HOME", home.resolve(".cache").toString());
        String folder = value(environment, "HF_HOME", cache + "/huggingface");
        Path file = Path.of(value(environment, "HF_TOKEN_PATH", folder + "/token"));
        try {
            String token = Files.isRegularFile(file) ? Files.readString(file).strip() : "";
            return token.isEmpty() ? null : token;
        } catch (IOException e) {
            throw new FileAccessException("read", file, e);
        }
    }

    private static String value(Map<String, String> environment, String name, String otherwise) {
        String value = environment.getOrDefault(name, "").strip();
        return value.isEmpty() ? otherwise : value;
    }

    /** Returns the settings without the token, which belongs in no log. */
    @Override
    public String toString() {
        return "HubSettings[" + endpoint + ", " + (token == null ? "no token" : "a token") + "]";
    }
}
