package dev.lichen.datasets.hub;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of a dataset at one commit.
 *
 * @param dataset the dataset
 * @param commit the commit's full name
 * @param files in the hub's order
 */
public record HubSnapshot(HubDataset dataset, String commit, List<HubFile> files) {

    public HubSnapshot {
        files = List.copyOf(files);
    }

    /** Reads the hub's answer. */
    static HubSnapshot of(HubDataset dataset, JsonNode answer) {
        List<HubFile> files = new ArrayList<>();
        for (JsonNode sibling : answer.path("siblings")) {
            files.add(file(sibling));
        }
        String commit = answer.path("sha").asText();
        if (!commit.matches("[0-9a-f]{40}") || !answer.path("siblings").isArray()) {
            throw new HubException(
                    "Bad answer for " + dataset.id()
                            + ": found no commit or no list of files, expected \"sha\" and \"siblings\"; is HF_ENDPOINT a hub?");
        }
        return new HubSnapshot(dataset, commit, files);
    }

    /** Returns the same snapshot with fewer files. */
    HubSnapshot with(List<HubFile> fewer) {
        return new HubSnapshot(dataset, commit, fewer);
    }

    /** Returns the bytes of all files whose size is known. */
    public long bytes() {
        return files.stream().mapToLong(file -> Math.max(0, file.size())).sum();
    }

    private static HubFile file(JsonNode sibling) {
        String sha256 = sibling.path("lfs").path("sha256").asText();
        String blob = sibling.path("blobId").asText();
        Checksum checksum = Checksum.SHA256_FORM.matcher(sha256).matches()
                ? new Checksum(Checksum.Kind.SHA_256, sha256)
                : Checksum.BLOB_FORM.matcher(blob).matches() ? new Checksum(Checksum.Kind.GIT_BLOB, blob) : null;
        return new HubFile(
                sibling.path("rfilename").asText(), sibling.path("size").asLong(HubFile.UNKNOWN), checksum);
    }
}
