package mx.yume.web.premises;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

import mx.yume.web.calendar.HoursForm;
import mx.yume.web.calendar.Question;

/** A date apart from the week, as it was typed. */
public class DateForm extends HoursForm {

    @RestForm("fecha")
    @Nullable
    public String date;
    @RestForm("nota")
    @Nullable
    public String note;
    /** That it is closed all day. */
    @RestForm("cerrado")
    @Nullable
    public String closed;

    Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(date == null ? "" : date.strip()));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    @Override
    protected List<Question.Kept> kept() {
        var kept = super.kept();
        keep(kept, "fecha", date);
        keep(kept, "nota", note);
        keep(kept, "cerrado", closed);
        return kept;
    }
}
