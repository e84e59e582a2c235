package dev.lichen.datasets.hub;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** A file on a server, as a download asks for it. */
interface RemoteFile {

    /** Returns what messages call it. */
    String name();

    /** Returns its size in bytes, or {@link HubFile#UNKNOWN}. */
    long size();

    /** Returns what its content must give, if that is known before it is asked for. */
    @Nullable
    Checksum checksum();

    /** Returns what its content must give, if an answer says so. */
    @Nullable
    Checksum announced(HttpResponse<?> answer);

    /**
     * Asks for it.
     *
     * @param from the first byte that is wanted; the answer is the whole file with status 200, or the rest with 206, or 416
     *     if it has no such byte
     * @throws HubException if asking again would not help
     * @throws IOException if it might
     */
    HttpResponse<InputStream> ask(long from) throws IOException;
}
