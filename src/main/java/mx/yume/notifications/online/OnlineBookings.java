package mx.yume.notifications.online;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.business.Business;
import mx.yume.conversation.OutboundContent.Text;
import mx.yume.conversation.outbox.Correspondents;
import mx.yume.conversation.outbox.Letter;
import mx.yume.conversation.outbox.Outbox;
import mx.yume.customers.Consent.What;
import mx.yume.customers.Consents;
import mx.yume.customers.Newcomers;
import mx.yume.customers.PersonId;
import mx.yume.identity.AskingLimits;
import mx.yume.identity.AskingLimits.Thing;
import mx.yume.identity.CodeOutcome;
import mx.yume.identity.PhoneCodes;
import mx.yume.notifications.NoticeTemplates;
import mx.yume.platform.Database;
import mx.yume.platform.Jobs;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.PhoneNumber;
import mx.yume.platform.SpanishDates;
import mx.yume.scheduling.Agreed;
import mx.yume.scheduling.Alongside;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.BookingOutcome;
import mx.yume.scheduling.board.BookingForms;
import mx.yume.scheduling.board.FormOutcome;
import mx.yume.scheduling.online.OnlineOrder;
import mx.yume.scheduling.online.OnlineOrders;

/**
 * Books for whoever shows that the phone they typed is theirs. Asking for a code does the same work whatever the phone is and however
 * often it was asked for: what is sent, and to whom, is decided afterwards, so that nobody learns anything from the answer or from
 * how long it takes.
 */
@ApplicationScoped
public class OnlineBookings {

    private final AskingLimits limits;
    private final PhoneCodes codes;
    private final OnlineOrders orders;
    private final BookingForms forms;
    private final Newcomers newcomers;
    private final Consents consents;
    private final Correspondents correspondents;
    private final Outbox outbox;
    private final OnlineTexts texts;
    private final Jobs jobs;
    private final Database database;

    OnlineBookings(AskingLimits limits, PhoneCodes codes, OnlineOrders orders, BookingForms forms, Newcomers newcomers,
            Consents consents, Correspondents correspondents, Outbox outbox, OnlineTexts texts, Jobs jobs, Database database) {
        this.limits = limits;
        this.codes = codes;
        this.orders = orders;
        this.forms = forms;
        this.newcomers = newcomers;
        this.consents = consents;
        this.correspondents = correspondents;
        this.outbox = outbox;
        this.texts = texts;
        this.jobs = jobs;
        this.database = database;
    }

    /**
     * Keeps the order and asks for a code to be sent to this phone. The same order twice is one; its origin is the business's life.
     *
     * @param address of whoever asks, on the network
     */
    public Uni<Void> ask(Business business, OnlineOrder.Draft draft, PhoneNumber phone, String address) {
        return database.inTenant(business.id(), connection -> correspondents.life(connection, business.id())
                .map(life -> draft.of(life.sql()))
                .chain(order -> orders.keep(connection, business.id(), order)
                        .chain(fresh -> fresh ? ask(connection, business.id(), order, phone, address)
                                : Uni.createFrom().voidItem())));
    }

    private Uni<Void> ask(SqlConnection connection, OrganizationId organization, OnlineOrder order, PhoneNumber phone,
            String address) {
        return database.lending(connection, organization, OrganizationId.YUME,
                () -> limits.take(connection, Thing.BOOKING_CODE, phone, address))
                .chain(fine -> codes.ask(connection, organization, order.id(), phone, fine))
                .chain(() -> jobs.add(connection, organization, SentCodes.ASKED, "\"" + order.id() + "\"", order.origin()));
    }

    /** Takes the code, and books when it is the one that was sent. */
    public Uni<OnlineOutcome> confirm(Business business, OnlineOrder order, String code) {
        return codes.prove(business.id(), order.id(), code).chain(outcome -> outcome instanceof CodeOutcome.Proven(var phone)
                ? book(business, order, phone)
                : Uni.createFrom().item(new OnlineOutcome.NotProven(outcome)));
    }

    /** At another time, by somebody who typed the code before. */
    public Uni<OnlineOutcome> instead(Business business, OnlineOrder order) {
        return codes.standing(business.id(), order.id())
                .chain(outcome -> outcome instanceof CodeOutcome.Proven(var phone)
                        ? orders.move(business.id(), order).chain(() -> book(business, order, phone))
                        : Uni.createFrom().item(new OnlineOutcome.NotProven(outcome)));
    }

    private Uni<OnlineOutcome> book(Business business, OnlineOrder order, PhoneNumber phone) {
        return newcomers.withPhone(business.id(), phone, order.name())
                .chain(person -> forms.book(business, order.request(business, person), Agreed.on(order.price()),
                        order.origin(), order.id(), telling(business, order, person, phone)))
                .map(outcome -> switch (outcome) {
                    case FormOutcome.Again _ -> new OnlineOutcome.Booked();
                    case FormOutcome.First(BookingOutcome.Booked _) -> new OnlineOutcome.Booked();
                    case FormOutcome.First(BookingOutcome.Refused(var why)) -> new OnlineOutcome.NotFree(why);
                });
    }

    /** They read the privacy notice on the page, and have no reply that would tell them what was booked. */
    private Alongside telling(Business business, OnlineOrder order, PersonId person, PhoneNumber phone) {
        return new Alongside() {
            @Override
            public Uni<Void> before(SqlConnection connection) {
                return Uni.createFrom().voidItem();
            }

            @Override
            public Uni<Void> after(SqlConnection connection, Appointment appointment) {
                UUID said = order.id();
                return consents.add(connection, business.id(), person, What.PRIVACY_NOTICE, true, said)
                        .chain(() -> correspondents.known(connection, business.id(), List.of(phone), order.origin()))
                        .chain(chats -> outbox.write(connection, business.id(), chats.stream().limit(1)
                                .map(chat -> letter(business, order, appointment, chat)).toList()));
            }
        };
    }

    private Letter letter(Business business, OnlineOrder order, Appointment appointment, Correspondents.Correspondent chat) {
        var text = texts.booked(business.publicName(), appointment.serviceName(), appointment.staffName(),
                SpanishDates.dateTime(appointment.start()), appointment.price().toString());
        return Letter.notice(chat.conversation(), "online:" + order.id(), new Text(text))
                .or(NoticeTemplates.confirmed(business, appointment)).until(appointment.start().toInstant()).answering()
                .about(appointment.id().value());
    }
}
