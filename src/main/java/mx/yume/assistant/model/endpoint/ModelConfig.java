package mx.yume.assistant.model.endpoint;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the language model is and how far it is trusted with a customer's time. Without a key there is no model. */
@ConfigMapping(prefix = "yume.model")
public interface ModelConfig {

    String OPENAI = "https://api.openai.com/v1";
    String DEFAULT_NAME = "gpt-5.2";

    /** A secret: never logged, never traced. */
    Optional<String> apiKey();

    /** Any OpenAI-compatible endpoint, up to and including its version; {@value #OPENAI} when unset. */
    Optional<String> baseUrl();

    /** {@value #DEFAULT_NAME} when unset. */
    Optional<String> name();

    /** For everything the model says in one turn together. What comes after (guided assistant, outbox) must fit in SPEC's 15 s. */
    @WithDefault("12s")
    Duration timeout();

    /** How many turns may be with the model at once on this instance; one more is answered by the guided assistant. */
    @WithDefault("8")
    int concurrency();

    /** After this many failures of the endpoint in a row it is left alone for a while, so that a dead one delays nobody. */
    @WithDefault("3")
    int failuresBeforeRest();

    /** How long it is left alone; one turn then tries it again. */
    @WithDefault("30s")
    Duration rest();
}
