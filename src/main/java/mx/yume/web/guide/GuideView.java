package mx.yume.web.guide;

import java.util.List;

import io.quarkus.qute.TemplateData;

/**
 * The way to the first booking, step by step. A page shows it with {@code {#include tablero/guide guide=view /}}, and not at all when
 * {@link #finished()}.
 *
 * @param steps in their order, done or not
 */
@TemplateData
public record GuideView(List<Step> steps) {

    /**
     * @param text why, or what is there already
     * @param path where it is done
     * @param verb what the link says
     */
    @TemplateData
    public record Step(String title, String text, String path, String verb, boolean done) {}

    public GuideView {
        steps = List.copyOf(steps);
    }

    public boolean finished() {
        return steps.stream().allMatch(Step::done);
    }

    /** "2 de 5 pasos listos" */
    public String progress() {
        return "%d de %d pasos listos".formatted(steps.stream().filter(Step::done).count(), steps.size());
    }
}
