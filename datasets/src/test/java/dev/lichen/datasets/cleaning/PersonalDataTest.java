package dev.lichen.datasets.cleaning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {

    @Test
    void mailAddressesAreReplaced() {
        assertEquals("Write to [EMAIL], please.", scrub("Write to jane.doe+news@mail.university.edu, please."));
        assertEquals("邮箱：[EMAIL]。", scrub("邮箱：zhang_wei88@qq.com。"));
        assertEquals("联系[EMAIL]", scrub("联系ｌｉｍｅｉ＠ｑｑ．ｃｏｍ"));
    }

    @Test
    void phoneNumbersOfChinaAreReplaced() {
        assertEquals("手机[PHONE]，", scrub("手机13812345678，"));
        assertEquals("call [PHONE] now", scrub("call +86 138 1234 5678 now"));
        assertEquals("电话：[PHONE]", scrub("电话：010-62781234"));
        assertEquals("[PHONE]", scrub("(021) 55664433"));
        assertEquals("[PHONE]", scrub("１３８１２３４５６７８"));
    }

    @Test
    void otherPhoneNumbersAreReplaced() {
        assertEquals("Call [PHONE] or [PHONE].", scrub("Call (415) 265-2671 or 415-265-2671."));
        assertEquals("London: [PHONE]", scrub("London: +44 20 7946 0958"));
        assertEquals("phone number is [PHONE]", scrub("phone number is 265 2671"));
    }

    @Test
    void identityNumbersAreReplaced() {
        assertEquals("身份证号[ID]。", scrub("身份证号11010519491231002X。"));
        assertEquals("SSN [ID]", scrub("SSN 219-09-9999"));
    }

    @Test
    void cardNumbersAreReplaced() {
        assertEquals("Visa [CARD]", scrub("Visa 4111 1111 1111 1111"));
        assertEquals("[CARD] and [CARD]", scrub("378282246310005 and 5555-5555-5555-4444"));
    }

    /** Each looks like personal data and is none; each was once taken by a simpler rule. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "The year 2023-04-09, from 1990-2000, at 12:30:45.",
                "π = 3.14159265358979, e = 2.71828182845905",
                "ISBN 978-7-302-51759-5 and 0-306-40615-2",
                "192.168.100.200 and 10.0.0.1:8080",
                "13800138000 + 13900139000 = 27700277000",
                "¥13812345678 and $13812345678.50",
                "11010519491231002X1 is longer",
                "440524188001010015 has a wrong check digit",
                "440524188013010019 has no such month",
                "4111111111111112 fails Luhn",
                "1234567812345670 is of no issuer",
                "git@github.com:lichen/lichen.git",
                "someone@example.com, me@localhost, @username, a@b",
                "version 1.2.3-456-7890123",
                "order 20230409-13812345678901",
                "6.02214076e23 and 1e-10",
                "000-12-3456 and 987-65-4321",
                "RTX 4090-24GB 2160-1440",
                "12345678901234567890",
                "import re@2.0; x = a[1:5] @ b",
                "(12+3)*4-5678-9012"
            })
    void whatOnlyLooksLikeItStays(String text) {
        assertEquals(text, scrub(text));
    }

    @Test
    void findingsSayWhatWasFound() {
        assertEquals(
                List.of("mail address", "phone number"),
                PersonalData.edit("a.b@mail.org, 13812345678").findings());
    }

    @Test
    void negativeControlTheNumberItselfMustGo() {
        assertNotEquals("手机13812345678", scrub("手机13812345678"));
    }

    private static String scrub(String text) {
        return PersonalData.edit(text).text();
    }
}
