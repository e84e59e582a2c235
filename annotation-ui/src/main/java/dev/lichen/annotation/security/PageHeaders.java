package dev.lichen.annotation.security;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import dev.lichen.annotation.text.PageTexts;
import java.util.Base64;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Sends each page with a content security policy and the page's language.
 *
 * <p>Only scripts of this site and those that carry the page's nonce run; nothing is loaded from elsewhere. Vaadin builds
 * functions from text, so {@code unsafe-eval} stays; its components set styles, so inline styles stay.
 */
public final class PageHeaders implements VaadinServiceInitListener {

    private static final int NONCE_BYTES = 18;

    private final transient RandomGenerator random;

    /** Creates the listener; the random source must be cryptographically strong. */
    public PageHeaders(RandomGenerator random) {
        this.random = random;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::complete);
    }

    private void complete(IndexHtmlResponse response) {
        Document page = response.getDocument();
        Element html = page.getElementsByTag("html").first();
        if (html != null) {
            VaadinSession session = VaadinSession.getCurrent();
            Locale wanted = session == null ? response.getVaadinRequest().getLocale() : session.getLocale();
            html.attr("lang", PageTexts.spoken(wanted).toLanguageTag());
        }
        page.head().appendElement("script").attr("src", "lichen/appearance.js");
        String nonce = nonce();
        page.getElementsByTag("script").attr("nonce", nonce);
        response.getVaadinResponse().setHeader("Content-Security-Policy", policy(nonce));
        response.getVaadinResponse().setHeader("Referrer-Policy", "same-origin");
        response.getVaadinResponse().setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    }

    static String policy(String nonce) {
        return "default-src 'self'; script-src 'self' 'nonce-" + nonce
                + "' 'unsafe-eval'; style-src 'self' 'unsafe-inline';"
                + " img-src 'self' data: blob:; font-src 'self' data:; object-src 'none'; base-uri 'self';"
                + " form-action 'self'; frame-ancestors 'none'";
    }

    private String nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
