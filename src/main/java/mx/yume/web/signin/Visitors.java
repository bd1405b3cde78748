package mx.yume.web.signin;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Uni;
import mx.yume.business.Businesses;
import mx.yume.business.StaffId;
import mx.yume.identity.Sessions;
import mx.yume.identity.SignedIn;
import mx.yume.identity.Token;

/** Who sends a request. Whoever was let go since they signed in is nobody. */
@ApplicationScoped
public class Visitors {

    /** Holds the session's token. */
    public static final String COOKIE = "yume_sesion";

    private final Sessions sessions;
    private final Businesses businesses;

    Visitors(Sessions sessions, Businesses businesses) {
        this.sessions = sessions;
        this.businesses = businesses;
    }

    /** @param cookie as it was sent, whatever it is */
    public Uni<Optional<Visitor>> of(@Nullable String cookie) {
        return Optional.ofNullable(cookie).flatMap(Token::parse).map(token -> sessions.find(token)
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
