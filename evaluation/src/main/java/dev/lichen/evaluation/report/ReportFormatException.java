package dev.lichen.evaluation.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.lichen.LichenException;

/** Signals a report.json that is none. */
public final class ReportFormatException extends LichenException {

    ReportFormatException(String name, JsonProcessingException cause) {
        super(
                name
                        + (cause.getLocation() == null
                                ? ""
                                : ":" + cause.getLocation().getLineNr())
                        + ": not a report: " + cause.getOriginalMessage()
                        + "; expected the report.json that lichen report writes",
                cause);
    }
}
