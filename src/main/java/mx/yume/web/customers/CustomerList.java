package mx.yume.web.customers;

import java.util.Optional;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import mx.yume.business.Capability;
import mx.yume.scheduling.clientele.Clientele;
import mx.yume.web.page.Answers;
import mx.yume.web.page.Asking;
import mx.yume.web.page.Frame;
import mx.yume.web.page.Gate;
import mx.yume.web.page.Numbers;
import mx.yume.web.page.Section;

/** Everybody the business knows, found by name or phone. */
@Path(CustomerList.PATH)
@Produces(MediaType.TEXT_HTML)
public class CustomerList {

    static final String PATH = "/tablero/clientes";
    private static final int ON_A_PAGE = 30;
    private static final int LONGEST_WORDS = 80;
    private static final int LAST_PAGE = 1_000;

    @CheckedTemplate(basePath = "clientes")
    static class Templates {

        private Templates() {}

        static native TemplateInstance list(Frame frame, CustomerViews.Found found);
    }

    private final Gate gate;
    private final Clientele clientele;

    CustomerList(Gate gate, Clientele clientele) {
        this.gate = gate;
        this.clientele = clientele;
    }

    @GET
    public Uni<RestResponse<TemplateInstance>> list(@BeanParam Asking asking, @RestQuery("buscar") Optional<String> words,
            @RestQuery("pagina") Optional<String> page) {
        var wanted = words.map(String::strip).filter(it -> it.length() <= LONGEST_WORDS && it.indexOf('\0') < 0).orElse("");
        int number = Math.clamp(Numbers.whole(page.orElse("1")).orElse(1), 1, LAST_PAGE);
        return gate.see(asking, Capability.RUN_THE_DAY, here -> clientele
                .page(here.organization(), wanted, (number - 1) * ON_A_PAGE, ON_A_PAGE)
                .map(found -> Answers.shown(Templates.list(here.frame(Section.CUSTOMERS),
                        CustomerViews.found(found, wanted, number)))));
    }
}
