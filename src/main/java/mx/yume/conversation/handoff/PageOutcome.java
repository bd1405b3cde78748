package mx.yume.conversation.handoff;

import mx.yume.platform.Explained;

/** What came of answering a customer from a page. */
public sealed interface PageOutcome {

    /** Done; also when it had been done before. */
    record Done() implements PageOutcome {}

    /** The business has no such conversation with a customer. */
    record NotFound() implements PageOutcome {}

    sealed interface Refusal extends PageOutcome, Explained {}

    record TakenBy(String name) implements Refusal {

        @Override
        public String sentence() {
            return name + " ya está en este chat.";
        }
    }

    /** WhatsApp lets nothing but templates through. */
    record WindowClosed() implements Refusal {

        @Override
        public String sentence() {
            return "Hace más de 24 horas que no escribe y WhatsApp ya no deja mandarle mensajes.";
        }
    }

    /** It ended meanwhile, or never began. */
    record NotYours() implements Refusal {

        @Override
        public String sentence() {
            return "Ya no estás en este chat: toma la conversación otra vez y mándalo.";
        }
    }

    record NothingWritten() implements Refusal {

        @Override
        public String sentence() {
            return "Escribe el mensaje.";
        }
    }

    record TooLong(int most) implements Refusal {

        @Override
        public String sentence() {
            return "El mensaje es muy largo: caben %,d letras.".formatted(most);
        }
    }
}
