package dev.lichen.datasets.hub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.FileAccessException;
import dev.lichen.datasets.files.ReadProgress;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Brings the judgements of a project of an annotation app into a file.
 *
 * <pre>{@code
 * ProjectAddress project = ProjectAddress.parse("https://HOST/projects/NAME");
 * try (ProjectPull pull = new ProjectPull(project, token)) {
 *     pull.fetch(pull.newest(), "rankings", "lichen", Path.of("rankings.jsonl"), ReadProgress.SILENT);
 * }
 * }</pre>
 *
 * <p>Beside the file stands {@code .NAME.pull}, which says as of which event it is; the same event is not fetched twice.
 */
public final class ProjectPull implements AutoCloseable {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int LARGEST_ANSWER = 1 << 20;

    /** Twelve digits of a hash are enough for the name of a partial file. */
    private static final int HASH_DIGITS_LEFT_OUT = 52;

    private final ProjectClient client;
    private final Patience patience;

    /** Opens a connection to the app, whose token needs the scope {@code judgements:read}. */
    public ProjectPull(ProjectAddress address, String token) {
        this(address, token, Patience::sleep);
    }

    ProjectPull(ProjectAddress address, String token, Patience patience) {
        this.client = new ProjectClient(address, token);
        this.patience = patience;
    }

    /** Returns the event of the project's newest judgement. */
    public LedgerEvent newest() {
        for (int failures = 1; ; failures++) {
            try {
                return head();
            } catch (IOException e) {
                if (failures == Patience.ATTEMPTS) {
                    throw Download.givenUp(client.address().app().toString(), e);
                }
                patience.pause(Patience.after(failures));
            }
        }
    }

    /**
     * Fetches the judgements as of an event, and goes on where an earlier attempt for the same event was cut off.
     *
     * @param kind rankings, demonstrations or ratings
     * @param format the name of a format, {@code lichen} for the app's own
     * @return whether anything had to be fetched; the file was there otherwise
     * @throws HubException if the app refuses, or the checksum is wrong
     */
    public boolean fetch(LedgerEvent asOf, String kind, String format, Path target, ReadProgress progress) {
        ProjectFile remote = new ProjectFile(client, asOf, kind, format);
        Path note = target.resolveSibling("." + target.getFileName() + ".pull");
        if (isThere(remote, target, note)) {
            return false;
        }
        String mark = remote.mark().substring(HASH_DIGITS_LEFT_OUT);
        Path partial = target.resolveSibling("." + target.getFileName() + "." + mark + ".partial");
        new Download(remote, patience, 0).into(target, partial, progress);
        write(note, remote, target);
        return true;
    }

    private LedgerEvent head() throws IOException {
        HttpResponse<InputStream> answer = client.get("judgements/head", 0);
        try (InputStream body = answer.body()) {
            client.refuse(answer);
            JsonNode head = MAPPER.readTree(body.readNBytes(LARGEST_ANSWER));
            if (!Checksum.SHA256_FORM.matcher(head.path("hash").asText()).matches()) {
                throw noApp(null);
            }
            return new LedgerEvent(head.path("seq").asLong(), head.path("hash").asText());
        } catch (JsonProcessingException e) {
            throw noApp(e);
        }
    }

    private HubException noApp(@Nullable JsonProcessingException cause) {
        return new HubException(
                "Bad answer from " + client.address().app()
                        + ": found no event of a ledger, expected an annotation app of Lichen",
                cause);
    }

    private static boolean isThere(ProjectFile remote, Path target, Path note) {
        try {
            if (!Files.isRegularFile(target) || !Files.isRegularFile(note)) {
                return false;
            }
            JsonNode noted = MAPPER.readTree(Files.readString(note));
            return noted.path("mark").asText().equals(remote.mark())
                    && noted.path("sha256").asText().equals(sha256(target));
        } catch (JsonProcessingException e) {
            return false;
        } catch (IOException e) {
            throw new FileAccessException("read", note, e);
        }
    }

    private static void write(Path note, ProjectFile remote, Path target) {
        try {
            ObjectNode noted = MAPPER.createObjectNode()
                    .put("project", remote.name())
                    .put("seq", remote.asOf().seq())
                    .put("ledger_head", remote.asOf().hash())
                    .put("mark", remote.mark())
                    .put("sha256", sha256(target));
            Files.writeString(note, noted + "\n");
        } catch (IOException e) {
            throw new FileAccessException("write", note, e);
        }
    }

    private static String sha256(Path file) throws IOException {
        return Checksum.of(file, Checksum.Kind.SHA_256).hexadecimal();
    }

    @Override
    public void close() {
        client.close();
    }
}
