package dev.lichen.datasets.hub;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a dataset on the hub.
 *
 * @param owner a person or an organisation
 * @param name the dataset's own name
 */
public record HubDataset(String owner, String name) {

    private static final Pattern FORM = Pattern.compile("hf:([\\w-][\\w.-]*)/([\\w-][\\w.-]*)");

    /**
     * Reads {@code hf:OWNER/NAME}.
     *
     * @throws IllegalArgumentException if the text has another form
     */
    public static HubDataset parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Bad dataset: found \"" + text + "\", expected hf:OWNER/NAME");
        }
        return new HubDataset(matcher.group(1), matcher.group(2));
    }

    /** Returns {@code OWNER/NAME}. */
    public String id() {
        return owner + "/" + name;
    }
}
