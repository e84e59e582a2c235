package dev.lichen.annotation.server;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.stream.Collectors;

/** A provider of single sign-on that vouches for whomever a test names, rightly or wrongly. */
final class FakeProvider implements AutoCloseable {

    static final String CLIENT = "lichen-test";
    static final String SECRET = "the-secret-of-the-client";

    /** Whom it vouches for. */
    record Claims(String subject, String email, boolean verified) {}

    private final HttpServer server;
    private final RSAKey key;
    private final RSAKey strangersKey;
    private volatile Claims claims = new Claims("nobody", "nobody@example.org", true);
    private volatile boolean forged;
    private volatile String audience = CLIENT;
    private volatile String nonce = "";
    private volatile String challenge = "";
    private volatile boolean keepsNonce = true;

    FakeProvider() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("k").generate();
        strangersKey = new RSAKeyGenerator(2048).keyID("k").generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void vouchesFor(Claims person) {
        claims = person;
        forged = false;
        audience = CLIENT;
        keepsNonce = true;
    }

    /** Signs with a key that is not the provider's. */
    void forges() {
        forged = true;
    }

    /** Gives a token that was made for another app. */
    void speaksToAnother() {
        audience = "another-app";
    }

    /** Gives a token that was not asked for at this sign-in. */
    void forgetsTheNonce() {
        keepsNonce = false;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case "/.well-known/openid-configuration" -> send(exchange, configuration());
                case "/authorize" -> authorize(exchange);
                case "/token" -> token(exchange);
                case "/jwks" -> send(exchange, new JWKSet(key).toString(true));
                case "/userinfo" -> send(exchange, userInfo());
                default -> exchange.sendResponseHeaders(404, -1);
            }
        } catch (JOSEException e) {
            throw new IOException(e);
        }
    }

    private String configuration() {
        return """
            {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
             "jwks_uri":"%1$s/jwks","userinfo_endpoint":"%1$s/userinfo","response_types_supported":["code"],
             "subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"]}
            """.formatted(issuer());
    }

    private String userInfo() {
        return "{\"sub\":\"" + claims.subject() + "\",\"email\":\"" + claims.email() + "\",\"email_verified\":"
                + claims.verified() + "}";
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = fields(exchange.getRequestURI().getRawQuery());
        nonce = asked.get("nonce");
        challenge = asked.getOrDefault("code_challenge", "");
        exchange.getResponseHeaders()
                .set("Location", asked.get("redirect_uri") + "?code=c0de&state=" + asked.get("state"));
        exchange.sendResponseHeaders(302, -1);
    }

    private void token(HttpExchange exchange) throws IOException, JOSEException {
        Map<String, String> asked =
                fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String basic =
                "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        boolean right = basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && !challenge.isEmpty()
                && challenge.equals(hashed(asked.getOrDefault("code_verifier", "")));
        if (!right) {
            exchange.sendResponseHeaders(401, -1);
            return;
        }
        send(
                exchange,
                "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"expires_in\":60,\"id_token\":\"" + idToken()
                        + "\"}");
    }

    @SuppressWarnings("JavaUtilDate") // what the library takes
    private String idToken() throws JOSEException {
        Instant now = Instant.now();
        JWTClaimsSet content = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject(claims.subject())
                .audience(audience)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .claim("nonce", keepsNonce ? nonce : "another")
                .claim("email", claims.email())
                .claim("email_verified", claims.verified())
                .claim("name", "Ada")
                .build();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k").build(), content);
        token.sign(new RSASSASigner(forged ? strangersKey : key));
        return token.serialize();
    }

    private static String hashed(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> fields(String form) {
        return Arrays.stream(form.split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8), (a, b) -> a));
    }

    private static void send(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
