package mx.yume.web.page;

import java.util.Optional;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import mx.yume.business.Business;
import mx.yume.business.Capability;
import mx.yume.business.Location;
import mx.yume.business.LocationId;
import mx.yume.platform.YumeConfig;
import mx.yume.web.signin.Notices;
import mx.yume.web.signin.SameOrigin;
import mx.yume.web.signin.Visitor;
import mx.yume.web.signin.Visitors;

/**
 * Who comes in: nobody without a session, nobody beyond what they may (the matrix of SPEC 5), no form but from a page of ours. Every
 * page goes through here.
 */
@ApplicationScoped
public class Gate {

    private final Visitors visitors;
    private final Csrf csrf;
    private final YumeConfig config;

    Gate(Visitors visitors, Csrf csrf, YumeConfig config) {
        this.visitors = visitors;
        this.csrf = csrf;
        this.config = config;
    }

    /** For a page that only shows. */
    public Uni<RestResponse<TemplateInstance>> see(Asking asking, Capability needed,
            Function<Here, Uni<RestResponse<TemplateInstance>>> work) {
        return visitor(asking).chain(found -> found.map(visitor -> let(asking, visitor, needed, work))
                .orElseGet(() -> Uni.createFrom().item(signInFirst(asking))));
    }

    /** For a form: what it says is looked at only when it was sent from a page of ours. */
    public Uni<RestResponse<TemplateInstance>> act(Sending sending, Capability needed,
            Function<Here, Uni<RestResponse<TemplateInstance>>> work) {
        if (!SameOrigin.allows(config.publicUrl(), sending.origin, sending.host) || fromElsewhere(sending.site)
                || sending.sent(config.publicUrl()).filter(session -> !csrf.fits(session, sending.csrf)).isPresent()) {
            return Uni.createFrom().item(Notices.fromElsewhere());
        }
        return see(sending, needed, work);
    }

    /** Who follows an open page; empty when that must end. */
    public Uni<Optional<Here>> follow(Asking asking, Capability needed) {
        return visitor(asking).map(found -> found.filter(visitor -> visitor.member().permission().may(needed))
                .map(visitor -> here(asking, visitor)));
    }

    private Uni<Optional<Visitor>> visitor(Asking asking) {
        return visitors.of(asking);
    }

    private Uni<RestResponse<TemplateInstance>> let(Asking asking, Visitor visitor, Capability needed,
            Function<Here, Uni<RestResponse<TemplateInstance>>> work) {
        return visitor.member().permission().may(needed) ? work.apply(here(asking, visitor))
                : Uni.createFrom().item(Notices.notAllowed());
    }

    private Here here(Asking asking, Visitor visitor) {
        return new Here(visitor, location(visitor.business(), asking.location),
                csrf.token(asking.sent(config.publicUrl()).orElse("")), asking.wantsPiece(), Done.words(asking.done));
    }

    /** Another's, or one that is not used any more, is none. */
    private static Location location(Business business, Optional<String> chosen) {
        return chosen.flatMap(Ids::parse).map(LocationId::new).flatMap(business::location).orElseGet(business::location);
    }

    /** Within a page a piece cannot be replaced by another page: the browser goes there. */
    private static RestResponse<TemplateInstance> signInFirst(Asking asking) {
        return asking.wantsPiece()
                ? ResponseBuilder.fromResponse(Notices.signInFirst()).header("HX-Redirect", "/entrar").build()
                : Notices.signInFirst();
    }

    private static boolean fromElsewhere(@Nullable String site) {
        return site != null && !site.equals("same-origin") && !site.equals("none");
    }
}
