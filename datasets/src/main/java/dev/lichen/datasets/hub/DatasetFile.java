package dev.lichen.datasets.hub;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file of a dataset on the hub. */
record DatasetFile(HubClient client, HubSnapshot snapshot, HubFile file) implements RemoteFile {

    private static final int NO_SUCH_BYTE = 416;

    @Override
    public String name() {
        return file.path() + " of dataset " + snapshot.dataset().id();
    }

    @Override
    public long size() {
        return file.size();
    }

    @Override
    public @Nullable Checksum checksum() {
        return file.checksum();
    }

    /** The hub names large files by their SHA-256 in an entity tag. */
    @Override
    public @Nullable Checksum announced(HttpResponse<?> answer) {
        String tag = answer.headers()
                .firstValue("X-Linked-Etag")
                .or(() -> answer.headers().firstValue("ETag"))
                .orElse("")
                .replace("W/", "")
                .replace("\"", "");
        return Checksum.SHA256_FORM.matcher(tag).matches() ? new Checksum(Checksum.Kind.SHA_256, tag) : null;
    }

    @Override
    public HttpResponse<InputStream> ask(long from) throws IOException {
        HttpResponse<InputStream> answer = client.file(snapshot, file, from);
        if (answer.statusCode() != NO_SUCH_BYTE) {
            HubFailures.refuse(answer, client.settings(), snapshot.dataset(), "file " + file.path());
        }
        return answer;
    }

    /** Refuses a path that leads out of the folder; what a server says is not to be trusted. */
    Path target(Path folder) {
        Path target = folder.resolve(file.path()).normalize();
        if (file.path().isEmpty() || !target.startsWith(folder.normalize()) || target.equals(folder.normalize())) {
            throw new HubException("Bad file name of dataset "
                    + snapshot.dataset().id() + ": found \"" + file.path() + "\", expected a path below the dataset");
        }
        return target;
    }
}
