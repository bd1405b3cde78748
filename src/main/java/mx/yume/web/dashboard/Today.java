package mx.yume.web.dashboard;

import java.util.List;

import io.quarkus.qute.TemplateData;

/**
 * What the page shows, in words.
 *
 * @param day of the main location: "viernes 15 de enero"
 * @param number that customers write to; empty while it is pending
 */
@TemplateData
public record Today(String business, String member, String day, List<VisitLine> visits, String number) {

    public Today {
        visits = List.copyOf(visits);
    }
}
