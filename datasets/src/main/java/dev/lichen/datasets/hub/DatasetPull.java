package dev.lichen.datasets.hub;

import dev.lichen.datasets.files.ReadProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Brings the files of a dataset on the hub into a folder; what is already there and right is not fetched again.
 *
 * <pre>{@code
 * HubSettings settings = HubSettings.of(System.getenv(), Path.of(System.getProperty("user.home")));
 * try (DatasetPull pull = new DatasetPull(settings)) {
 *     HubSnapshot snapshot = pull.list(HubDataset.parse("hf:OWNER/NAME"), "main", FilePatterns.ALL);
 *     pull.fetch(snapshot, folder, progress);
 * }
 * }</pre>
 */
public final class DatasetPull implements AutoCloseable {

    private final HubClient client;
    private final Patience patience;

    /** Opens a connection to a hub. */
    public DatasetPull(HubSettings settings) {
        this(settings, Patience::sleep);
    }

    DatasetPull(HubSettings settings, Patience patience) {
        this.client = new HubClient(settings);
        this.patience = patience;
    }

    /**
     * Lists the files of a dataset.
     *
     * @param revision a branch, a tag or a commit
     * @throws HubException if the hub does not give the list, or no file is chosen
     */
    public HubSnapshot list(HubDataset dataset, String revision, FilePatterns patterns) {
        if (client.settings().offline()) {
            throw new HubException("Cannot read dataset " + dataset.id() + ": HF_HUB_OFFLINE is set");
        }
        HubSnapshot all = withPatience(dataset, revision);
        List<HubFile> chosen = all.files().stream()
                .filter(file -> patterns.choose(file.path()))
                .toList();
        if (chosen.isEmpty()) {
            String names =
                    all.files().stream().map(HubFile::path).limit(20).toList().toString();
            throw new HubException("No file of dataset " + dataset.id() + " is chosen: found " + names);
        }
        return all.with(chosen);
    }

    /**
     * Fetches the files of a snapshot.
     *
     * @param folder receives them under their paths
     * @param progress hears of bytes fetched, or found already there
     * @return how many files were fetched; the others were there
     * @throws HubException if a file cannot be fetched or its checksum is wrong
     */
    public int fetch(HubSnapshot snapshot, Path folder, ReadProgress progress) {
        int fetched = 0;
        for (HubFile file : snapshot.files()) {
            DatasetFile remote = new DatasetFile(client, snapshot, file);
            Download download = new Download(remote, patience, snapshot.bytes());
            fetched += download.into(remote.target(folder), progress) ? 1 : 0;
        }
        return fetched;
    }

    private HubSnapshot withPatience(HubDataset dataset, String revision) {
        for (int failures = 1; ; failures++) {
            try {
                return client.snapshot(dataset, revision);
            } catch (IOException e) {
                if (failures == Patience.ATTEMPTS) {
                    throw Download.givenUp(client.settings().endpoint().toString(), e);
                }
                patience.pause(Patience.after(failures));
            }
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
