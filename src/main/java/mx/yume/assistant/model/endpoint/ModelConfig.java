package mx.yume.assistant.model.endpoint;

import java.math.BigDecimal;
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

    /** Longer answers are asked to be shortened once, and else are the guided assistant's. In characters; WhatsApp's own limit is 4096. */
    @WithDefault("700")
    int longestAnswer();

    /** What the conversation before this turn may take of each request, in tokens as Yume estimates them. */
    @WithDefault("3000")
    int historyTokens();

    /** OPENAI_TRANSCRIPTION_MODEL, at the same endpoint; voice notes are not understood when it is unset. */
    Optional<String> transcriptionModel();

    /** How long listening to the voice notes of one turn may take, fetching them included. It comes off {@link #timeout}. */
    @WithDefault("7s")
    Duration listening();

    /** So many voice notes of one turn are listened to, the first ones. */
    @WithDefault("3")
    int voiceNotes();

    Price price();

    /** What a day's turns may cost; over it the guided assistant answers until the day is over. Zero: never the model. */
    Limits budget();

    /** In dollars; the defaults are OpenAI's for {@value #DEFAULT_NAME} and its transcription models, without discounts. */
    interface Price {

        /** Of a million tokens read. */
        @WithDefault("1.75")
        BigDecimal input();

        /** Of a million tokens written. */
        @WithDefault("14")
        BigDecimal output();

        /** Of a minute of a voice note. */
        @WithDefault("0.006")
        BigDecimal audioMinute();
    }

    /** In dollars a day. A turn costs one to three cents at the default prices. */
    interface Limits {

        /** Of one person with one business, in the business's day. */
        @WithDefault("0.50")
        BigDecimal sender();

        /** Of one business, in its day. */
        @WithDefault("5")
        BigDecimal business();

        /** Of this installation, in the day of UTC. */
        @WithDefault("100")
        BigDecimal installation();
    }
}
