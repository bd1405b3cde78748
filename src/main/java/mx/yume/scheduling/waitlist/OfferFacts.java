package mx.yume.scheduling.waitlist;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.platform.Job;
import mx.yume.platform.Jobs;
import mx.yume.platform.OrganizationId;
import mx.yume.scheduling.TimeFreed;

/** States what happens to offers, and reads it back. */
@ApplicationScoped
class OfferFacts {

    private final Jobs jobs;
    private final ObjectMapper json;

    OfferFacts(Jobs jobs, ObjectMapper json) {
        this.jobs = jobs;
        this.json = json;
    }

    /** It was made, and will have been answered or be over when it expires. */
    Uni<Void> made(SqlConnection connection, OrganizationId organization, Offer offer, String origin) {
        var fact = written(new OfferFact(offer.id().value()));
        return jobs.add(connection, organization, OfferFact.OFFERED, fact, origin)
                .chain(() -> lapsing(connection, organization, offer, origin));
    }

    /** It will have been answered or be over when it expires. */
    Uni<Void> lapsing(SqlConnection connection, OrganizationId organization, Offer offer, String origin) {
        return jobs.add(connection, organization, OfferFact.LAPSING, written(new OfferFact(offer.id().value())), origin,
                offer.expires());
    }

    /** Freed time of which not everybody was thought yet. */
    Uni<Void> further(SqlConnection connection, Job freed, TimeFreed rest) {
        return jobs.add(connection, freed.organization(), TimeFreed.KIND, written(rest), freed.origin());
    }

    OfferId offer(Job job) {
        return new OfferId(read(job, OfferFact.class).offer());
    }

    TimeFreed freed(Job job) {
        return read(job, TimeFreed.class);
    }

    private <T> T read(Job job, Class<T> type) {
        try {
            return json.readValue(job.payload(), type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A fact that cannot be read back", impossible);
        }
    }

    private String written(Object fact) {
        try {
            return json.writeValueAsString(fact);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A fact that cannot be written", impossible);
        }
    }
}
