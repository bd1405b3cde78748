package mx.yume.platform;

import java.net.URI;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;

/** What every part may need to know about this installation. Checked before the start: see mx.yume.Environment. */
@ConfigMapping(prefix = "yume")
public interface YumeConfig {

    /** The address that people and providers see, without a slash at the end. PUBLIC_URL. */
    @WithName("public-url")
    URI publicUrl();

    /** 32 bytes in base64: sessions, CSRF, encryption. YUME_SECRET. */
    String secret();

    /** What it was before, while it is being changed: what was kept under it is still found. YUME_SECRET_PREVIOUS. */
    @WithName("secret-previous")
    Optional<String> previousSecret();

    /** Whether /simulador is served without sign-in. YUME_SIMULATOR. */
    boolean simulator();

    /** Whether Salón Lupita is loaded, once. YUME_DEMO. */
    boolean demo();

    /** Yume's own number, E.164. YUME_CENTRAL_NUMBER. */
    @WithName("central-number")
    PhoneNumber centralNumber();

    /** Of people who look after this installation, E.164. YUME_ADMIN_PHONES. */
    @WithName("admin-phones")
    Optional<Set<PhoneNumber>> adminPhones();

    /** How many proxies stand before Yume, each of which writes down whom it heard; one unless it is said. YUME_PROXIES. */
    OptionalInt proxies();

    /** What Meta calls Yume's own number there, if it has one. META_CENTRAL_PHONE_NUMBER_ID. */
    @WithName("meta-central-number")
    Optional<String> metaCentralNumber();
}
