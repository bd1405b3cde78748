package mx.yume.assistant.staff.day;

import static mx.yume.assistant.staff.day.StaffDay.at;
import static mx.yume.assistant.staff.day.StaffDay.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.arc.All;
import mx.yume.assistant.orders.Order;
import mx.yume.assistant.orders.Orders;
import mx.yume.assistant.orders.Result;
import mx.yume.assistant.orders.Unclear;
import mx.yume.assistant.orders.Written;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.assistant.staff.StaffTool;
import mx.yume.business.StaffId;
import mx.yume.conversation.ConversationId;
import mx.yume.conversation.Progress;
import mx.yume.conversation.StaffTurn;
import mx.yume.conversation.TurnId;
import mx.yume.conversation.TurnKey;
import mx.yume.testing.SalonLupita;

/** What a model writes goes the same way as what the guided assistant hears, to the same answers. */
class ModelCallsTest {

    /** All there are. */
    static final class Tools {

        private final List<StaffTool<?>> all;

        Tools(@All List<StaffTool<?>> all) {
            this.all = all;
        }

        StaffTool<?> named(String name) {
            return all.stream().filter(tool -> tool.sheet().name().equals(name)).findFirst().orElseThrow();
        }
    }

    private final StaffDay day = new StaffDay();
    private final Tools tools = day.yume.the(Tools.class);
    private final Orders orders = day.yume.the(Orders.class);

    @BeforeEach
    void aDay() {
        var paty = day.customer("Paty López", "+525511112222");
        day.visit(Optional.of(paty), "Paty López", SalonLupita.CORTE, SalonLupita.BETO, at(1, 11, 0));
        day.now(0, 10, 30);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            my_schedule | {"from":"2027-01-14"} | Tu agenda, mañana jueves 14 de enero:
            business_schedule | {"from":"2027-01-14","to":"2027-01-15","staff":"beto"} | Agenda de Beto, del jueves 14 de enero al viernes 15
            whats_next | {"staff":"Beto"} | Sigue Paty López
            block_time | {"from":"2027-01-14","start":"14:00","end":"16:00","staff":"Beto","reason":"doctor"} | Bloqueo la agenda de Beto:
            block_time | {"from":"2027-01-14","whole_day":"true","staff":"todos"} | En ese tiempo hay estas citas
            unblock_time | {"from":"2027-01-14"} | Ahí no hay nada bloqueado.
            mark_no_show | {"time":"11:00","date":"2027-01-14"} | Esa cita apenas es mañana
            mark_completed | {"customer":"Rigoberto"} | No encontré esa cita.
            book_walk_in | {"services":["barba"],"customer":"Juan","staff":"Beto","date":"2027-01-14","time":"17:00"} | Apunto a Juan: Barba con Beto
            cancel_customer_appointment | {"customer":"paty","reason":"se fue la luz","notify":"false"} | Cancelo esta cita:
            reschedule_customer_appointment | {"customer":"paty","new_time":"18:00","new_staff":"Lupita"} | con Lupita, $250
            customer_history | {"phone":"5511112222"} | Paty López, +525511112222
            set_business_hours | {"date":"2027-01-15","closes":"17:00"} | a 5:00 p.m.
            set_business_hours | {"date":"2027-01-15","opens":"12:00"} | 12:00 p.m. a
            set_business_hours | {"date":"2027-01-15"} | cerramos todo el día
            book_walk_in | {"services":["barba"],"date":"2027-01-14"} | ¿A qué hora?
            message_customer | {"customer":"Paty","text":"Te esperamos"} | Mensaje de Salón Lupita: Te esperamos
            """)
    void aCallIsAnswered(String tool, String arguments, String answer) {
        assertThat(call(tools.named(tool), arguments).text()).contains(answer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            business_schedule | {"staff":"Rigoberto"}
            whats_next | {"staff":"Rigoberto"}
            my_schedule | {"from":"mañana"}
            block_time | {"from":"2027-01-14","staff":"Rigoberto"}
            unblock_time | {"from":"2027-01-14","staff":"Rigoberto"}
            book_walk_in | {"services":["masaje"]}
            set_business_hours | {"date":"2027-01-17","closes":"17:00"}
            add_staff_member | {"name":"Lalo","services":["e"]}
            book_walk_in | {"services":["barba"],"staff":"Rigoberto"}
            reschedule_customer_appointment | {"customer":"paty","new_staff":"Rigoberto"}
            """)
    void whatCannotBeReadIsSaidToTheModel(String tool, String arguments) {
        assertThatThrownBy(() -> call(tools.named(tool), arguments)).isInstanceOf(Unclear.class);
    }

    @ParameterizedTest
    @CsvSource({"block_time", "unblock_time", "mark_completed", "mark_no_show", "book_walk_in", "cancel_customer_appointment",
            "reschedule_customer_appointment", "customer_history", "message_customer"})
    void aViewerIsRefusedWhateverIsWritten(String tool) {
        assertThat(call(SalonLupita.CARLA, tools.named(tool), "{\"services\":[\"barba\"]}"))
                .isInstanceOf(Result.Forbidden.class);
    }

    @ParameterizedTest
    @CsvSource({"my_schedule", "business_schedule", "whats_next"})
    void aViewerSeesTheSchedule(String tool) {
        assertThat(call(SalonLupita.CARLA, tools.named(tool), "{}")).isInstanceOf(Result.Told.class);
    }

    @ParameterizedTest
    @CsvSource({"my_schedule", "business_schedule", "whats_next", "customer_history"})
    void whatOnlyReadsDoesNothing(String name) {
        var tool = tools.named(name);
        assertThat(tool.flow()).isEmpty();
    }

    @Test
    void nothingWasDone() {
        call(tools.named("cancel_customer_appointment"), "{\"customer\":\"paty\"}");
        assertThat(day.column("select status from appointment")).containsExactly("confirmed");
        assertThat(day.yume.superuser().count("select count(*) from effect")).isZero();
    }

    private Result call(StaffTool<?> tool, String arguments) {
        return call(SalonLupita.LUPITA, tool, arguments);
    }

    private <O extends Order> Result call(StaffId who, StaffTool<O> tool, String arguments) {
        StaffAsking asking = StaffDay.asking(who, "hola");
        return await(orders.call(asking, tool, tool.read(asking, new Written(json(arguments)))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            book_walk_in | {"services":["barba"],"customer":"Juan","date":"2027-01-14","time":"17:00"}
            message_customer | {"customer":"Paty","text":"Te esperamos"}
            """)
    void theSameCallTwiceInATurnIsOne(String name, String arguments) {
        twice(tools.named(name), arguments);
        assertThat(day.column("select tool from effect")).containsExactly(name);
    }

    private <O extends Order> void twice(StaffTool<O> tool, String arguments) {
        day.lupita.says("hola");
        day.yume.superuser().execute("""
                update turn set status = 'open', finished_at = null
                where id = (select id from turn order by started_at desc limit 1)""");
        var open = day.yume.superuser()
                .rows("select id::text, conversation_id::text, epoch::text from turn where status = 'open'")
                .getFirst();
        var key = new TurnKey(SalonLupita.ID, new ConversationId(UUID.fromString(open.get(1))),
                new TurnId(UUID.fromString(open.getFirst())), Integer.parseInt(open.get(2)));
        var asking = agreeing(key, new Progress(Optional.empty()));
        var written = new Written(json(arguments));
        assertThat(await(orders.call(asking, tool, written, true))).isInstanceOf(Result.Shown.class);
        var shown = asking.turn().progress().activeFlow().orElseThrow();
        var earlier = shown.draft().replace(open.getFirst(), UUID.randomUUID().toString());
        var agreed = agreeing(key, new Progress(Optional.of(shown.to(shown.state(), earlier))));
        assertThat(await(orders.call(agreed, tool, written, true))).isInstanceOfSatisfying(Result.Done.class,
                done -> assertThat(done.repeated()).isFalse());
        assertThat(await(orders.call(agreed, tool, written, true))).isInstanceOfSatisfying(Result.Done.class,
                done -> assertThat(done.repeated()).isTrue());
    }

    private static StaffAsking agreeing(TurnKey key, Progress progress) {
        var turn = StaffDay.asking(SalonLupita.LUPITA, "sí").turn();
        return StaffAsking.of(new StaffTurn(key, turn.origin(), turn.business(), turn.member(), false, turn.person(),
                turn.messages(), List.of(), false, turn.now(), progress));
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(text);
        } catch (JsonProcessingException defect) {
            throw new IllegalArgumentException(text, defect);
        }
    }
}
