package mx.yume.web.schedule;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

import mx.yume.web.page.Done;
import mx.yume.web.page.Numbers;
import mx.yume.web.page.Section;
import mx.yume.web.page.Sending;

/** What somebody wants done with an appointment, as it was typed, and how it was when they saw it. */
public class ChangeForm extends Sending {

    private static final Pattern SCHEDULE = Pattern.compile("[a-z0-9_=&-]{1,400}");

    /** The version that was shown. */
    @RestForm("version")
    @Nullable
    public String version;
    @RestForm("fecha")
    @Nullable
    public String day;
    @RestForm("hora")
    @Nullable
    public String time;
    /** A time that was offered instead: "2027-01-15T15:30". */
    @RestForm("otra")
    @Nullable
    public String other;
    /** Who gives all of it; empty for who does now. */
    @RestForm("persona")
    @Nullable
    public String person;
    @RestForm("servicios")
    public List<String> services = List.of();
    /** How long the last service takes. */
    @RestForm("minutos")
    @Nullable
    public String minutes;
    /** Outside the hours too. */
    @RestForm("aun_asi")
    @Nullable
    public String despite;
    /** Whether Yume tells the customer. */
    @RestForm("avisar")
    @Nullable
    public String tell;
    @RestForm("motivo")
    @Nullable
    public String reason;
    /** What of the schedule they looked at, to go back there. */
    @RestForm("vuelta")
    @Nullable
    public String back;
    @RestForm("visto_hora")
    @Nullable
    public String seenTime;
    @RestForm("visto_con")
    @Nullable
    public String seenStaff;
    @RestForm("visto_que")
    @Nullable
    public String seenServices;
    @RestForm("visto_estado")
    @Nullable
    public String seenStatus;

    /** None that was ever shown, for what is no number. */
    int seen() {
        return Numbers.whole(version == null ? "" : version).orElse(-1);
    }

    boolean tellsThem() {
        return tell == null;
    }

    Optional<String> why() {
        return Optional.ofNullable(reason).map(text -> text.replaceAll("\\p{Cc}+", " ").strip())
                .filter(text -> !text.isEmpty());
    }

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /** The schedule as it was looked at, or the page of the appointment; never another's address. */
    String destination(String id) {
        return back != null && SCHEDULE.matcher(back).matches() ? Section.SCHEDULE.path() + "?" + back
                : "/tablero/citas/" + id;
    }

    /** What was done, said only as it was. */
    Done told(boolean known, Done done) {
        return known && !tellsThem() ? done : Done.SAVED;
    }
}
