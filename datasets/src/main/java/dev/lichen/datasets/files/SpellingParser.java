package dev.lichen.datasets.files;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import java.math.BigDecimal;

/** Reads numbers with their spelling, where it is not the usual one. */
final class SpellingParser extends JsonParserDelegate {

    SpellingParser(JsonParser parser) {
        super(parser);
    }

    @Override
    public BigDecimal getDecimalValue() throws IOException {
        BigDecimal value = delegate.getDecimalValue();
        String spelling = delegate.getText();
        return spelling.equals(value.toString()) && spelling.equals(JsonText.number(value))
                ? value
                : new SpelledDecimal(spelling);
    }
}
