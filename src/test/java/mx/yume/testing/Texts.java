package mx.yume.testing;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.ConcurrentHashMap;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Message bundles without the container: each method renders its template with its parameters, as the application does. */
final class Texts {

    private static final Engine ENGINE = Engine.builder().addDefaults().build();
    private static final ConcurrentHashMap<Method, Template> TEMPLATES = new ConcurrentHashMap<>();

    private Texts() {}

    static boolean knows(Class<?> type) {
        return type.isAnnotationPresent(MessageBundle.class);
    }

    static Object of(Class<?> bundle) {
        return Proxy.newProxyInstance(bundle.getClassLoader(), new Class<?>[]{bundle},
                (proxy, method, arguments) -> method.isAnnotationPresent(Message.class) ? render(method, arguments)
                        : method.invoke(bundle, arguments));
    }

    private static String render(Method method, Object[] arguments) {
        var template = TEMPLATES.computeIfAbsent(method, known -> ENGINE.parse(known.getAnnotation(Message.class).value()));
        var instance = template.instance();
        var parameters = method.getParameters();
        for (int at = 0; at < parameters.length; at++) {
            instance.data(parameters[at].getName(), arguments[at]);
        }
        return instance.render();
    }
}
