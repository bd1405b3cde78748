package mx.yume.notifications;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.business.Business;
import mx.yume.business.Permission;
import mx.yume.business.StaffMember;
import mx.yume.conversation.ConversationId;
import mx.yume.conversation.outbox.Correspondents;
import mx.yume.conversation.outbox.Correspondents.Correspondent;
import mx.yume.conversation.outbox.Letter;
import mx.yume.conversation.outbox.Outbox;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.PhoneNumber;

/**
 * Where people of a business are told something, each once: in their chat with the business while its window is open, else in the
 * one with Yume, where they may write instead, else in the first by its template. Whoever wants nothing but answers from the
 * business is told nothing; nor is whoever has no phone, or works where there is no number to write from yet.
 */
@ApplicationScoped
public class Recipients {

    private final Correspondents correspondents;
    private final Outbox outbox;
    private final Database database;

    Recipients(Correspondents correspondents, Outbox outbox, Database database) {
        this.correspondents = correspondents;
        this.outbox = outbox;
        this.database = database;
    }

    public static List<StaffMember> owners(Business business) {
        return business.staff().stream().filter(member -> member.permission() == Permission.OWNER).toList();
    }

    /**
     * @param origin of what is to be told, as the database writes it
     * @param letter to somebody in a chat; its purpose names the person, not the chat, so that nobody is told twice
     */
    public Uni<Void> tell(SqlConnection connection, Business business, Collection<StaffMember> members,
            String origin,
            BiFunction<StaffMember, ConversationId, Letter> letter) {
        var waiting = new LinkedHashMap<PhoneNumber, StaffMember>();
        members.forEach(member -> member.phone().ifPresent(phone -> waiting.put(phone, member)));
        if (waiting.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return correspondents.known(connection, business.id(), List.copyOf(waiting.keySet()), origin)
                .invoke(here -> here.stream().filter(Correspondent::optedOut).forEach(it -> waiting.remove(it.phone())))
                .chain(here -> write(connection, business.id(), open(here), waiting, letter))
                .chain(() -> centrally(connection, business, waiting, origin, letter))
                .chain(() -> byTemplate(connection, business, waiting, origin, letter));
    }

    private Uni<Void> centrally(SqlConnection connection, Business business, Map<PhoneNumber, StaffMember> waiting,
            String origin, BiFunction<StaffMember, ConversationId, Letter> letter) {
        return waiting.isEmpty() ? Uni.createFrom().voidItem()
                : database.lending(connection, business.id(), OrganizationId.YUME,
                        () -> correspondents
                                .known(connection, OrganizationId.YUME, List.copyOf(waiting.keySet()), origin)
                                .chain(there -> write(connection, OrganizationId.YUME, open(there), waiting, letter)));
    }

    private Uni<Void> byTemplate(SqlConnection connection, Business business, Map<PhoneNumber, StaffMember> waiting,
            String origin, BiFunction<StaffMember, ConversationId, Letter> letter) {
        return waiting.isEmpty() ? Uni.createFrom().voidItem()
                : correspondents.introduced(connection, business.id(), List.copyOf(waiting.keySet()), origin)
                        .chain(all -> write(connection, business.id(), all.stream(), waiting, letter));
    }

    private static Stream<Correspondent> open(List<Correspondent> found) {
        return found.stream().filter(it -> it.open() && !it.optedOut());
    }

    /** Whoever is written to waits no more. */
    private Uni<Void> write(SqlConnection connection, OrganizationId where, Stream<Correspondent> found,
            Map<PhoneNumber, StaffMember> waiting, BiFunction<StaffMember, ConversationId, Letter> letter) {
        var letters = found.flatMap(it -> Stream.ofNullable(waiting.remove(it.phone()))
                .map(member -> letter.apply(member, it.conversation()))).toList();
        return outbox.write(connection, where, letters);
    }
}
