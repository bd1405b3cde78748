package mx.yume.assistant.model.endpoint;

import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;

/** Makes the endpoint from what the operator set, when it is first needed: nothing of it is fixed when Yume is built. */
@Singleton
class Endpoints {

    @Produces
    @Singleton
    Endpoint endpoint(ModelConfig config, Clock clock, ModelWatch watch) {
        var name = config.name().orElse(ModelConfig.DEFAULT_NAME);
        Optional<ChatModel> model = config.apiKey().map(key -> openAi(config, key, name));
        return new Endpoint(model, name, config.concurrency(), new Circuit(clock, config.failuresBeforeRest(), config.rest()),
                watch);
    }

    void close(@Disposes Endpoint endpoint) {
        endpoint.close();
    }

    /** No retries of its own: a second try would eat the time in which the guided assistant answers. */
    private static ChatModel openAi(ModelConfig config, String key, String name) {
        return OpenAiChatModel.builder()
                .baseUrl(config.baseUrl().orElse(ModelConfig.OPENAI))
                .apiKey(key)
                .modelName(name)
                .timeout(config.timeout())
                .maxRetries(0)
                .logRequests(false)
                .logResponses(false)
                .build();
    }
}
