package mx.yume.notifications.privacy;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Everything that a business knows of somebody, as they get it: names in Spanish, times as ISO 8601 in UTC, money in pesos.
 *
 * @param complete whether no message was left out for being too many
 */
@RegisterForReflection
public record PersonFile(@JsonProperty("negocio") String business, @JsonProperty("exportado") String exported,
        @JsonProperty("persona") Who person, @JsonProperty("consentimientos") List<Agreed> consents,
        @JsonProperty("citas") List<Visit> visits, @JsonProperty("lista_de_espera") List<Wait> waiting,
        @JsonProperty("mensajes") List<Said> messages, @JsonProperty("mensajes_completos") boolean complete) {

    public PersonFile {
        consents = List.copyOf(consents);
        visits = List.copyOf(visits);
        waiting = List.copyOf(waiting);
        messages = List.copyOf(messages);
    }

    @RegisterForReflection
    public record Who(@JsonProperty("id") String id, @JsonProperty("nombre") String name,
            @JsonProperty("nombre_en_whatsapp") String profileName, @JsonProperty("identidades") List<Known> identities,
            @JsonProperty("desde") String since, @JsonProperty("pidio_no_recibir_avisos") boolean optedOut,
            @JsonProperty("nota") String note) {

        public Who {
            identities = List.copyOf(identities);
        }
    }

    @RegisterForReflection
    public record Known(@JsonProperty("tipo") String kind, @JsonProperty("valor") String value) {}

    @RegisterForReflection
    public record Agreed(@JsonProperty("que") String what, @JsonProperty("si") boolean given,
            @JsonProperty("cuando") String at) {}

    @RegisterForReflection
    public record Visit(@JsonProperty("id") String id, @JsonProperty("a_nombre_de") String name,
            @JsonProperty("servicio") String service, @JsonProperty("con") String staff, @JsonProperty("inicio") String start,
            @JsonProperty("fin") String end, @JsonProperty("precio") String price, @JsonProperty("estado") String status,
            @JsonProperty("estrellas") int stars, @JsonProperty("comentario") String comment,
            @JsonProperty("motivo_de_cancelacion") String cancelReason) {}

    @RegisterForReflection
    public record Wait(@JsonProperty("desde") String from, @JsonProperty("hasta") String to,
            @JsonProperty("a_nombre_de") String name) {}

    @RegisterForReflection
    public record Said(@JsonProperty("de") String from, @JsonProperty("tipo") String kind, @JsonProperty("texto") String text,
            @JsonProperty("cuando") String at, @JsonProperty("estado") String status) {}
}
