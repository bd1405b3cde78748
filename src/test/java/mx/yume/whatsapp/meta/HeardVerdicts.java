package mx.yume.whatsapp.meta;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.conversation.template.TemplateNews;
import mx.yume.conversation.template.TemplateVerdict;

/** Remembers what was said of templates. */
@ApplicationScoped
public class HeardVerdicts implements TemplateNews {

    private final List<TemplateVerdict> heard = new CopyOnWriteArrayList<>();

    @Override
    public Uni<Void> heard(TemplateVerdict verdict) {
        heard.add(verdict);
        return Uni.createFrom().voidItem();
    }

    List<TemplateVerdict> all() {
        return List.copyOf(heard);
    }

    void forget() {
        heard.clear();
    }
}
