package mx.yume.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

/**
 * What application.properties says for tests, as the interfaces read it. The environment of the machine has no say.
 *
 * @param own what is said otherwise, such as yume.model.api-key
 */
record Settings(Map<String, String> own) {

    private static final int ABOVE_ALL = 1000;

    static boolean knows(Class<?> type) {
        return type.isAnnotationPresent(ConfigMapping.class);
    }

    Object read(Class<?> mapping) {
        try {
            var settings = Settings.class.getResource("/application.properties");
            return new SmallRyeConfigBuilder().addDefaultInterceptors().addDiscoveredConverters().withProfile("test")
                    .withSources(new PropertiesConfigSource(settings), new PropertiesConfigSource(own, "own", ABOVE_ALL))
                    .withMapping(mapping).withValidateUnknown(false).build().getConfigMapping(mapping);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
