package mx.yume.scheduling;

import static mx.yume.scheduling.Counter.await;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;

import io.smallrye.mutiny.Uni;
import mx.yume.business.Business;
import mx.yume.customers.PersonId;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;
import mx.yume.testing.SettableClock;

/** Tests that ask for appointments at Salón Lupita, which begins without any, as it opens on a Wednesday. */
public abstract class AtTheCounter {

    protected PlainYume yume;
    protected Agenda agenda;
    protected Counter counter;
    protected SettableClock clock;
    protected PersonId sofia;
    protected PersonId diego;

    @BeforeEach
    protected final void freshSalon() {
        yume = PlainYume.fresh();
        agenda = yume.the(Agenda.class);
        counter = yume.the(Counter.class);
        clock = yume.clock();
        sofia = named("Sofía");
        diego = named("Diego");
    }

    protected final PersonId named(String name) {
        return yume.named(SalonLupita.ID, name);
    }

    protected final Business salon() {
        return counter.salon();
    }

    protected final void execute(String sql) {
        yume.superuser().execute(sql);
    }

    protected final long count(String sql) {
        return yume.superuser().count(sql);
    }

    /** All begun before any has ended. */
    protected static <T> List<T> atOnce(Stream<? extends Uni<? extends T>> all) {
        List<Uni<T>> begun = new ArrayList<>();
        all.forEach(one -> begun.add(one.map(outcome -> outcome)));
        return await(Uni.join().all(begun).andCollectFailures());
    }
}
