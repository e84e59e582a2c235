package dev.lichen.datasets.hub;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;

/** Says in words what a status of the hub means, and what to do. */
final class HubFailures {

    private HubFailures() {}

    /**
     * Refuses an answer that is none.
     *
     * @throws HubException if asking again would not help
     * @throws IOException if it might
     */
    static void refuse(HttpResponse<InputStream> response, HubSettings settings, HubDataset dataset, String what)
            throws IOException {
        int status = response.statusCode();
        if (status / 100 == 2) {
            return;
        }
        if (status == 429 || status / 100 == 5) {
            throw new IOException("HTTP " + status + " from " + response.uri().getHost());
        }
        String code = response.headers().firstValue("X-Error-Code").orElse("");
        throw new HubException("Cannot read " + what + " of dataset " + dataset.id() + " (HTTP " + status + "): "
                + explanation(status, code, settings, dataset));
    }

    private static String explanation(int status, String code, HubSettings settings, HubDataset dataset) {
        String page = settings.endpoint() + "/datasets/" + dataset.id();
        boolean known = settings.token() != null;
        if (code.equals("GatedRepo")) {
            return known
                    ? "it is gated; accept its conditions at " + page + " with the account of your token"
                    : "it is gated; accept its conditions at " + page + " and set HF_TOKEN";
        }
        if (code.equals("RevisionNotFound") || code.equals("EntryNotFound")) {
            return "the dataset has no such " + (code.startsWith("R") ? "revision" : "file") + "; see " + page;
        }
        return switch (status) {
            case 401 ->
                known
                        ? "the hub does not accept the token; see HF_TOKEN and " + settings.endpoint()
                                + "/settings/tokens"
                        : "there is no such dataset, or it is private; check the name, or set HF_TOKEN";
            case 403 -> "the token may not read it; see " + page;
            case 404 -> "there is no such dataset, or the token may not see it; see " + page;
            default -> "an unexpected answer; see " + page;
        };
    }
}
