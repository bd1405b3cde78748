package mx.yume.web.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestResponse.StatusCode;

import io.smallrye.mutiny.Multi;
import mx.yume.business.Capability;
import mx.yume.web.page.Asking;
import mx.yume.web.page.Gate;
import mx.yume.web.page.Here;

/** Everything as one file, for the owner alone. */
@Path(SettingsDesk.PATH + "/datos.zip")
public class ExportFile {

    private final Gate gate;
    private final Export export;

    ExportFile(Gate gate, Export export) {
        this.gate = gate;
        this.export = export;
    }

    @GET
    @Produces("application/zip")
    public RestMulti<byte[]> file(@BeanParam Asking asking) {
        return RestMulti.fromUniResponse(gate.follow(asking, Capability.CHANGE_SETUP), this::content, ExportFile::headers,
                found -> found.isPresent() ? StatusCode.OK : StatusCode.FORBIDDEN);
    }

    private Multi<byte[]> content(Optional<Here> found) {
        return found.map(here -> export.of(here.organization())).orElseGet(() -> Multi.createFrom().empty());
    }

    private static Map<String, List<String>> headers(Optional<Here> found) {
        return Map.of("Cache-Control", List.of("no-store"), "X-Content-Type-Options", List.of("nosniff"), "Content-Disposition",
                List.of("attachment; filename=\"%s.zip\"".formatted(found.map(here -> here.business().slug()).orElse("yume"))));
    }
}
