package mx.yume.web.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestStreamElementType;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import mx.yume.business.Capability;
import mx.yume.scheduling.board.DayBook;
import mx.yume.web.page.Gate;
import mx.yume.web.page.Here;

/**
 * Tells an open page that what it shows has changed, by whatever way and on whichever instance: it looks at the book's fingerprint
 * once a second. Each look is a read of an index; nothing is kept for a page that is closed.
 */
@Path("/tablero/eventos")
public class ScheduleEvents {

    static final String CHANGE = "cambio";
    /** Keeps proxies from closing the connection, and is when the session is looked at again. */
    static final String HEARTBEAT = "latido";
    private static final String END = "fin";

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration BETWEEN_HEARTBEATS = Duration.ofSeconds(20);

    private final Gate gate;
    private final DayBook book;
    private final Clock clock;

    ScheduleEvents(Gate gate, DayBook book, Clock clock) {
        this.gate = gate;
        this.book = book;
        this.clock = clock;
    }

    @GET
    @Followed
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.TEXT_PLAIN)
    public Multi<String> events(@BeanParam LookingAt asked) {
        return gate.follow(asked, Capability.SEE_SCHEDULE).onItem()
                .transformToMulti(found -> found.map(here -> stream(asked, here)).orElseGet(() -> Multi.createFrom().empty()));
    }

    private Multi<String> stream(LookingAt asked, Here here) {
        var look = Look.of(asked, here.business(), here.location(),
                LocalDate.ofInstant(clock.instant(), here.location().zone()));
        var last = new AtomicReference<>(asked.mark);
        var changes = Multi.createFrom().ticks().every(BETWEEN_LOOKS).onOverflow().drop()
                .onItem().transformToUniAndConcatenate(tick -> changed(here, look, last)).filter(yes -> yes).map(yes -> CHANGE);
        var heartbeats = Multi.createFrom().ticks().every(BETWEEN_HEARTBEATS).onOverflow().drop()
                .onItem().transformToUniAndConcatenate(tick -> beat(asked));
        return Multi.createBy().merging().streams(heartbeats, changes).select().first(word -> !word.equals(END));
    }

    /** Also at the first look, when the page was shown before what changed; never for whoever does not say what they were shown. */
    private Uni<Boolean> changed(Here here, Look look, AtomicReference<Optional<String>> last) {
        return book.fingerprint(here.organization(), look.location().id(), look.range()).map(Optional::of)
                // The database is away for a moment: the next look finds what changed meanwhile.
                .onFailure().recoverWithItem(Optional.empty())
                .map(now -> now.isPresent() && last.getAndSet(now).filter(before -> !before.equals(now.get())).isPresent());
    }

    /** With the session ends the stream. */
    private Uni<String> beat(LookingAt asked) {
        return gate.follow(asked, Capability.SEE_SCHEDULE).map(found -> found.isPresent() ? HEARTBEAT : END)
                // As above: whoever is in stays in until it can be looked at.
                .onFailure().recoverWithItem(HEARTBEAT);
    }
}
