package dev.lichen.datasets.hub;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The judgements of a project as of an event, as a file. */
record ProjectFile(ProjectClient client, LedgerEvent asOf, String kind, String format) implements RemoteFile {

    private static final Pattern DIGEST = Pattern.compile(".*sha-256=:([A-Za-z0-9+/]{43}=):.*");
    private static final int NO_SUCH_BYTE = 416;

    @Override
    public String name() {
        return kind + " of " + client.address().app() + "/projects/"
                + client.address().slug();
    }

    /** Returns what tells this file from every other: the event, what of it, and how it is written. */
    String mark() {
        return asOf.hash() + "-" + kind + "-" + format;
    }

    @Override
    public long size() {
        return HubFile.UNKNOWN;
    }

    @Override
    public @Nullable Checksum checksum() {
        return null;
    }

    /** The app names what it sends by the SHA-256 of the whole (RFC 9530). */
    @Override
    public @Nullable Checksum announced(HttpResponse<?> answer) {
        Matcher digest =
                DIGEST.matcher(answer.headers().firstValue("Repr-Digest").orElse(""));
        if (!digest.matches()) {
            throw new HubException("Bad answer for " + name() + ": found no checksum, expected Repr-Digest");
        }
        byte[] bytes = Base64.getDecoder().decode(digest.group(1));
        return new Checksum(Checksum.Kind.SHA_256, HexFormat.of().formatHex(bytes));
    }

    @Override
    public HttpResponse<InputStream> ask(long from) throws IOException {
        String query =
                "judgements?as_of=" + encoded(asOf.hash()) + "&kind=" + encoded(kind) + "&format=" + encoded(format);
        HttpResponse<InputStream> answer = client.get(query, from);
        if (answer.statusCode() != NO_SUCH_BYTE) {
            client.refuse(answer);
        }
        return answer;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
