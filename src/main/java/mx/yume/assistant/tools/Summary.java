package mx.yume.assistant.tools;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import io.quarkus.runtime.annotations.RegisterForReflection;
import mx.yume.business.ServiceId;
import mx.yume.business.StaffId;
import mx.yume.platform.Money;
import mx.yume.scheduling.Agreed;
import mx.yume.scheduling.AppointmentId;
import mx.yume.scheduling.Part;
import mx.yume.scheduling.Wanted;

/** What a customer was asked to say yes to. Two are equal when the same yes answers both. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({@JsonSubTypes.Type(value = Summary.Booking.class, name = "booking"),
        @JsonSubTypes.Type(value = Summary.Move.class, name = "move"),
        @JsonSubTypes.Type(value = Summary.Cancel.class, name = "cancel"),
        @JsonSubTypes.Type(value = Summary.Wait.class, name = "wait")})
@RegisterForReflection
public sealed interface Summary {

    /** One service as it was shown: who gives it, from when, for how much. */
    @RegisterForReflection
    record Item(ServiceId service, StaffId staff, Instant start, Money price) {

        static List<Item> of(List<Part> parts) {
            return parts.stream()
                    .map(part -> new Item(part.service(), part.staff(), part.start().toInstant(), part.price())).toList();
        }
    }

    /**
     * What would be booked.
     *
     * @param services as they were asked for; the one of a visit, without a preference, by anyone free, and the summary said so
     * @param plan how several follow each other, sorted by start; empty for one
     */
    @RegisterForReflection
    record Booking(List<Wanted> services, Instant start, String name, List<Item> plan, Money price) implements Summary {

        public Booking {
            services = List.copyOf(services);
            plan = List.copyOf(plan);
        }

        /** Of one service. */
        public Booking(ServiceId service, Instant start, Optional<StaffId> staff, String name, Money price) {
            this(List.of(new Wanted(service, staff)), start, name, List.of(), price);
        }

        /** Those shown before a visit could have several services have one. */
        @JsonCreator
        static Booking read(@JsonProperty("services") Optional<List<Wanted>> services,
                @JsonProperty("service") Optional<ServiceId> service, @JsonProperty("staff") Optional<StaffId> staff,
                @JsonProperty("start") Instant start, @JsonProperty("name") String name,
                @JsonProperty("plan") Optional<List<Item>> plan, @JsonProperty("price") Money price) {
            return new Booking(services.orElseGet(() -> service.stream().map(one -> new Wanted(one, staff)).toList()), start,
                    name, plan.orElse(List.of()), price);
        }

        /** Who gives what, as it was shown. */
        List<Wanted> shown() {
            return services.stream().map(wanted -> Summary.shown(wanted, plan)).toList();
        }

        Agreed agreed() {
            return Summary.agreed(plan, price);
        }
    }

    /**
     * What an appointment would become.
     *
     * @param version of the appointment as it was shown
     * @param services instead of those it has, as they were asked for; empty when only the time changes
     * @param plan how they would follow each other, sorted by start
     * @param price of all; empty in what was shown before services could change
     */
    @RegisterForReflection
    record Move(AppointmentId appointment, int version, Instant newStart, List<Wanted> services, List<Item> plan,
            Optional<Money> price) implements Summary {

        public Move {
            services = List.copyOf(services);
            plan = List.copyOf(plan);
        }

        /** Those shown before services could change have a start alone. */
        @JsonCreator
        static Move read(@JsonProperty("appointment") AppointmentId appointment, @JsonProperty("version") int version,
                @JsonProperty("newStart") Instant newStart, @JsonProperty("services") Optional<List<Wanted>> services,
                @JsonProperty("plan") Optional<List<Item>> plan, @JsonProperty("price") Optional<Money> price) {
            return new Move(appointment, version, newStart, services.orElse(List.of()), plan.orElse(List.of()), price);
        }

        /** Who gives what, as it was shown. */
        List<Wanted> shown() {
            return services.stream().map(wanted -> Summary.shown(wanted, plan)).toList();
        }

        Optional<Agreed> agreed() {
            return price.map(all -> Summary.agreed(plan, all));
        }
    }

    /**
     * What would be cancelled.
     *
     * @param version of the appointment as it was shown
     */
    @RegisterForReflection
    record Cancel(AppointmentId appointment, int version) implements Summary {}

    /**
     * What would be waited for.
     *
     * @param from the earliest start, on the location's clocks
     * @param to starts before it
     */
    @RegisterForReflection
    record Wait(List<Wanted> services, LocalDateTime from, LocalDateTime to, String name) implements Summary {

        public Wait {
            services = List.copyOf(services);
        }
    }

    private static Wanted shown(Wanted wanted, List<Item> plan) {
        return plan.stream().filter(item -> item.service().equals(wanted.service())).findFirst()
                .map(item -> new Wanted(item.service(), Optional.of(item.staff()))).orElse(wanted);
    }

    private static Agreed agreed(List<Item> plan, Money price) {
        return new Agreed(price,
                plan.stream().map(item -> new Agreed.Step(item.service(), item.staff(), item.start())).toList());
    }
}
