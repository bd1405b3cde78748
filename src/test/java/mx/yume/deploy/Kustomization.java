package mx.yume.deploy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fabric8.zjsonpatch.JsonPatch;

/**
 * Builds a folder as {@code kubectl kustomize} does, as far as k8s/ needs it: resources, a namespace, images, and patches of RFC 6902
 * for one target each. What else a kustomization may hold is refused, so that nothing is silently left out.
 */
final class Kustomization {

    private static final Set<String> KNOWN = Set.of("apiVersion", "kind", "namespace", "resources", "images", "patches");
    private static final Set<String> OF_NO_NAMESPACE = Set.of("Namespace");

    private Kustomization() {}

    static List<JsonNode> build(Path folder) {
        return build(folder, Yaml.document(folder.resolve("kustomization.yaml")));
    }

    /** @throws IllegalArgumentException at what is unknown, missing, or has no target */
    static List<JsonNode> build(Path folder, JsonNode kustomization) {
        onlyKnown(kustomization, KNOWN);
        var built = new ArrayList<JsonNode>();
        for (var resource : kustomization.path("resources")) {
            var path = folder.resolve(resource.asText()).normalize();
            built.addAll(Files.isDirectory(path) ? build(path) : Yaml.documents(path));
        }
        for (var patch : kustomization.path("patches")) {
            built.replaceAll(Patched.read(patch, built)::of);
        }
        for (var image : kustomization.path("images")) {
            built.forEach(resource -> setImage(resource, image));
        }
        if (kustomization.has("namespace")) {
            built.forEach(resource -> setNamespace(resource, kustomization.get("namespace").asText()));
        }
        return built;
    }

    private static void onlyKnown(JsonNode node, Set<String> known) {
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("not understood here: " + name);
            }
        });
    }

    private static void setNamespace(JsonNode resource, String namespace) {
        if (!OF_NO_NAMESPACE.contains(resource.path("kind").asText())) {
            ((ObjectNode) resource.required("metadata")).put("namespace", namespace);
        }
    }

    private static void setImage(JsonNode resource, JsonNode image) {
        onlyKnown(image, Set.of("name", "newName", "newTag"));
        for (var container : resource.at("/spec/template/spec/containers")) {
            if (container.path("image").asText().equals(image.required("name").asText())) {
                ((ObjectNode) container).put("image",
                        image.required("newName").asText() + ":" + image.required("newTag").asText());
            }
        }
    }

    private record Patched(String kind, String name, JsonNode operations) {

        static Patched read(JsonNode patch, List<JsonNode> resources) {
            onlyKnown(patch, Set.of("target", "patch"));
            onlyKnown(patch.required("target"), Set.of("kind", "name"));
            var patched = new Patched(patch.at("/target/kind").asText(), patch.at("/target/name").asText(),
                    Yaml.document(patch.required("patch").asText()));
            if (resources.stream().filter(patched::hits).count() != 1) {
                throw new IllegalArgumentException("no single target: " + patched.kind() + " " + patched.name());
            }
            return patched;
        }

        private boolean hits(JsonNode resource) {
            return resource.path("kind").asText().equals(kind) && resource.at("/metadata/name").asText().equals(name);
        }

        JsonNode of(JsonNode resource) {
            return hits(resource) ? JsonPatch.apply(operations, resource) : resource;
        }
    }
}
