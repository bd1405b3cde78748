package mx.yume.assistant.guided;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

import io.quarkus.qute.Engine;
import io.quarkus.qute.i18n.Message;

/** Message bundles rendered by the template engine itself, without starting the application. */
final class Texts {

    private static final Engine ENGINE = Engine.builder().addDefaults().build();

    static final TalkTexts TALK = bundle(TalkTexts.class);
    static final BookingTexts BOOKING = bundle(BookingTexts.class);
    static final AppointmentTexts APPOINTMENTS = bundle(AppointmentTexts.class);

    private Texts() {}

    private static <T> T bundle(Class<T> type) {
        InvocationHandler rendering = (proxy, method, arguments) -> {
            var template = ENGINE.parse(method.getAnnotation(Message.class).value()).instance();
            for (int at = 0; at < method.getParameterCount(); at++) {
                template.data(method.getParameters()[at].getName(), arguments[at]);
            }
            return template.render();
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, rendering));
    }
}
