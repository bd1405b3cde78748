package mx.yume.web.signin;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.business.Businesses;
import mx.yume.business.StaffId;
import mx.yume.identity.Sessions;
import mx.yume.identity.SignedIn;
import mx.yume.platform.YumeConfig;

/** Who sends a request. Whoever was let go since they signed in is nobody. */
@ApplicationScoped
public class Visitors {

    /** Holds the session's token where people come by https: see {@link SessionCookies}. */
    public static final String COOKIE = SessionCookies.COOKIE;

    private final Sessions sessions;
    private final Businesses businesses;
    private final YumeConfig config;

    Visitors(Sessions sessions, Businesses businesses, YumeConfig config) {
        this.sessions = sessions;
        this.businesses = businesses;
        this.config = config;
    }

    /** @param cookies as they were sent, whatever they are */
    public Uni<Optional<Visitor>> of(SessionCookies cookies) {
        return cookies.token(config.publicUrl()).map(token -> sessions.find(token)
                .chain(found -> found.map(this::visitor).orElseGet(Visitors::nobody))).orElseGet(Visitors::nobody);
    }

    private Uni<Optional<Visitor>> visitor(SignedIn who) {
        return businesses.load(who.organization())
                .map(found -> found.flatMap(business -> business.staffMember(new StaffId(who.staffMember()))
                        .map(member -> new Visitor(business, member))));
    }

    private static Uni<Optional<Visitor>> nobody() {
        return Uni.createFrom().item(Optional.empty());
    }
}
