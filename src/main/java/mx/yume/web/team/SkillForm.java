package mx.yume.web.team;

import java.util.Map;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

import mx.yume.web.page.Filled;
import mx.yume.web.page.Sending;

/** How somebody gives a service, as it was typed. */
public class SkillForm extends Sending {

    @RestForm("minutos")
    @Nullable
    public String minutes;
    @RestForm("precio")
    @Nullable
    public String price;
    @RestForm("desde")
    @Nullable
    public String from;
    @RestForm("por_chat")
    @Nullable
    public String online;
    /** That it may be longer than any day. */
    @RestForm("aun_asi")
    @Nullable
    public String longer;
    /** The version that was shown, of the person. */
    @RestForm("version")
    @Nullable
    public String version;

    Filled typed() {
        return Filled.of(Map.of("minutos", text(minutes), "precio", text(price), "desde", text(from), "por_chat",
                text(online)));
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
