package mx.yume.testing;

import java.util.*;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import mx.yume.conversation.*;
import mx.yume.conversation.OutboundContent.*;

@DefaultBean
@ApplicationScoped
public class InterimAssistant implements Assistant {
    public Uni<Reply> answer(CustomerTurn turn) {
        var m = turn.messages().getLast();
        turn.progress().trace("reading", "corte de cabello, mañana 17:00", 830);
        turn.progress().trace("tool", "check_availability(corte de cabello, 2027-01-14) → 3 horarios", 14200);
        turn.progress().trace("reply", "1 mensaje", 0);
        if (m.body().contains("lista"))
            return Uni.createFrom()
                    .item(Reply.guided(new Choices("¿Qué *servicio* te gustaría?", "Ver servicios", turn.business().services()
                            .stream().map(s -> new Option("service:" + s.id(), s.name(), s.price().toString())).toList())));
        return Uni.createFrom()
                .item(Reply.guided(new Buttons("¡Claro! Tengo estos lugares para *Corte de cabello* el jueves 14 de enero:",
                        List.of(new Option("a", "5:00 p.m."), new Option("b", "5:15 p.m."), new Option("c", "Otro día")))));
    }
}
