package mx.yume.notifications;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What owners are told of their team. */
@MessageBundle("joiningnotices")
public interface JoiningNoticeTexts {

    @Message("👋 {name} ya se dio de alta en {business} y puede usar Yume.")
    String joined(String name, String business);
}
