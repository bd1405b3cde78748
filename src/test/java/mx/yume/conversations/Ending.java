package mx.yume.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import mx.yume.conversations.Story.Entry;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;

/** Compares the books with what a story says of them: all appointments there are, and of the rest what it names. */
final class Ending {

    private static final Map<String, String> STATUS = Map.of("pending", "pendiente", "confirmed", "confirmada", "completed",
            "completada", "no_show", "no llegó", "cancelled", "cancelada");

    private static final String APPOINTMENTS = """
            select to_char(a.local_start, 'YYYY-MM-DD HH24:MI'), string_agg(s.name, ' + ' order by t.position),
                   string_agg(m.name, ' + ' order by t.position), a.customer_name, a.status
            from appointment a join appointment_part t on t.appointment_id = a.id
            join service s on s.id = t.service_id join staff_member m on m.id = t.staff_id
            where a.origin <> 'demo' group by a.id order by a.local_start, 2, 4
            """;

    private final PlainYume yume;
    private final Stage stage;

    Ending(PlainYume yume, Stage stage) {
        this.yume = yume;
        this.stage = stage;
    }

    /** @param at runs a check and says on which line it failed */
    void check(List<Entry> ending, LineByLine at) {
        var line = ending.isEmpty() ? 0 : ending.getFirst().line();
        at.run(line, () -> assertThat(appointments()).as("The appointments there are")
                .containsExactlyInAnyOrderElementsOf(values(ending, "cita")));
        if (ending.stream().anyMatch(entry -> entry.key().equals("flujo"))) {
            at.run(line, () -> assertThat(flows()).as("The flows there were").containsExactlyElementsOf(
                    values(ending, "flujo").stream().filter(flow -> !flow.equals("ninguno")).toList()));
        }
        ending.forEach(entry -> at.run(entry.line(), () -> check(entry)));
    }

    /** What says on which line something failed. */
    @FunctionalInterface
    interface LineByLine {

        void run(int line, Runnable part);
    }

    private void check(Entry entry) {
        switch (entry.key()) {
            case "cita", "flujo", "nada" -> {
            }
            case "nombre" -> {
                var parts = entry.value().split(" = ", -1);
                assertThat(name(parts[0])).as("The name of %s", parts[0]).isEqualTo(parts[1]);
            }
            case "sql" -> {
                var parts = entry.value().split(" => ", -1);
                assertThat(rows(parts[0])).as(parts[0]).isEqualTo(parts[1].equals("nada") ? "" : parts[1].strip());
            }
            default -> throw new IllegalArgumentException("Nobody knows what \"" + entry.key() + "\" asks for");
        }
    }

    private List<String> appointments() {
        return yume.superuser().rows(APPOINTMENTS).stream().map(row -> "%s | %s | %s | %s | %s".formatted(row.get(0),
                row.get(1), row.get(2), row.get(3), Optional.ofNullable(STATUS.get(row.get(4))).orElseThrow())).toList();
    }

    private List<String> flows() {
        return yume.superuser().rows("select kind || ' ' || state from flow order by started_at, id").stream()
                .map(List::getFirst).toList();
    }

    /** As Salón Lupita knows it. */
    private String name(String who) {
        return rows("""
                select coalesce(p.name, '?') from person p join person_identity i on i.person_id = p.id
                where i.value = '%s' and p.organization_id = '%s'""".formatted(stage.phone(who),
                SalonLupita.ID));
    }

    private String rows(String sql) {
        return String.join(" ; ", yume.superuser().rows(sql).stream().map(row -> String.join(" | ", row)).toList());
    }

    private static List<String> values(List<Entry> ending, String key) {
        return ending.stream().filter(entry -> entry.key().equals(key)).map(Entry::value)
                .map(value -> String.join(" | ", Arrays.stream(value.split("\\|", -1)).map(String::strip).toList())).toList();
    }
}
