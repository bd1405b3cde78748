package mx.yume.assistant.model.voice;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;
import mx.yume.assistant.model.endpoint.ModelConfig;

/**
 * Has a voice note written down by an OpenAI-compatible endpoint: {@code POST {base-url}/audio/transcriptions}, a form with the file.
 * Spoken to directly, since the client of the chat models has no audio. Not bounded in time: the caller is.
 */
@ApplicationScoped
class Transcriber {

    /** Answers are words; whatever is longer is not one. */
    private static final int LONGEST_ANSWER = 1024 * 1024;
    /** WhatsApp's voice notes are Opus of 16 kbit/s and more: taken for the least, a note is never taken for shorter than it is. */
    private static final int BYTES_A_SECOND = 2_000;

    /** @param seconds as the endpoint counted them, or as the file's size says */
    record Transcript(String words, long seconds) {}

    private final ModelConfig config;
    private final ObjectMapper json;
    private final HttpClient http = HttpClient.newHttpClient();

    Transcriber(ModelConfig config, ObjectMapper json) {
        this.config = config;
        this.json = json;
    }

    Optional<String> model() {
        return config.apiKey().flatMap(_ -> config.transcriptionModel());
    }

    /** What it would take at most. */
    static long seconds(byte[] audio) {
        return Math.ceilDiv(audio.length, BYTES_A_SECOND);
    }

    /** Fails with whatever went wrong; its message may hold what must not be told. */
    Uni<Transcript> transcribe(String model, byte[] audio, String contentType) {
        var type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        var form = new Multipart("yume-" + UUID.randomUUID()).field("model", model).field("language", "es")
                .field("response_format", "json").file("file", "nota." + extension(type), type, audio);
        var request = HttpRequest
                .newBuilder(URI.create(config.baseUrl().orElse(ModelConfig.OPENAI) + "/audio/transcriptions"))
                .header("Authorization", "Bearer " + config.apiKey().orElseThrow())
                .header("Content-Type", form.contentType()).POST(BodyPublishers.ofByteArray(form.bytes())).build();
        return Uni.createFrom()
                .completionStage(() -> http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), LONGEST_ANSWER)))
                .map(response -> read(response, seconds(audio)));
    }

    private Transcript read(HttpResponse<String> response, long atMost) {
        if (response.statusCode() != 200) {
            throw new IllegalStateException("HTTP " + response.statusCode());
        }
        try {
            var answer = json.readTree(response.body());
            return new Transcript(answer.path("text").asText().strip(), counted(answer).orElse(atMost));
        } catch (JsonProcessingException garbled) {
            throw new IllegalStateException("Not JSON", garbled);
        }
    }

    private static Optional<Long> counted(JsonNode answer) {
        var seconds = answer.at("/usage/seconds");
        return seconds.isNumber() ? Optional.of((long) Math.ceil(seconds.asDouble())) : Optional.empty();
    }

    /** Endpoints tell the format by the name. */
    private static String extension(String type) {
        return switch (type) {
            case "audio/mpeg", "audio/mp3" -> "mp3";
            case "audio/mp4", "audio/x-m4a", "audio/m4a" -> "m4a";
            case "audio/aac" -> "aac";
            case "audio/amr" -> "amr";
            case "audio/wav", "audio/x-wav", "audio/vnd.wave" -> "wav";
            case "audio/webm" -> "webm";
            default -> "ogg";
        };
    }
}
