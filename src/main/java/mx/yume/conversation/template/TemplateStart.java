package mx.yume.conversation.template;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.quarkus.runtime.StartupEvent;

/** Says at the start what an operator has not done yet. */
@ApplicationScoped
class TemplateStart {

    private static final Logger LOG = Logger.getLogger(TemplateStart.class);

    private final Templates templates;
    private final TemplateRows rows;

    TemplateStart(Templates templates, TemplateRows rows) {
        this.templates = templates;
        this.rows = rows;
    }

    void atStart(@Observes StartupEvent started) {
        if (templates.on()) {
            rows.any().subscribe().with(any -> {
                if (!any) {
                    LOG.warn(
                            "No templates were submitted yet, so nobody can be written to who has not written within 24 hours. "
                                    + "Run `java -jar quarkus-run.jar templates submit`, or ask for it by chat as an administrator.");
                }
            }, failure -> LOG.warnf("Whether templates were submitted is not known: %s", failure.toString()));
        }
    }
}
