package mx.yume.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** Files of YAML, each with any number of documents. A key that is there twice is an error. */
final class Yaml {

    private static final ObjectMapper MAPPER = YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Yaml() {}

    static List<JsonNode> documents(Path file) {
        try {
            return documents(Files.readString(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(file.toString(), failure);
        }
    }

    static List<JsonNode> documents(String text) {
        try (var parser = MAPPER.createParser(text)) {
            var documents = new ArrayList<JsonNode>();
            for (JsonNode next = MAPPER.readTree(parser); next != null; next = MAPPER.readTree(parser)) {
                documents.add(next);
            }
            return documents;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static JsonNode document(Path file) {
        return single(documents(file), file.toString());
    }

    static JsonNode document(String text) {
        return single(documents(text), text);
    }

    private static JsonNode single(List<JsonNode> documents, String what) {
        if (documents.size() != 1) {
            throw new IllegalArgumentException(documents.size() + " documents in " + what);
        }
        return documents.getFirst();
    }
}
