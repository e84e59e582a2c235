package dev.lichen.datasets.cleaning;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A kind of personal data that its form gives away; where two kinds match, the first listed wins.
 *
 * <p>Patterns see text in which full-width digits and signs are replaced by their ASCII forms, place for place.
 */
enum PersonalDataKind {
    MAIL_ADDRESS(
            "mail address",
            "[EMAIL]",
            "(?<![\\w.%+-])[A-Za-z0-9][\\w.%+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\\.)+[A-Za-z]{2,24}(?![\\w@-])") {
        // Leaves examples (RFC 2606), and the user of every repository's address.
        @Override
        boolean accepts(String match) {
            return !EXAMPLE_HOST.matcher(match).find() && !match.startsWith("git@");
        }
    },

    CHINESE_IDENTITY_NUMBER(
            "identity number", "[ID]", "(?<![0-9A-Za-z.])[1-8]\\d{5}(?:18|19|20)\\d{9}[0-9Xx](?![0-9A-Za-z])") {
        @Override
        boolean accepts(String match) {
            return PROVINCES.contains(match.substring(0, 2))
                    && isDate(match.substring(6, 14))
                    && Checksums.isIdentityNumber(match);
        }
    },

    SOCIAL_SECURITY_NUMBER(
            "identity number", "[ID]", "(?<![\\w.-])(?!000|666|9)\\d{3}-(?!00)\\d{2}-(?!0000)\\d{4}(?![\\w-])"),

    CARD_NUMBER("card number", "[CARD]", "(?<![\\w.,-])\\d{4}(?:[ -]?\\d{2,6}){2,4}(?:[ -]?\\d{1,3})?(?![\\w-])") {
        @Override
        boolean accepts(String match) {
            String digits = digits(match);
            return CARD.matcher(digits).matches() && Checksums.isLuhn(digits);
        }
    },

    CHINESE_MOBILE_NUMBER(
            "phone number",
            "[PHONE]",
            "(?<![\\w.+*/=×÷^¥$€£#-])(?:(?:\\+|00)86[ -]?|86[ -])?1(?:3\\d|4[5-9]|5[0-35-9]|6[2567]|7[0-8]|8\\d|9[0-35-9])([ -]?)\\d{4}\\1\\d{4}(?![\\w*/=×÷^%]|[.,]\\d|[ ]?[+=×÷*])"),

    CHINESE_LANDLINE_NUMBER(
            "phone number",
            "[PHONE]",
            "(?<![\\w.-])(?:\\(0\\d{2,3}\\) ?|0\\d{2,3}-)[2-9]\\d{6,7}(?:-\\d{1,5})?(?![\\w-])"),

    INTERNATIONAL_NUMBER(
            "phone number",
            "[PHONE]",
            "(?<![\\w.+])\\+[1-9]\\d{0,2}[ .-]?(?:\\(\\d{1,4}\\)[ .-]?)?\\d{1,4}(?:[ .-]?\\d{2,4}){1,4}(?![\\w-])") {
        // A number of E.164 has at most 15 digits, and a useful one at least 8.
        @Override
        boolean accepts(String match) {
            int digits = digits(match).length();
            return digits >= 8 && digits <= 15;
        }
    },

    NORTH_AMERICAN_NUMBER(
            "phone number",
            "[PHONE]",
            "(?<![\\w.$+-])(?:1[ .-])?(?:\\([2-9]\\d{2}\\) ?|[2-9]\\d{2}([-.]))[2-9]\\d{2}(?:\\1|-)\\d{4}(?![\\w-]|\\.\\d)"),

    NAMED_PHONE_NUMBER(
            "phone number",
            "[PHONE]",
            "(?i)(?:(?<=(?:tel|phone|mobile|call|电话|電話|手机|手機|热线|熱線)[:：.]? ?)|(?<=(?:phone number|whatsapp)(?: is)?:? ))\\d{3,4}[ -]?\\d{3,4}(?:[ -]?\\d{3,4})?(?![\\w-])");

    /** The first two digits of GB/T 2260: the provinces, and those that foreigners and residents of other places get. */
    private static final Set<String> PROVINCES = Set.of(
            "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
            "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83");

    private static final Pattern EXAMPLE_HOST =
            Pattern.compile("(?i)[@.](?:example(?:\\.(?:com|org|net|edu))?|[\\w-]+\\.(?:test|invalid|localhost))$");

    /** Visa, Mastercard, American Express, Discover, JCB, Diners Club, UnionPay. */
    private static final Pattern CARD = Pattern.compile(
            "4\\d{12}(?:\\d{3}){0,2}|5[1-5]\\d{14}|2(?:22[1-9]|2[3-9]\\d|[3-6]\\d{2}|7[01]\\d|720)\\d{12}"
                    + "|3[47]\\d{13}|6(?:011|5\\d{2})\\d{12}|35(?:2[89]|[3-8]\\d)\\d{12}|3(?:0[0-5]|[68]\\d)\\d{11}|62\\d{14,17}");

    private final String label;
    private final String placeholder;
    private final Pattern pattern;

    PersonalDataKind(String label, String placeholder, String pattern) {
        this.label = label;
        this.placeholder = placeholder;
        this.pattern = Pattern.compile(pattern);
    }

    /** Returns the name for people. */
    String label() {
        return label;
    }

    /** Returns what stands in the data's place afterwards. */
    String placeholder() {
        return placeholder;
    }

    Pattern pattern() {
        return pattern;
    }

    /** Returns whether something of the right form is what it looks like. */
    boolean accepts(String match) {
        return !match.isEmpty();
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }

    private static boolean isDate(String digits) {
        try {
            int year = Integer.parseInt(digits, 0, 4, 10);
            return LocalDate.of(year, Integer.parseInt(digits, 4, 6, 10), Integer.parseInt(digits, 6, 8, 10))
                            .getYear()
                    == year;
        } catch (DateTimeException noDate) {
            return false;
        }
    }
}
