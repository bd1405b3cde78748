package mx.yume.web.leaving;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

import mx.yume.scheduling.AppointmentId;
import mx.yume.scheduling.calendar.Answer;
import mx.yume.scheduling.calendar.Deactivating;
import mx.yume.web.page.Here;
import mx.yume.web.page.Ids;
import mx.yume.web.page.Numbers;
import mx.yume.web.page.Sending;

/** That it is to leave, and what is to become of the appointments that were shown. */
public class LeavingForm extends Sending {

    /** The version that was shown. */
    @RestForm("version")
    @Nullable
    public String version;
    /** One of {@link Answer.What}, in small letters; nothing as long as nobody asked. */
    @RestForm("que")
    @Nullable
    public String what;
    /** The appointments that were shown. */
    @RestForm("cita")
    public List<String> shown = List.of();

    public Deactivating.Request request(Here here) {
        var about = shown.stream().flatMap(id -> Ids.parse(id).stream()).map(AppointmentId::new).collect(Collectors.toSet());
        return new Deactivating.Request(here.organization(), Numbers.whole(version == null ? "" : version).orElse(-1),
                here.actor(), answer().map(chosen -> new Answer(chosen, about)));
    }

    private Optional<Answer.What> answer() {
        return Arrays.stream(Answer.What.values()).filter(one -> one.name().toLowerCase(Locale.ROOT).equals(what)).findFirst();
    }
}
