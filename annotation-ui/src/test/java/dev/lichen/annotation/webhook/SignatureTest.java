package dev.lichen.annotation.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class SignatureTest {

    private static final String BODY = "{\"event\":\"item.finished\"}";

    /** Computed by Python's hmac module. */
    private static final String EXPECTED = "v1=f697a6d5d69756ae66b9d868e3a1c720f9b01ca1a4fe011b8c30c41c3045ebc8";

    @Test
    void aMessageHasTheSignatureThatOtherLanguagesCompute() {
        assertEquals(EXPECTED, Signature.of("a secret", 1767322805, BODY));
    }

    @Test
    void anotherSecretTimeOrBodyHasAnotherSignature() {
        assertNotEquals(EXPECTED, Signature.of("b secret", 1767322805, BODY));
        assertNotEquals(EXPECTED, Signature.of("a secret", 1767322806, BODY));
        assertNotEquals(EXPECTED, Signature.of("a secret", 1767322805, BODY + " "));
    }
}
