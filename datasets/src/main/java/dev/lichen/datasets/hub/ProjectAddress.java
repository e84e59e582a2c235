package dev.lichen.datasets.hub;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a project of an annotation app.
 *
 * @param app the address of the app, with the prefix it is served under, without a slash at its end
 * @param slug the project's name in addresses
 */
public record ProjectAddress(URI app, String slug) {

    private static final Pattern FORM =
            Pattern.compile("(https?://[^/?#\\s]+(?:/[^?#\\s]*?)?)/projects/([a-z0-9-]{1,64})/?");
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Returns whether a text is meant as such an address. */
    public static boolean isMeant(String text) {
        return text.startsWith("http://") || text.startsWith("https://");
    }

    /**
     * Reads {@code https://HOST/projects/NAME}, as the browser shows it.
     *
     * @throws IllegalArgumentException if the text has another form, or would send the token in the clear to another machine
     */
    public static ProjectAddress parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "Bad project: found \"" + text + "\", expected https://HOST/projects/NAME");
        }
        URI app = address(matcher.group(1));
        if (app.getUserInfo() != null) {
            throw new IllegalArgumentException(
                    "Bad project: found a user name in it, expected a token in LICHEN_TOKEN");
        }
        if ("http".equals(app.getScheme()) && !THIS_MACHINE.contains(String.valueOf(app.getHost()))) {
            throw new IllegalArgumentException("Bad project: found http, where anybody on the way reads the token,"
                    + " expected https for another machine than this one");
        }
        return new ProjectAddress(app, matcher.group(2));
    }

    private static URI address(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("Bad project: found \"" + text + "\", expected an address", e);
        }
    }

    /** Returns the address of a call about the project. */
    URI call(String path) {
        return URI.create(app + "/api/v1/projects/" + slug + "/" + path);
    }
}
