package mx.yume.whatsapp.meta;

import mx.yume.conversation.DeliveryReport;
import mx.yume.conversation.InboundMessage;
import mx.yume.conversation.inbox.IdentityChange;
import mx.yume.conversation.template.TemplateVerdict;

/** One of the things that a delivery tells. */
sealed interface MetaEvent {

    /** What must keep its order: the events of one sender, of one message, of one template. */
    String lane();

    /** Somebody wrote. */
    record Said(InboundMessage message) implements MetaEvent {

        @Override
        public String lane() {
            return message.sender().address();
        }
    }

    /** Somebody goes on under another phone or user id. */
    record Moved(InboundMessage notice, IdentityChange change) implements MetaEvent {

        @Override
        public String lane() {
            return notice.sender().address();
        }
    }

    /** A message that went out has come further, or has failed. */
    record Progressed(DeliveryReport report) implements MetaEvent {

        @Override
        public String lane() {
            return report.providerMessageId();
        }
    }

    /** A template was approved, or may no longer be sent. */
    record Judged(TemplateVerdict verdict) implements MetaEvent {

        @Override
        public String lane() {
            return verdict.account() + " " + verdict.providerId();
        }
    }

    /** An error that concerns no message: the account, the app, Meta itself. */
    record Troubled(MetaError error) implements MetaEvent {

        @Override
        public String lane() {
            return "";
        }
    }

    /** Told to every app that asked, and nothing to Yume. */
    record Irrelevant(String what) implements MetaEvent {

        @Override
        public String lane() {
            return "";
        }
    }

    // The array is stored and never compared.
    @SuppressWarnings("ArrayRecordComponent")
    record Unreadable(String reason, byte[] raw) implements MetaEvent {

        @Override
        public String lane() {
            return "";
        }
    }
}
