package mx.yume.assistant.guided;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.conversation.Transcripts;
import mx.yume.conversation.Workers;
import mx.yume.conversation.inbox.Inbox;
import mx.yume.testing.SettableClock;
import mx.yume.testing.World;

/** Salón Lupita at work: messages come in, turns are answered, the books can be looked at. */
@ApplicationScoped
class Salon {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final World world;
    private final SettableClock clock;
    private final Inbox inbox;
    private final Workers workers;
    private final Transcripts transcripts;

    Salon(World world, SettableClock clock, Inbox inbox, Workers workers, Transcripts transcripts) {
        this.world = world;
        this.clock = clock;
        this.inbox = inbox;
        this.workers = workers;
        this.transcripts = transcripts;
    }

    void open() {
        world.fresh();
    }

    void settle() {
        workers.settle().await().atMost(PATIENCE);
    }

    /** Every visit in the books, sorted: start on the wall clock, service, who gives it, who it is for, status. */
    List<String> visits() {
        return world.rows("""
                select to_char(a.local_start, 'YYYY-MM-DD HH24:MI'), s.name, m.name, a.customer_name, a.status
                from appointment a join appointment_part t on t.appointment_id = a.id
                join service s on s.id = t.service_id join staff_member m on m.id = t.staff_id
                order by a.local_start, s.name, a.customer_name""").stream().map(row -> String.join(" | ", row)).toList();
    }

    List<String> names() {
        return world.rows("""
                select coalesce(name, '?') from person p
                where exists (select 1 from conversation c where c.person_id = p.id and c.last_inbound_at is not null)
                order by created_at""").stream().map(List::getFirst).toList();
    }

    /** State of the flows ever begun, oldest first. */
    List<String> flows() {
        return world.rows("select kind, state from flow order by started_at, id").stream().map(row -> String.join(" ", row))
                .toList();
    }

    /** Somebody else takes this staff member's time by another way. */
    void takes(String staff, LocalDateTime start, int minutes) {
        world.execute(
                """
                        with other as (
                            insert into person (organization_id, id, created_at)
                            select organization_id, gen_random_uuid(), now() from location returning *),
                        visit as (
                            insert into appointment (organization_id, id, location_id, customer_id, customer_name,
                                starts_at, ends_at, local_start, zone, price_centavos, status, origin, created_at)
                            select m.organization_id, gen_random_uuid(), l.id, p.id, 'Otra', t.at, t.at + interval '%2$d min',
                                timestamp '%1$s', l.zone, s.price_centavos, 'confirmed', 'demo', now()
                            from staff_member m join location l using (organization_id) join service s using (organization_id)
                            join other p using (organization_id),
                            lateral (select timestamp '%1$s' at time zone l.zone as at) t
                            where m.name = '%3$s' and s.name = 'Peinado' returning *),
                        part as (
                            insert into appointment_part (organization_id, appointment_id, position, service_id, staff_id, starts_at,
                                ends_at, price_centavos)
                            select v.organization_id, v.id, 0, s.id, m.id, v.starts_at, v.ends_at, v.price_centavos
                            from visit v join service s using (organization_id) join staff_member m using (organization_id)
                            where m.name = '%3$s' and s.name = 'Peinado' returning *)
                        insert into reservation (organization_id, resource_id, kind, during, appointment_id)
                        select organization_id, staff_id, 'staff', tstzrange(starts_at, ends_at), appointment_id from part
                        """
                        .formatted(start, minutes, staff));
    }

    /** Until it is called off, nothing can be answered: a turn does what it does and then dies. */
    void loseReplies() {
        world.execute("""
                create or replace function lose_reply() returns trigger language plpgsql as
                $$ begin raise exception 'the power went out'; end $$;
                create trigger lose_reply before insert on outbox for each row execute function lose_reply()""");
    }

    void keepReplies() {
        world.execute("drop trigger if exists lose_reply on outbox");
    }

    World world() {
        return world;
    }

    SettableClock clock() {
        return clock;
    }

    Inbox inbox() {
        return inbox;
    }

    Transcripts transcripts() {
        return transcripts;
    }
}
